import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { batchProgress } from '../../src/cli/batch-progress.ts';
import { openLines } from '../../src/cli/batch.ts';
import type { Io } from '../../src/cli/io.ts';
import { folder } from './harness.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

function io(isTTY: boolean): Io & { written: string[] } {
  const written: string[] = [];
  return { stderr: { isTTY, write: (text: string) => written.push(text) > 0 }, written } as unknown as Io & {
    written: string[];
  };
}

const strip = (text: string | undefined) => text?.replace('\r\u001b[2K', '');

it('tells rate and time left on a terminal, by the share of the input that was read', () => {
  const terminal = io(true);
  let share = 0.2;
  const progress = batchProgress(terminal, false, () => share);
  vi.advanceTimersByTime(100_000);
  progress.skip();
  progress.count();
  for (let i = 1; i < 1500; i++) {
    vi.advanceTimersByTime(10);
    share += 0.0001;
    progress.count();
  }
  expect(strip(terminal.written.at(-1))).toMatch(/^1,4\d\d documents, 100 a second, 34 %, 1 min \d s left$/);
  progress.clear();
  expect(terminal.written.at(-1)).toBe('\r\u001b[2K');
  expect(progress.pace()).toBe('1,500 documents in 15 s, 100 a second');
});

it('writes a line now and then where there is no terminal, and no time left where the size is not known', () => {
  const log = io(false);
  const progress = batchProgress(log, false, () => undefined);
  for (let i = 0; i < 80; i++) {
    vi.advanceTimersByTime(1000);
    progress.count();
  }
  expect(log.written).toEqual(['30 documents, 1.0 a second\n', '60 documents, 1.0 a second\n']);
});

it('says nothing where it shall be quiet', () => {
  const log = io(false);
  const progress = batchProgress(log, true, () => undefined);
  vi.advanceTimersByTime(100_000);
  progress.count();
  expect(log.written).toEqual([]);
});

it('tells the share of a file by the lines that were taken, not by what lies in memory', async () => {
  const at = folder({ 'cases.jsonl': 'слово\n'.repeat(10) });
  const signal = new AbortController().signal;
  const { lines, share } = await openLines(at('cases.jsonl'), { signal } as Io);
  expect(share()).toBe(0);
  const shares: unknown[] = [];
  for await (const line of lines) shares.push(line === 'слово' && share());
  expect(shares).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
});
