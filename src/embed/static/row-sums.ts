import type { StaticModel } from './model-file.ts';

/**
 * Sums of rows, straight from their four-bit codes: the codes of all pieces fit a processor's cache, rows of floats
 * would not, so decoding anew is faster than fetching what was decoded.
 */
export class RowSums {
  readonly #words: Uint32Array;
  readonly #wordsARow: number;
  readonly #scales: Float32Array;
  readonly #levels: Float64Array;
  // What the 16 codes stand for in each of the rows being added; double precision saves conversions.
  readonly #first = new Float64Array(16);
  readonly #second = new Float64Array(16);
  readonly #third = new Float64Array(16);
  readonly #fourth = new Float64Array(16);
  readonly #sum: Float64Array;

  constructor({ codes, scales, levels, dimensions }: StaticModel) {
    this.#words = new Uint32Array(codes.buffer, codes.byteOffset, codes.byteLength / 4);
    this.#wordsARow = dimensions / 8;
    this.#scales = scales;
    this.#levels = Float64Array.from(levels);
    this.#sum = new Float64Array(dimensions);
  }

  /** Writes the sum of the rows of `ids[0, count)` to the row of `data` that begins at `start`. */
  write(ids: Int32Array, count: number, data: Float32Array, start: number): void {
    this.#sum.fill(0);
    let i = 0;
    for (; i + 3 < count; i += 4) this.#addFour(ids[i]!, ids[i + 1]!, ids[i + 2]!, ids[i + 3]!);
    if (i + 1 < count) this.#addTwo(ids[i]!, ids[i + 1]!);
    if (count % 2 === 1) this.#addOne(ids[count - 1]!);
    const sum = this.#sum;
    for (let k = 0; k < sum.length; k++) data[start + k] = sum[k]!;
  }

  /** The same as two and two, in half the passes over the sum. */
  #addFour(id: number, second: number, third: number, fourth: number): void {
    const [words, sum] = [this.#words, this.#sum];
    const a = this.#valuesOf(id, this.#first);
    const b = this.#valuesOf(second, this.#second);
    const c = this.#valuesOf(third, this.#third);
    const d = this.#valuesOf(fourth, this.#fourth);
    const wordsARow = this.#wordsARow;
    const end = (id + 1) * wordsARow;
    const toSecond = (second - id) * wordsARow;
    const toThird = (third - id) * wordsARow;
    const toFourth = (fourth - id) * wordsARow;
    for (let w = id * wordsARow, k = 0; w < end; w++, k += 8) {
      const x = words[w]!;
      const y = words[w + toSecond]!;
      const z = words[w + toThird]!;
      const u = words[w + toFourth]!;
      sum[k] = sum[k]! + (a[x & 15]! + b[y & 15]!) + (c[z & 15]! + d[u & 15]!);
      sum[k + 1] = sum[k + 1]! + (a[(x >>> 4) & 15]! + b[(y >>> 4) & 15]!) + (c[(z >>> 4) & 15]! + d[(u >>> 4) & 15]!);
      sum[k + 2] = sum[k + 2]! + (a[(x >>> 8) & 15]! + b[(y >>> 8) & 15]!) + (c[(z >>> 8) & 15]! + d[(u >>> 8) & 15]!);
      sum[k + 3] =
        sum[k + 3]! + (a[(x >>> 12) & 15]! + b[(y >>> 12) & 15]!) + (c[(z >>> 12) & 15]! + d[(u >>> 12) & 15]!);
      sum[k + 4] =
        sum[k + 4]! + (a[(x >>> 16) & 15]! + b[(y >>> 16) & 15]!) + (c[(z >>> 16) & 15]! + d[(u >>> 16) & 15]!);
      sum[k + 5] =
        sum[k + 5]! + (a[(x >>> 20) & 15]! + b[(y >>> 20) & 15]!) + (c[(z >>> 20) & 15]! + d[(u >>> 20) & 15]!);
      sum[k + 6] =
        sum[k + 6]! + (a[(x >>> 24) & 15]! + b[(y >>> 24) & 15]!) + (c[(z >>> 24) & 15]! + d[(u >>> 24) & 15]!);
      sum[k + 7] = sum[k + 7]! + (a[x >>> 28]! + b[y >>> 28]!) + (c[z >>> 28]! + d[u >>> 28]!);
    }
  }

  #addTwo(id: number, other: number): void {
    const [words, sum] = [this.#words, this.#sum];
    const a = this.#valuesOf(id, this.#first);
    const b = this.#valuesOf(other, this.#second);
    const end = (id + 1) * this.#wordsARow;
    const further = (other - id) * this.#wordsARow;
    for (let w = id * this.#wordsARow, k = 0; w < end; w++, k += 8) {
      const x = words[w]!;
      const y = words[w + further]!;
      sum[k]! += a[x & 15]! + b[y & 15]!;
      sum[k + 1]! += a[(x >>> 4) & 15]! + b[(y >>> 4) & 15]!;
      sum[k + 2]! += a[(x >>> 8) & 15]! + b[(y >>> 8) & 15]!;
      sum[k + 3]! += a[(x >>> 12) & 15]! + b[(y >>> 12) & 15]!;
      sum[k + 4]! += a[(x >>> 16) & 15]! + b[(y >>> 16) & 15]!;
      sum[k + 5]! += a[(x >>> 20) & 15]! + b[(y >>> 20) & 15]!;
      sum[k + 6]! += a[(x >>> 24) & 15]! + b[(y >>> 24) & 15]!;
      sum[k + 7]! += a[x >>> 28]! + b[y >>> 28]!;
    }
  }

  #addOne(id: number): void {
    const [words, sum] = [this.#words, this.#sum];
    const a = this.#valuesOf(id, this.#first);
    const end = (id + 1) * this.#wordsARow;
    for (let w = id * this.#wordsARow, k = 0; w < end; w++, k += 8) {
      const x = words[w]!;
      sum[k]! += a[x & 15]!;
      sum[k + 1]! += a[(x >>> 4) & 15]!;
      sum[k + 2]! += a[(x >>> 8) & 15]!;
      sum[k + 3]! += a[(x >>> 12) & 15]!;
      sum[k + 4]! += a[(x >>> 16) & 15]!;
      sum[k + 5]! += a[(x >>> 20) & 15]!;
      sum[k + 6]! += a[(x >>> 24) & 15]!;
      sum[k + 7]! += a[x >>> 28]!;
    }
  }

  #valuesOf(id: number, values: Float64Array): Float64Array {
    const scale = this.#scales[id]!;
    for (let code = 0; code < 16; code++) values[code] = scale * this.#levels[code]!;
    return values;
  }
}
