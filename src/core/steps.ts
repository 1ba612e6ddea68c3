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

/** Items of a list that are gone through in one step: some milliseconds of work, and an article has hardly more. */
const ITEMS_A_STEP = 64;

/** Visits each item of a list, in steps: one after each 64. */
export function* visiting<Item>(items: readonly Item[], visit: (item: Item, index: number) => void): Steps<void> {
  for (let at = 0; at < items.length; at++) {
    if (at > 0 && at % ITEMS_A_STEP === 0) yield;
    visit(items[at]!, at);
  }
}

/** What is made of each item of a list, in the steps of `visiting`. */
export function* mapping<Item, Made>(items: readonly Item[], make: (item: Item, index: number) => Made): Steps<Made[]> {
  const made: Made[] = [];
  yield* visiting(items, (item, index) => made.push(make(item, index)));
  return made;
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
