import { afterEach, describe, expect, it, vi } from 'vitest';
import { dotRows, zeros, type Matrix } from '../../src/core/matrix.ts';

/** Rows of numbers of many sizes, so that a sum in any other order has other last bits. */
function made(rows: number, columns: number, step: number): Matrix {
  const matrix = zeros(rows, columns);
  for (let at = 0; at < matrix.data.length; at++) matrix.data[at] = Math.sin(1 + at * step) * 10 ** (at % 5);
  return matrix;
}

/** A fresh copy of the module, which makes its kernel anew. */
async function load() {
  vi.resetModules();
  return import('../../src/align/row-products.ts');
}

afterEach(() => vi.unstubAllGlobals());

const without: Record<string, () => void> = {
  'with WebAssembly': () => {},
  'without WebAssembly': () => vi.stubGlobal('WebAssembly', undefined),
  'where a security policy forbids it': () =>
    vi.stubGlobal('WebAssembly', {
      Module: class {
        constructor() {
          throw new EvalError('Refused to compile WebAssembly');
        }
      },
    }),
};

for (const [name, prepare] of Object.entries(without))
  describe(`products of rows ${name}`, () => {
    for (const columns of [1, 4, 7, 16, 48, 512])
      it(`are those of dotRows to the last bit, of ${columns} columns`, async () => {
        prepare();
        const { writeDots, writeDotTable, writeNeighbourDots, weightedSum } = await load();
        const [a, b] = [made(3, columns, 0.7), made(9, columns, 1.3)];
        for (const list of [[], [4], [8, 0], [3, 3, 5, 1, 7, 2, 0]]) {
          const rows = Int32Array.from(list);
          const dots = new Float64Array(9);
          writeDots(a, 2, b, rows, rows.length, dots);
          expect([...dots.subarray(0, rows.length)]).toEqual(list.map((y) => dotRows(a, 2, b, y)));
          const table = new Float64Array(2 * rows.length);
          writeDotTable(a, Int32Array.of(2, 0), b, rows, table);
          expect([...table]).toEqual([2, 0].flatMap((x) => list.map((y) => Math.fround(dotRows(a, x, b, y)))));
          writeNeighbourDots(b, rows, dots);
          for (let k = 0; k + 1 < list.length; k++) expect(dots[k]).toBe(dotRows(b, list[k]!, b, list[k + 1]!));
          const weights = Float64Array.from(list, (y) => Math.cos(y) * 3);
          const sums = Array.from({ length: columns }, (_, c) =>
            Math.fround(list.reduce((sum, y, k) => sum + weights[k]! * b.data[y * columns + c]!, 0)),
          );
          expect([...weightedSum(b, rows, weights, rows.length)]).toEqual(sums);
        }
      });
  });

it('rows that are written after others were asked for have their own products', async () => {
  const { writeDotTable } = await load();
  const [all, growing] = [made(6, 32, 0.3), { rows: 6, columns: 32, data: new Float32Array(6 * 32) }];
  for (const row of [0, 3, 5]) {
    growing.data.set(all.data.subarray(row * 32, (row + 1) * 32), row * 32);
    const table = new Float64Array(2);
    writeDotTable(growing, Int32Array.of(row), growing, Int32Array.of(0, row), table);
    expect([...table]).toEqual([0, row].map((other) => Math.fround(dotRows(all, row, all, other))));
  }
});

it('a neighbour without a vector spoils no other product', async () => {
  const { writeNeighbourDots } = await load();
  const matrix = made(4, 32, 0.3);
  const dots = new Float64Array(4);
  writeNeighbourDots(matrix, Int32Array.of(1, 2, -1, 3), dots);
  expect(dots[0]).toBe(dotRows(matrix, 1, matrix, 2));
});

it('rows are the same again once others have taken their place, and where they have none', async () => {
  const { writeDots, writeDotTable } = await load();
  // 24 megabytes are kept: two of these, or none of the last.
  const matrices = [4500, 4500, 4500, 14_000].map((rows, x) => made(rows, 512, 0.1 + x));
  for (const matrix of [...matrices, ...matrices]) {
    const dots = new Float64Array(2);
    writeDots(matrix, 5, matrix, Int32Array.of(1, matrix.rows - 1), 2, dots);
    expect([...dots]).toEqual([dotRows(matrix, 5, matrix, 1), dotRows(matrix, 5, matrix, matrix.rows - 1)]);
    writeDotTable(matrices[0]!, Int32Array.of(7), matrix, Int32Array.of(3), dots);
    expect(dots[0]).toBe(Math.fround(dotRows(matrices[0]!, 7, matrix, 3)));
  }
});
