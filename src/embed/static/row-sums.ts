import { KernelSums } from './kernel-sums.ts';
import type { StaticModel } from './model-file.ts';
import { PlainSums } from './plain-sums.ts';

/**
 * Sums of rows, straight from their four-bit codes: the codes of all pieces fit a processor's cache, rows of floats
 * would not, so decoding anew is faster than fetching what was decoded. Rows are added in single precision in the order
 * of their ids, so the result is the same with WebAssembly and without.
 */
export class RowSums {
  readonly #kernel: KernelSums | undefined;
  readonly #plain: PlainSums;

  constructor(model: StaticModel) {
    this.#kernel = KernelSums.of(model);
    this.#plain = new PlainSums(model);
  }

  /** Writes the sum of the rows of `ids[0, count)` to the row of `data` that begins at `start`. */
  write(ids: Int32Array, count: number, data: Float32Array, start: number): void {
    const sums = this.#kernel?.takes(count) ? this.#kernel : this.#plain;
    sums.write(ids, count, data, start);
  }
}
