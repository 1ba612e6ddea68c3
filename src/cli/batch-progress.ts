import type { Io } from './io.ts';
import { progressLine } from './progress.ts';

/** How far a batch has come. */
export interface BatchProgress {
  /** A document of this run is done. */
  count(): void;
  /** A document of an earlier run was passed over: the rate is that of the documents behind it. */
  skip(): void;
  clear(): void;
  /** Documents of this run, their seconds and rate. */
  pace(): string;
}

/** Where standard error is no terminal, a line this often. */
const LOG_EVERY_MS = 30_000;

/**
 * Tells the number of documents, the rate and the time left, which is told by the bytes of the input: `share` gives how
 * much of it was read, 0 to 1, or undefined where that is not known.
 */
export function batchProgress(io: Io, quiet: boolean, share: () => number | undefined): BatchProgress {
  const line = progressLine(io, quiet);
  let documents = 0;
  let start = performance.now();
  let firstShare = 0;
  let nextLog = start + LOG_EVERY_MS;
  const seconds = (): number => (performance.now() - start) / 1000;
  const told = (): string => {
    const now = share();
    const parts = [`${number(documents)} ${noun(documents)}`, `${rate(documents, seconds())} a second`];
    if (now !== undefined && now > firstShare) {
      const left = (seconds() * (1 - now)) / (now - firstShare);
      parts.push(`${Math.floor(100 * now)} %`, `${duration(left)} left`);
    }
    return parts.join(', ');
  };
  return {
    count() {
      documents++;
      line.show(told());
      if (quiet || io.stderr.isTTY === true || performance.now() < nextLog) return;
      nextLog = performance.now() + LOG_EVERY_MS;
      io.stderr.write(`${told()}\n`);
    },
    skip() {
      start = performance.now();
      firstShare = share() ?? 0;
    },
    clear: () => line.clear(),
    pace: () =>
      `${number(documents)} ${noun(documents)} in ${duration(seconds())}, ${rate(documents, seconds())} a second`,
  };
}

export function number(value: number): string {
  return value.toLocaleString('en');
}

export function noun(count: number): string {
  return count === 1 ? 'document' : 'documents';
}

export function rate(documents: number, seconds: number): string {
  const aSecond = documents / Math.max(seconds, 1e-3);
  return aSecond >= 10 ? number(Math.round(aSecond)) : aSecond.toFixed(1);
}

/** `8 s`, `4 min 10 s`, `3 h 5 min`, `2 d 4 h`. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const units: [string, number][] = [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ];
  let left = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 || parts.length > 0) parts.push(`${count} ${unit}`);
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}
