import { AlignError, type ErrorCode } from '../core/errors.ts';
import type { AlignmentResult } from '../core/result.ts';
import { checkCase, idOf, parseLine, type BatchCase } from './case.ts';

/** What becomes of one line: its result, or why there is none. `internal` is a fault of this library. */
export type BatchRecord =
  | { id: string | number; result: AlignmentResult }
  | { id: string | number | null; error: { code: ErrorCode | 'internal'; message: string } };

export interface BatchOptions {
  /** Aligns one document. */
  align: (document: BatchCase) => Promise<AlignmentResult>;
  signal?: AbortSignal | undefined;
}

/** What is wrong with the run, not with a document: every document would fail with it. */
const FATAL: ReadonlySet<ErrorCode> = new Set(['unknown-option', 'missing-package', 'model-failed', 'model-damaged']);

/**
 * Aligns the documents of JSON lines one by one: a record a line, in the order of the lines; blank lines have none. A
 * line that could not be read comes in as its error. A bad document makes one error record and stops nothing. Only one
 * document is held in memory.
 *
 * @throws the signal's reason once it is aborted; AlignError `unknown-option`, `missing-package`, `model-failed` or
 *   `model-damaged` at the first document, for it concerns them all
 */
export async function* runBatch(
  lines: AsyncIterable<string | AlignError>,
  { align, signal }: BatchOptions,
): AsyncGenerator<BatchRecord> {
  let lineNumber = 0;
  for await (const line of lines) {
    lineNumber++;
    signal?.throwIfAborted();
    if (typeof line === 'string' && line.trim() === '') continue;
    let id: string | number | null = null;
    let record: BatchRecord;
    try {
      if (typeof line !== 'string') throw line;
      const value = parseLine(line, lineNumber);
      id = idOf(value);
      const document = checkCase(value, lineNumber);
      record = { id: document.id, result: await align(document) };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof AlignError && FATAL.has(error.code)) throw error;
      record = {
        id,
        error: { code: error instanceof AlignError ? error.code : 'internal', message: messageOf(error) },
      };
    }
    yield record;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
