import { dotRows, type Matrix } from '../core/matrix.ts';
import { PAGE_BYTES } from '../core/wasm-code.ts';
import { rowKernel, type RowKernel } from './row-kernel.ts';

/** Numbers of a row, and rows of a call, that the kernel takes at most; 24 MB of rows are 16,384 words of 384 dimensions. */
const MOST_COLUMNS = 4096;
const MOST_ROWS = 4096;
const MOST_BYTES = 25_165_824;

// The kernel's memory: the row that is multiplied, the indices of the others, the products, rows.
const WIDE = 0;
const LIST = WIDE + 8 * MOST_COLUMNS;
const OUT = LIST + 4 * MOST_ROWS;
const ROWS = OUT + 8 * MOST_ROWS;
const END = ROWS + MOST_BYTES;

/** Where a matrix has its place in the kernel's memory, and which of its rows are there. */
interface Placed {
  readonly place: number;
  readonly isThere: Uint8Array;
}

/** The kernel with the rows in its memory: they are kept until it is full, when it starts anew. */
class KernelRows {
  readonly #kernel: RowKernel;
  readonly #list: Int32Array;
  readonly #out: Float64Array;
  readonly #wide: Float64Array;
  readonly #memory: Float32Array;
  #places = new WeakMap<Matrix, Placed>();
  #free = ROWS;

  constructor(kernel: RowKernel) {
    this.#kernel = kernel;
    const { buffer } = kernel.memory;
    this.#memory = new Float32Array(buffer);
    this.#wide = new Float64Array(buffer, WIDE, MOST_COLUMNS);
    this.#list = new Int32Array(buffer, LIST, MOST_ROWS);
    this.#out = new Float64Array(buffer, OUT, MOST_ROWS);
  }

  /** Whether there is room for so many indices of rows of such a matrix. */
  takes({ columns, data }: Matrix, count: number): boolean {
    return columns % 16 === 0 && columns <= MOST_COLUMNS && count < MOST_ROWS && data.byteLength <= MOST_BYTES;
  }

  dots(a: Matrix, x: number, b: Matrix, rows: Int32Array, count: number, out: Float64Array): void {
    const place = this.#placeOf(b, rows, count);
    const { columns, data } = a;
    for (let c = 0, at = x * columns; c < columns; c++, at++) this.#wide[c] = data[at]!;
    for (let k = 0; k < count; k++) this.#list[k] = rows[k]!;
    // Two by two: the last one twice.
    this.#list[count] = rows[count - 1]!;
    this.#kernel.dots(WIDE, LIST, (count + 1) & ~1, place, 4 * columns, OUT);
    for (let k = 0; k < count; k++) out[k] = this.#out[k]!;
  }

  /** Whether two matrices have room in the memory together, and two rows of products with so many others. */
  takesBoth(a: Matrix, b: Matrix, count: number): boolean {
    return (
      this.takes(a, 2) &&
      b.data.byteLength + (a === b ? 0 : a.data.byteLength) <= MOST_BYTES &&
      2 * (count + 1) <= MOST_ROWS &&
      2 * a.columns <= MOST_COLUMNS
    );
  }

  table(a: Matrix, rowsA: Int32Array, b: Matrix, rowsB: Int32Array, out: Float64Array): void {
    this.#placeOf(a, rowsA);
    const placeB = this.#placeOf(b, rowsB);
    // Where the memory began anew with the second, the first is put in again, and there is room for both.
    const placeA = this.#placeOf(a, rowsA);
    const [n, m] = [rowsA.length, rowsB.length];
    const [list, products] = [this.#list, this.#out];
    const width = (m + 1) & ~1;
    for (let j = 0; j < width; j++) list[j] = Math.max(0, rowsB[Math.min(j, m - 1)]!);
    const most = Math.min(MOST_ROWS - width, Math.floor(MOST_ROWS / width)) & ~1;
    for (let first = 0; first < n; first += most) {
      const count = Math.min(most, n - first);
      const height = (count + 1) & ~1;
      for (let i = 0; i < height; i++) list[width + i] = Math.max(0, rowsA[first + Math.min(i, count - 1)]!);
      const bytes = 4 * a.columns;
      this.#kernel.table(LIST + 4 * width, height, placeA, LIST, width, placeB, bytes, WIDE, OUT);
      for (let i = 0, at = first * m; i < count; i++)
        for (let j = 0, from = i * width; j < m; j++, at++, from++) out[at] = products[from]!;
    }
  }

  neighbours(matrix: Matrix, rows: Int32Array, out: Float64Array): void {
    const place = this.#placeOf(matrix, rows);
    for (let k = 0; k < rows.length; k++) this.#list[k] = Math.max(0, rows[k]!);
    this.#kernel.neighbours(LIST, rows.length - 1, place, 4 * matrix.columns, OUT);
    for (let k = 0; k + 1 < rows.length; k++) out[k] = this.#out[k]!;
  }

  sum(matrix: Matrix, rows: Int32Array, weights: Float64Array, count: number, out: Float32Array): void {
    const place = this.#placeOf(matrix, rows, count);
    for (let k = 0; k < count; k++) {
      this.#list[k] = rows[k]!;
      this.#out[k] = weights[k]!;
    }
    this.#kernel.sum(OUT, LIST, count, place, 4 * matrix.columns, WIDE);
    for (let c = 0; c < out.length; c++) out[c] = this.#wide[c]!;
  }

  /** Where a matrix lies, with some of its rows; an index below 0 stands for the first. */
  #placeOf(matrix: Matrix, rows: Int32Array, count = rows.length): number {
    let known = this.#places.get(matrix);
    if (known === undefined) {
      const { byteLength } = matrix.data;
      if (this.#free + byteLength > END) {
        this.#places = new WeakMap();
        this.#free = ROWS;
      }
      known = { place: this.#free, isThere: new Uint8Array(matrix.rows) };
      this.#places.set(matrix, known);
      this.#free += byteLength;
    }
    for (let k = 0; k < count; k++) {
      const row = Math.max(0, rows[k]!);
      if (known.isThere[row] === 0) this.#put(matrix, row, known);
    }
    return known.place;
  }

  #put({ columns, data }: Matrix, row: number, { place, isThere }: Placed): void {
    isThere[row] = 1;
    const first = row * columns;
    this.#memory.set(data.subarray(first, first + columns), place / 4 + first);
  }
}

/** Made when it is first asked for; null where there is no kernel. */
let kernelRows: KernelRows | null | undefined;

/** The kernel where it takes so many indices of rows of a matrix. */
function kernelFor(matrix: Matrix, count: number): KernelRows | undefined {
  if (kernelRows === undefined) {
    const kernel = rowKernel(Math.ceil(END / PAGE_BYTES));
    kernelRows = kernel ? new KernelRows(kernel) : null;
  }
  return kernelRows?.takes(matrix, count) ? kernelRows : undefined;
}

/**
 * Writes the dot products of row `x` of `a` with the first `count` of `rows` of `b` to the beginning of `out`. Like the
 * others here, they equal those of `dotRows` to the last bit, in a third of the time, and in half where there is no
 * WebAssembly; and rows must not change once they were asked for.
 */
export function writeDots(a: Matrix, x: number, b: Matrix, rows: Int32Array, count: number, out: Float64Array): void {
  if (count === 0) return;
  const kernel = kernelFor(b, count);
  if (kernel) kernel.dots(a, x, b, rows, count, out);
  else writePlainDots(a, x, b, rows, count, out);
}

/**
 * Writes the dot products of `rowsA` of `a` with `rowsB` of `b`, rounded to single precision, to `out`, `[rowsA, rowsB]`; any
 * number where one of both is -1.
 */
export function writeDotTable(a: Matrix, rowsA: Int32Array, b: Matrix, rowsB: Int32Array, out: Float64Array): void {
  const m = rowsB.length;
  if (rowsA.length === 0 || m === 0 || a.rows === 0 || b.rows === 0) return;
  const kernel = kernelFor(b, m);
  if (kernel?.takesBoth(a, b, m)) {
    kernel.table(a, rowsA, b, rowsB, out);
    return;
  }
  const rows = rowsB.map((row) => Math.max(0, row));
  const dots = new Float64Array(m);
  for (let i = 0; i < rowsA.length; i++) {
    writeDots(a, Math.max(0, rowsA[i]!), b, rows, m, dots);
    for (let j = 0; j < m; j++) out[i * m + j] = Math.fround(dots[j]!);
  }
}

/** Writes the dot product of each of `rows` with the one behind it to `out`; any number where one of both is -1. */
export function writeNeighbourDots(matrix: Matrix, rows: Int32Array, out: Float64Array): void {
  if (rows.length < 2 || matrix.rows === 0) return;
  const kernel = kernelFor(matrix, rows.length);
  if (kernel) kernel.neighbours(matrix, rows, out);
  else
    for (let k = 0; k + 1 < rows.length; k++)
      if (rows[k]! >= 0 && rows[k + 1]! >= 0) out[k] = dotRows(matrix, rows[k]!, matrix, rows[k + 1]!);
}

/** The sum of the first `count` of `rows` of a matrix, each times its weight, added up in double precision. */
export function weightedSum(matrix: Matrix, rows: Int32Array, weights: Float64Array, count: number): Float32Array {
  const { columns, data } = matrix;
  const out = new Float32Array(columns);
  const kernel = kernelFor(matrix, count);
  if (kernel && count > 0) {
    kernel.sum(matrix, rows, weights, count, out);
    return out;
  }
  const sum = new Float64Array(columns);
  for (let k = 0; k < count; k++) addScaled(sum, weights[k]!, data, rows[k]! * columns);
  out.set(sum);
  return out;
}

function addScaled(sum: Float64Array, weight: number, data: Float32Array, start: number): void {
  for (let c = 0; c < sum.length; c++) sum[c]! += weight * data[start + c]!;
}

let wide = new Float64Array(0);

/** `writeDots` without WebAssembly: two at a time, and row `x` widened to double precision once. */
export function writePlainDots(
  a: Matrix,
  x: number,
  b: Matrix,
  rows: Int32Array,
  count: number,
  out: Float64Array,
): void {
  const { columns, data } = b;
  const whole = columns & ~3;
  if (wide.length < columns) wide = new Float64Array(columns);
  for (let c = 0, at = x * columns; c < columns; c++, at++) wide[c] = a.data[at]!;
  for (let k = 0; k < count; k += 2) {
    const next = k + 1 < count ? k + 1 : k;
    const apart = (rows[next]! - rows[k]!) * columns;
    let at = rows[k]! * columns;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let t0 = 0;
    let t1 = 0;
    let t2 = 0;
    let t3 = 0;
    let c = 0;
    for (; c < whole; c += 4, at += 4) {
      const w0 = wide[c]!;
      const w1 = wide[c + 1]!;
      const w2 = wide[c + 2]!;
      const w3 = wide[c + 3]!;
      s0 += w0 * data[at]!;
      s1 += w1 * data[at + 1]!;
      s2 += w2 * data[at + 2]!;
      s3 += w3 * data[at + 3]!;
      t0 += w0 * data[at + apart]!;
      t1 += w1 * data[at + apart + 1]!;
      t2 += w2 * data[at + apart + 2]!;
      t3 += w3 * data[at + apart + 3]!;
    }
    for (; c < columns; c++, at++) {
      s0 += wide[c]! * data[at]!;
      t0 += wide[c]! * data[at + apart]!;
    }
    out[k] = s0 + s1 + s2 + s3;
    out[next] = t0 + t1 + t2 + t3;
  }
}
