/** So long, in milliseconds, may signals, timers and input wait for long work. */
const TURN_EVERY_MS = 16;

/** A turn of the event loop, in which all else may run: Ctrl-C, timers, the page. Browsers have no setImmediate. */
export function turn(): Promise<void> {
  return new Promise((resolve) => (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve)));
}

/** Awaited between pieces of long work. */
export interface Pause {
  /** A turn where one is due, else nothing; @throws the signal's reason once it is aborted. */
  (): Promise<void>;
  /** Whether the last turn was `TURN_EVERY_MS` ago. */
  isDue(): boolean;
}

/** Pauses of one call: the first turn is due `TURN_EVERY_MS` from now. */
export function pauses(signal: AbortSignal | undefined): Pause {
  let next = performance.now() + TURN_EVERY_MS;
  const isDue = () => performance.now() >= next;
  const pause = async () => {
    signal?.throwIfAborted();
    if (!isDue()) return;
    await turn();
    next = performance.now() + TURN_EVERY_MS;
    signal?.throwIfAborted();
  };
  return Object.assign(pause, { isDue });
}
