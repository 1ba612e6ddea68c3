import { normalizeRows, zeros, type Matrix } from '../../src/core/matrix.ts';
import { MAX_GROUP } from '../../src/align/group-norms.ts';
import fc from '../fast-check.ts';

/** Thousandths, so that no square is too small for a float. */
const matrices = (rows: fc.Arbitrary<number>, columns: number): fc.Arbitrary<Matrix> =>
  rows.chain((count) =>
    fc
      .array(fc.integer({ min: -1000, max: 1000 }), { minLength: count * columns, maxLength: count * columns })
      .map((values) => ({ rows: count, columns, data: Float32Array.from(values, (value) => value / 1000) })),
  );
/** Rows of two sides of as many columns. */
export const pairs = fc
  .integer({ min: 1, max: 9 })
  .chain((columns) => fc.tuple(matrices(fc.nat(8), columns), matrices(fc.nat(8), columns)));

/** Unit rows of the sums of every run of up to 6 rows. */
export function windowsOf({ rows, columns, data }: Matrix): Matrix[] {
  const windows: Matrix[] = [];
  for (let k = 1; k <= MAX_GROUP; k++) {
    const sums = zeros(Math.max(0, rows - k + 1), columns);
    for (let i = 0; i < sums.rows; i++)
      for (let x = i; x < i + k; x++)
        for (let c = 0; c < columns; c++) sums.data[i * columns + c]! += data[x * columns + c]!;
    windows.push(normalizeRows(sums));
  }
  return windows;
}
