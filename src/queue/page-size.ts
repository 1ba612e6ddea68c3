const FIRST_A_THREAD = 4;
const MOST_A_THREAD = 128;
const SHORT_MS = 500;
const LONG_MS = 2_000;

/**
 * How many jobs are worth to be taken at once: some second of work. More of long documents would keep them from workers
 * that have nothing to do, fewer of short ones would have threads wait for the database.
 */
export class PageSize {
  readonly #threads: number;
  #size: number;
  #begun = 0;

  constructor(threads: number) {
    this.#threads = threads;
    this.#size = FIRST_A_THREAD * threads;
  }

  get size(): number {
    return this.#size;
  }

  begin(): void {
    this.#begun = performance.now();
  }

  end(): void {
    const took = performance.now() - this.#begun;
    if (took < SHORT_MS) this.#size = Math.min(MOST_A_THREAD * this.#threads, 2 * this.#size);
    else if (took > LONG_MS) this.#size = Math.max(this.#threads, Math.ceil(this.#size / 2));
  }
}
