import { rowsOf, type Matrix } from '../core/matrix.ts';

/**
 * Writes the dot products of rows `i` and `i + 1` of `a` with rows `j` and `j + 1` of `b` into `out`, a row for each row of
 * `a`. Two by two, each value is read and widened half as often as by `dotRows`: half the time.
 */
function dotSquare(a: Matrix, i: number, b: Matrix, j: number, out: Float64Array): void {
  const d = a.columns;
  const x = a.data;
  const y = b.data;
  const below = i + 1 < a.rows;
  const right = j + 1 < b.rows;
  const nextX = below ? d : 0;
  const nextY = right ? d : 0;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  for (let p = i * d, q = j * d, end = p + d; p < end; p++, q++) {
    const x0 = x[p]!;
    const x1 = x[p + nextX]!;
    const y0 = y[q]!;
    const y1 = y[q + nextY]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s10 += x1 * y0;
    s11 += x1 * y1;
  }
  const width = b.rows;
  const at = i * width + j;
  out[at] = s00;
  if (right) out[at + 1] = s01;
  if (below) out[at + width] = s10;
  if (below && right) out[at + width + 1] = s11;
}

/** Dot products of `n` rows of one matrix with `m` of another, row by row; NaN where not computed yet. */
export interface DotTable {
  readonly n: number;
  readonly m: number;
  readonly values: Float64Array;
  /** Computes the value at `(i, j)` and, with it, those around it. */
  fill(i: number, j: number): void;
}

/**
 * Gives tables of stretches of two matrices, `n` rows from `i` on and `m` from `j` on. What a table has in common with the
 * one before, which is remembered, is taken from there: stretches of long texts follow each other and overlap.
 */
export function dotTables(a: Matrix, b: Matrix): (i: number, n: number, j: number, m: number) => DotTable {
  let before = { i: 0, n: 0, j: 0, m: 0, values: new Float64Array(0) };
  return (i, n, j, m) => {
    const values = new Float64Array(n * m).fill(NaN);
    const endI = Math.min(i + n, before.i + before.n);
    const [left, right] = [Math.max(j, before.j), Math.min(j + m, before.j + before.m)];
    for (let row = Math.max(i, before.i); row < endI && left < right; row++) {
      const from = (row - before.i) * before.m - before.j;
      values.set(before.values.subarray(from + left, from + right), (row - i) * m + left - j);
    }
    before = { i, n, j, m, values };
    const [rowsA, rowsB] = [rowsOf(a, i, n), rowsOf(b, j, m)];
    return { n, m, values, fill: (x, y) => dotSquare(rowsA, x & ~1, rowsB, y & ~1, values) };
  };
}

/** Computes what a table does not hold yet. */
export function fillTable(table: DotTable): void {
  fillRows(table, 0, table.n);
}

/** Computes what the rows `from` to `to - 1` of a table do not hold yet. */
export function fillRows({ m, values, fill }: DotTable, from: number, to: number): void {
  for (let i = from; i < to; i++) for (let j = 0; j < m; j++) if (Number.isNaN(values[i * m + j]!)) fill(i, j);
}
