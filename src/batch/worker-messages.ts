import type { ErrorCode } from '../core/errors.ts';
import type { AlignmentResult } from '../core/result.ts';
import type { AlignOptions } from '../options.ts';

/** What a worker thread is started with. */
export interface WorkerStart {
  /** The embedded model's file, shared between the threads. */
  model: SharedArrayBuffer;
  options: AlignOptions;
}

/** An error on its way between threads; without a code it is a fault of this library. */
export interface SentError {
  code?: ErrorCode;
  message: string;
  hint?: string;
}

/**
 * What a worker says: once that it is ready, or that it cannot work; then an answer for each document, in their order.
 * A result travels as JSON text: a tenth of the main thread's time for a graph of objects, and a file takes it as it is.
 */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'unable'; error: SentError }
  | { kind: 'result'; json: string; summary: AlignmentResult['summary'] }
  | { kind: 'failure'; error: SentError };
