import { PAGE_BYTES } from '../../core/wasm-code.ts';
import type { StaticModel } from './model-file.ts';
import { ROW_HEAD, sumKernel } from './sum-kernel.ts';
import type { SumKernel } from './sum-kernel.ts';

/** Rows of a text that the kernel takes at most. */
const MOST_ROWS = 4096;

/** Bytes of rows that it keeps: 21,400 of 384 dimensions, which is what a day's news need. */
const ROW_BYTES = 16_384 * (ROW_HEAD + 256);

const LEVELS = 0;
const LIST = LEVELS + 64;
const OUT = LIST + 4 * MOST_ROWS;

/**
 * Sums of rows by the kernel. It takes rows from its own memory alone, and the model's bytes may be shared by threads: so
 * the rows that are met are copied, and kept until there is no more room, when the store starts anew.
 */
export class KernelSums {
  readonly #kernel: SumKernel;
  readonly #words: Uint32Array;
  readonly #scales: Float32Array;
  readonly #rowWords: number;
  /** Where rows begin and end in the kernel's memory. */
  readonly #first: number;
  readonly #end: number;
  readonly #memoryWords: Uint32Array;
  readonly #memoryFloats: Float32Array;
  readonly #out: Float32Array;
  /** The place of each row, by id; 0 where it has none. */
  readonly #places: Int32Array;
  #free: number;

  private constructor({ codes, scales, levels, dimensions }: StaticModel, kernel: SumKernel, first: number) {
    const { buffer } = kernel.memory;
    this.#kernel = kernel;
    this.#words = new Uint32Array(codes.buffer, codes.byteOffset, codes.byteLength / 4);
    this.#scales = scales;
    this.#rowWords = dimensions / 8;
    this.#first = first;
    this.#end = first + ROW_BYTES;
    this.#memoryWords = new Uint32Array(buffer);
    this.#memoryFloats = new Float32Array(buffer);
    this.#out = new Float32Array(buffer, OUT, dimensions);
    this.#places = new Int32Array(scales.length);
    this.#free = first;
    const bytes = new Uint8Array(levels.buffer, levels.byteOffset, 64);
    const planes = new Uint8Array(buffer, LEVELS, 64);
    for (let code = 0; code < 16; code++) {
      for (let plane = 0; plane < 4; plane++) planes[16 * plane + code] = bytes[4 * code + plane]!;
    }
  }

  /** Undefined where there is no kernel, or none for such rows. */
  static of(model: StaticModel): KernelSums | undefined {
    const { dimensions } = model;
    if (dimensions % 32 !== 0 || MOST_ROWS * (ROW_HEAD + dimensions / 2) > ROW_BYTES) return undefined;
    const first = OUT + 4 * dimensions;
    const kernel = sumKernel(Math.ceil((first + ROW_BYTES) / PAGE_BYTES));
    return kernel && new KernelSums(model, kernel, first);
  }

  takes(count: number): boolean {
    return count > 0 && count <= MOST_ROWS;
  }

  /** Writes the sum of the rows of `ids[0, count)` to the row of `data` that begins at `start`. */
  write(ids: Int32Array, count: number, data: Float32Array, start: number): void {
    const rowBytes = ROW_HEAD + 4 * this.#rowWords;
    if (this.#free + count * rowBytes > this.#end) {
      this.#places.fill(0);
      this.#free = this.#first;
    }
    const memory = this.#memoryWords;
    for (let i = 0, at = LIST / 4; i < count; i++, at++) memory[at] = this.#places[ids[i]!]! || this.#keep(ids[i]!);
    this.#kernel.sum(LEVELS, LIST, LIST + 4 * count, 4 * this.#rowWords, OUT);
    data.set(this.#out, start);
  }

  #keep(id: number): number {
    const place = this.#free;
    this.#memoryFloats[place / 4] = this.#scales[id]!;
    const to = (place + ROW_HEAD) / 4;
    const from = id * this.#rowWords;
    for (let w = 0; w < this.#rowWords; w++) this.#memoryWords[to + w] = this.#words[from + w]!;
    this.#places[id] = place;
    this.#free = place + ROW_HEAD + 4 * this.#rowWords;
    return place;
  }
}
