/** A stage of the pipeline, in the order in which they run. */
export type Stage = 'text' | 'embed' | 'align' | 'detect';

/** How far a call has come: `done` of `total` units of `stage` (sides of text, texts embedded, renderings aligned or checked). */
export interface Progress {
  /** The stage that is under way. */
  stage: Stage;
  /** Units that are done, 0 to `total`. */
  done: number;
  /** Units of the stage in this call. */
  total: number;
}

/** Rejects with the caller's own reason once `signal` is aborted. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  signal?.throwIfAborted();
}
