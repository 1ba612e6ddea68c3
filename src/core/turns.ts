/** So long, in milliseconds, may signals, timers and input wait for long work. */
const TURN_EVERY_MS = 40;

/** A turn of the event loop, in which all else may run: Ctrl-C, timers, the page. Browsers have no setImmediate. */
export function turn(): Promise<void> {
  return new Promise((resolve) => (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve)));
}

/**
 * A pause to await between pieces of long work: a turn where the last one was `TURN_EVERY_MS` ago, else nothing.
 *
 * @throws the signal's reason once it is aborted, from the pause
 */
export function pauses(signal: AbortSignal | undefined): () => Promise<void> {
  let next = performance.now() + TURN_EVERY_MS;
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() < next) return;
    await turn();
    next = performance.now() + TURN_EVERY_MS;
    signal?.throwIfAborted();
  };
}
