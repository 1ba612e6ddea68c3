/** Long work in steps of some milliseconds, between which it may be told, given up or put off; `Told` is what it tells. */
export type Steps<T, Told = void> = Generator<Told, T>;

/** The result of steps, taken at once. */
export function finish<T, Told>(steps: Steps<T, Told>, onStep: (told: Told) => void = () => {}): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep(step.value);
  }
}

/** The same steps, each of which tells `told`; one is before the first. */
export function* telling<T, Told>(told: Told, steps: Steps<T>): Steps<T, Told> {
  for (;;) {
    yield told;
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** So long may signals, timers and input wait. */
const TURN_MS = 40;

/**
 * The result of steps, with pauses in which all else may run: Ctrl-C, timers, the page. Work that is quicker than
 * `TURN_MS` has none.
 *
 * @throws the signal's reason once it is aborted, and what `onStep` throws
 */
export async function finishInTurns<T, Told>(
  steps: Steps<T, Told>,
  { signal, onStep = () => {} }: { signal?: AbortSignal | undefined; onStep?: ((told: Told) => void) | undefined } = {},
): Promise<T> {
  let next = performance.now() + TURN_MS;
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep(step.value);
    if (performance.now() < next) continue;
    await new Promise((resolve) => setTimeout(resolve));
    next = performance.now() + TURN_MS;
  }
}
