import { PAGE_BYTES } from '../core/wasm-code.ts';
import { holeKernel, type HoleKernel } from './hole-kernel.ts';

/** Words on each side of a place, and hidden values of it. As in training/holes.py. */
export const WINDOW = 3;
export const PLACES = 2 * WINDOW;
export const HIDDEN = 32;

/** Words and marks of a sentence, and what lies outside, that are taken at most. */
const MOST_TOKENS = 512;

// The kernel's memory: what hidden values begin with and what they weigh, what is read and what is found, and the parts.
const BIAS = 0;
const WEIGHTS = BIAS + 4 * HIDDEN;
const MOST = WEIGHTS + 4 * HIDDEN;
const LIST = MOST + 4 * HIDDEN;
const OUT = LIST + 4 * MOST_TOKENS;
const PARTS = OUT + 4 * MOST_TOKENS;

/**
 * The hidden values of the places of sentences, in whole numbers, so that they are the same with WebAssembly and without: those
 * of a place are a bias and a part of each of the six words around it, or 0 where that is negative.
 */
export class HiddenLayer {
  /** What a class of words adds to the hidden values, by class and place of the window. */
  readonly parts: Int16Array;
  readonly #bias: Int32Array;
  readonly #weights: Int32Array;
  readonly #kernel: HoleKernel | undefined;
  readonly #memory: Int32Array;

  constructor(classes: number, bias: Int32Array, weights: Int32Array) {
    const count = classes * PLACES * HIDDEN;
    this.#bias = bias;
    this.#weights = weights;
    this.#kernel = holeKernel(Math.ceil((PARTS + 2 * count) / PAGE_BYTES), HIDDEN, PLACES);
    const buffer = this.#kernel?.memory.buffer ?? new ArrayBuffer(PARTS + 2 * count);
    this.#memory = new Int32Array(buffer, 0, PARTS / 4);
    this.#memory.set(bias, BIAS / 4);
    this.#memory.set(weights, WEIGHTS / 4);
    this.parts = new Int16Array(buffer, PARTS, count);
  }

  /**
   * Writes to `sums` what the hidden values of each place weigh together, and to `most` the largest of each hidden value.
   * `starts` says where the parts of each word begin; there are `PLACES - 1` places fewer.
   */
  write(starts: Int32Array, sums: Int32Array, most: Int32Array): void {
    if (this.#kernel && starts.length <= MOST_TOKENS) this.#writeByKernel(this.#kernel, starts, sums, most);
    else this.#writePlainly(starts, sums, most);
  }

  #writeByKernel(kernel: HoleKernel, starts: Int32Array, sums: Int32Array, most: Int32Array): void {
    const memory = this.#memory;
    const count = starts.length - PLACES + 1;
    for (let at = 0; at < starts.length; at++) memory[LIST / 4 + at] = PARTS + 2 * starts[at]!;
    kernel.places(LIST, LIST + 4 * count, BIAS, WEIGHTS, MOST, OUT);
    for (let at = 0; at < count; at++) sums[at] = memory[OUT / 4 + at]!;
    for (let h = 0; h < HIDDEN; h++) most[h] = memory[MOST / 4 + h]!;
  }

  #writePlainly(starts: Int32Array, sums: Int32Array, most: Int32Array): void {
    const parts = this.parts;
    const bias = this.#bias;
    const weights = this.#weights;
    most.fill(0);
    for (let at = 0; at + PLACES <= starts.length; at++) {
      const a = starts[at]!;
      const b = starts[at + 1]! + HIDDEN;
      const c = starts[at + 2]! + 2 * HIDDEN;
      const d = starts[at + 3]! + 3 * HIDDEN;
      const e = starts[at + 4]! + 4 * HIDDEN;
      const f = starts[at + 5]! + 5 * HIDDEN;
      let sum = 0;
      for (let h = 0; h < HIDDEN; h++) {
        const left = bias[h]! + parts[a + h]! + parts[b + h]! + parts[c + h]!;
        const hidden = (left + parts[d + h]! + parts[e + h]! + parts[f + h]!) | 0;
        // 0 where it is negative, without a branch: about half of them are.
        const value = hidden & ~(hidden >> 31);
        sum = (sum + Math.imul(value, weights[h]!)) | 0;
        if (value > most[h]!) most[h] = value;
      }
      sums[at] = sum;
    }
  }
}
