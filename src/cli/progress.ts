import type { Io } from './io.ts';

/** A line on standard error that tells how far a command has come. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

/** Nothing is shown of what is quicker than this. */
const PATIENCE_MS = 500;
const INTERVAL_MS = 100;

/** The progress line of a command; it does nothing where standard error is no terminal, or `quiet` is asked for. */
export function progressLine({ stderr }: Io, quiet: boolean): ProgressLine {
  if (quiet || stderr.isTTY !== true) return { show: () => {}, clear: () => {} };
  let next = performance.now() + PATIENCE_MS;
  let shown = false;
  return {
    show(text) {
      if (performance.now() < next) return;
      next = performance.now() + INTERVAL_MS;
      shown = true;
      stderr.write(`\r\u001b[2K${text}`);
    },
    clear() {
      if (shown) stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}
