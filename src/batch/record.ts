import { AlignError, type ErrorCode } from '../core/errors.ts';
import type { Aligned } from './aligner.ts';

/** Why a document has no result. `internal` is a fault of this library, or a thread that died. */
export interface RecordError {
  /** That of the `AlignError`, or `internal`. */
  code: ErrorCode | 'internal';
  /** What was wrong, in a sentence. */
  message: string;
}

/** What has become of a document. */
export type Outcome<I = string | number | null> = { id: I; aligned: Aligned } | { id: I; error: RecordError };

/** What is wrong with the run, not with a document: every document would fail with it. */
const FATAL: ReadonlySet<ErrorCode> = new Set(['missing-package', 'model-failed', 'model-damaged', 'worker-failed']);

/**
 * Waits for a document's result; its error becomes an outcome.
 *
 * @throws the signal's reason once it is aborted, and errors that concern all documents
 */
export async function outcomeOf<I>(
  id: I,
  work: () => Promise<Aligned>,
  signal: AbortSignal | undefined,
): Promise<Outcome<I>> {
  try {
    return { id, aligned: await work() };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AlignError && FATAL.has(error.code)) throw error;
    return { id, error: recordError(error) };
  }
}

export function recordError(error: unknown): RecordError {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof AlignError ? error.code : 'internal', message };
}

/** A record as JSON, `{ "id", "result" }` or `{ "id", "error" }`, without a line end. */
export function recordLine(outcome: Outcome): string {
  const id = JSON.stringify(outcome.id);
  if ('error' in outcome) return `{"id":${id},"error":${JSON.stringify(outcome.error)}}`;
  return `{"id":${id},"result":${outcome.aligned.json()}}`;
}
