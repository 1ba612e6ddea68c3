import type { Steps } from './steps.ts';

/** Vectors as rows of one array: shape `[rows, columns]`, row-major. */
export interface Matrix {
  /** How many vectors there are. */
  readonly rows: number;
  /** The length of a row. */
  readonly columns: number;
  /** The values: row `r`, column `c` at `r * columns + c`. */
  readonly data: Float32Array;
}

/** An all-zero matrix. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float32Array(rows * columns) };
}

/** A view of some rows. */
export function rowsOf({ columns, data }: Matrix, first: number, count: number): Matrix {
  return { rows: count, columns, data: data.subarray(first * columns, (first + count) * columns) };
}

/** Rows that are gone through between two pauses: hardly a millisecond of work. */
export const ROWS_A_STEP = 512;

/** Scales every row to unit length, in place, in steps; else as `normalizeRows`. */
export function* normalizingRows(matrix: Matrix): Steps<Matrix> {
  for (let first = 0; first < matrix.rows; first += ROWS_A_STEP) {
    if (first > 0) yield;
    normalizeRows(rowsOf(matrix, first, Math.min(ROWS_A_STEP, matrix.rows - first)));
  }
  return matrix;
}

/** Scales every row to unit length, in place; a zero row stays zero. Returns the same matrix. O(rows * columns). */
export function normalizeRows(matrix: Matrix): Matrix {
  const lengths = rowLengths(matrix);
  for (let r = 0; r < matrix.rows; r++) scaleRow(matrix, r, lengths[r]!, matrix, r);
  return matrix;
}

/** Writes row `r` of a matrix, which is `length` long, at unit length to row `to` of another; a zero row stays zero. */
export function scaleRow(
  { columns, data }: Matrix,
  r: number,
  length: number,
  { data: out }: Matrix,
  to: number,
): void {
  const scale = length === 0 ? 0 : 1 / length;
  for (let c = r * columns, at = to * columns, end = c + columns; c < end; c++, at++) out[at] = data[c]! * scale;
}

/** How long the rows of a matrix are. Four at a time, so that no addition waits for the one before. O(rows * columns). */
export function rowLengths({ rows, columns, data }: Matrix): Float64Array {
  const lengths = new Float64Array(rows);
  for (let r = 0; r < rows; r += 4) {
    // Behind the last row comes the last row again.
    const [a, b, c, d] = [r, Math.min(r + 1, rows - 1), Math.min(r + 2, rows - 1), Math.min(r + 3, rows - 1)];
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = 0; k < columns; k++) {
      const x0 = data[a * columns + k]!;
      const x1 = data[b * columns + k]!;
      const x2 = data[c * columns + k]!;
      const x3 = data[d * columns + k]!;
      s0 += x0 * x0;
      s1 += x1 * x1;
      s2 += x2 * x2;
      s3 += x3 * x3;
    }
    lengths[a] = Math.sqrt(s0);
    lengths[b] = Math.sqrt(s1);
    lengths[c] = Math.sqrt(s2);
    lengths[d] = Math.sqrt(s3);
  }
  return lengths;
}

/** The dot product of row `i` of `a` and row `j` of `b`, which have the same number of columns. */
export function dotRows(a: Matrix, i: number, b: Matrix, j: number): number {
  const n = a.columns;
  const x = a.data;
  const y = b.data;
  let at = i * n;
  let bt = j * n;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const end = at + (n & ~3);
  for (; at < end; at += 4, bt += 4) {
    s0 += x[at]! * y[bt]!;
    s1 += x[at + 1]! * y[bt + 1]!;
    s2 += x[at + 2]! * y[bt + 2]!;
    s3 += x[at + 3]! * y[bt + 3]!;
  }
  for (const last = i * n + n; at < last; at++, bt++) s0 += x[at]! * y[bt]!;
  return s0 + s1 + s2 + s3;
}
