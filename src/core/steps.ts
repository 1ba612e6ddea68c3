import { pauses, type Pause } from './turns.ts';

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

/** How steps are finished in turns. */
interface TurnOptions<Told> {
  signal?: AbortSignal | undefined;
  /** Called with what each step tells. */
  onStep?: ((told: Told) => void) | undefined;
  /** Where several works follow each other, so that turns are not counted anew for each; default: pauses of their own. */
  pause?: Pause;
}

/**
 * The result of steps, with pauses in which all else may run: Ctrl-C, timers, the page. Work that is quicker than
 * what lies between two pauses has none.
 *
 * @throws the signal's reason once it is aborted, and what `onStep` throws
 */
export async function finishInTurns<T, Told>(
  steps: Steps<T, Told>,
  { signal, onStep = () => {}, pause = pauses(signal) }: TurnOptions<Told> = {},
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep(step.value);
    if (pause.isDue()) await pause();
  }
}
