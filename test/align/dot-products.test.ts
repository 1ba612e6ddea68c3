import { expect, test } from 'vitest';
import { randomFrom } from '../../bench/synthetic-texts.ts';
import { dotTables, fillTable } from '../../src/align/dot-products.ts';
import { dotRows } from '../../src/core/matrix.ts';
import { matrixOf, randomRows } from './long-texts.ts';
import fc from '../fast-check.ts';

const random = randomFrom(1);
const [a, b] = [matrixOf(randomRows(13, random, 7)), matrixOf(randomRows(11, random, 7))];
const stretches = fc
  .tuple(fc.nat(13), fc.nat(13), fc.nat(11), fc.nat(11))
  .map(([x, y, v, w]) => [Math.min(x, y), Math.abs(x - y), Math.min(v, w), Math.abs(v - w)] as const);

test('tables hold the dot products of their stretch, whatever was asked for before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(stretches, fc.boolean()), { minLength: 1, maxLength: 4 }), (list) => {
      const tables = dotTables(a, b);
      for (const [[i, n, j, m], whole] of list) {
        const table = tables(i, n, j, m);
        if (whole) fillTable(table);
        else if (n > 0 && m > 0) table.fill(n - 1, m - 1);
        const known = [...table.values].flatMap((value, at) => (Number.isNaN(value) ? [] : [at]));
        if (whole) expect(known).toHaveLength(n * m);
        else if (n > 0 && m > 0) expect(known).toContain(n * m - 1);
        for (const at of known)
          expect(table.values[at]).toBeCloseTo(dotRows(a, i + Math.floor(at / m), b, j + (at % m)), 12);
      }
    }),
  );
});

test('what a table shares with the one before is there from the start', () => {
  const tables = dotTables(a, b);
  fillTable(tables(0, 8, 0, 6));
  const { values } = tables(5, 4, 3, 5);
  expect([...values].map((value) => Number.isNaN(value))).toEqual(
    [0, 1, 2, 3].flatMap((row) => [0, 1, 2, 3, 4].map((column) => row > 2 || column > 2)),
  );
});
