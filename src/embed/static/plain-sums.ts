import type { StaticModel } from './model-file.ts';

/** Sums of rows without WebAssembly, to the bit those of `KernelSums`. */
export class PlainSums {
  readonly #words: Uint32Array;
  readonly #wordsARow: number;
  readonly #scales: Float32Array;
  readonly #levels: Float32Array;
  // What the 16 codes stand for in each of the rows being added.
  readonly #first = new Float32Array(16);
  readonly #second = new Float32Array(16);
  readonly #sum: Float32Array;

  constructor({ codes, scales, levels, dimensions }: StaticModel) {
    this.#words = new Uint32Array(codes.buffer, codes.byteOffset, codes.byteLength / 4);
    this.#wordsARow = dimensions / 8;
    this.#scales = scales;
    this.#levels = levels;
    this.#sum = new Float32Array(dimensions);
  }

  /** Writes the sum of the rows of `ids[0, count)` to the row of `data` that begins at `start`. */
  write(ids: Int32Array, count: number, data: Float32Array, start: number): void {
    this.#sum.fill(0);
    for (let i = 0; i + 1 < count; i += 2) this.#addTwo(ids[i]!, ids[i + 1]!);
    if (count % 2 === 1) this.#addTwo(ids[count - 1]!);
    data.set(this.#sum, start);
  }

  /** One and then the other, in half the passes over the sum; without another one zeros, which change nothing. */
  #addTwo(id: number, other?: number): void {
    const [words, sum] = [this.#words, this.#sum];
    const a = this.#valuesOf(id, this.#first);
    const b = other === undefined ? this.#second.fill(0) : this.#valuesOf(other, this.#second);
    const end = (id + 1) * this.#wordsARow;
    const further = ((other ?? id) - id) * this.#wordsARow;
    for (let w = id * this.#wordsARow, k = 0; w < end; w++, k += 8) {
      const x = words[w]!;
      const y = words[w + further]!;
      sum[k] = Math.fround(sum[k]! + a[x & 15]!) + b[y & 15]!;
      sum[k + 1] = Math.fround(sum[k + 1]! + a[(x >>> 4) & 15]!) + b[(y >>> 4) & 15]!;
      sum[k + 2] = Math.fround(sum[k + 2]! + a[(x >>> 8) & 15]!) + b[(y >>> 8) & 15]!;
      sum[k + 3] = Math.fround(sum[k + 3]! + a[(x >>> 12) & 15]!) + b[(y >>> 12) & 15]!;
      sum[k + 4] = Math.fround(sum[k + 4]! + a[(x >>> 16) & 15]!) + b[(y >>> 16) & 15]!;
      sum[k + 5] = Math.fround(sum[k + 5]! + a[(x >>> 20) & 15]!) + b[(y >>> 20) & 15]!;
      sum[k + 6] = Math.fround(sum[k + 6]! + a[(x >>> 24) & 15]!) + b[(y >>> 24) & 15]!;
      sum[k + 7] = Math.fround(sum[k + 7]! + a[x >>> 28]!) + b[y >>> 28]!;
    }
  }

  #valuesOf(id: number, values: Float32Array): Float32Array {
    const scale = this.#scales[id]!;
    for (let code = 0; code < 16; code++) values[code] = scale * this.#levels[code]!;
    return values;
  }
}
