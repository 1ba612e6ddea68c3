/** More numbers than these, half a megabyte, are not kept. */
const MOST_KEPT = 65_536;

/**
 * Room for numbers of some work that is done again and again and never within itself: to make an array of more than a few
 * numbers takes longer than to fill it.
 */
export class Scratch {
  #kept = new Float64Array(64);

  /** An array of `length` numbers or more, whatever they are. It is the caller's until the next call. */
  take(length: number): Float64Array {
    if (length <= this.#kept.length) return this.#kept;
    const made = new Float64Array(length);
    if (length <= MOST_KEPT) this.#kept = made;
    return made;
  }
}
