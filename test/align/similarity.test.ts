import { describe, expect, test } from 'vitest';
import { normalizeRows, type Matrix } from '../../src/core/matrix.ts';
import { runSimilarity } from '../../src/align/run-similarity.ts';
import { MAX_GROUP } from '../../src/align/group-norms.ts';
import {
  additiveSimilarity,
  EXACT_CELLS,
  longAdditiveSimilarity,
  windowSimilarity,
  writeCosines,
  type GroupSimilarity,
} from '../../src/align/similarity.ts';
import { topics, upTo } from './made.ts';
import { pairs, windowsOf } from './made-rows.ts';
import fc from '../fast-check.ts';

function everyRun(n: number, m: number, visit: (i: number, k: number, j: number, l: number) => void): void {
  for (let i = 0; i < n; i++)
    for (let k = 1; k <= MAX_GROUP && i + k <= n; k++)
      for (let j = 0; j < m; j++) for (let l = 1; l <= MAX_GROUP && j + l <= m; l++) visit(i, k, j, l);
}

const scaled = (matrix: Matrix, factor: number): Matrix => ({ ...matrix, data: matrix.data.map((v) => v * factor) });
const matrix = (rows: number, columns: number, values: number[]): Matrix => ({
  rows,
  columns,
  data: Float32Array.from(values),
});

describe('of sums', () => {
  test('is the cosine of the sums of the rows', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const additive = additiveSimilarity(a, b);
        const windows = windowSimilarity(windowsOf(a), windowsOf(b));
        expect([additive.n, additive.m]).toEqual([a.rows, b.rows]);
        expect([windows.n, windows.m]).toEqual([a.rows, b.rows]);
        const norm = (rows: Matrix, i: number, k: number) =>
          Math.hypot(
            ...Array.from({ length: rows.columns }, (_, c) =>
              Array.from({ length: k }, (_, x) => rows.data[(i + x) * rows.columns + c]!).reduce((s, v) => s + v, 0),
            ),
          );
        everyRun(a.rows, b.rows, (i, k, j, l) => {
          // Rows that cancel each other have no direction to speak of.
          if (norm(a, i, k) < 0.01 || norm(b, j, l) < 0.01) return;
          expect(additive.cosine(i, k, j, l)).toBeCloseTo(windows.cosine(i, k, j, l), 3);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('knows the sentences that say what the one in front says', () => {
    const rows = matrix(5, 2, [1, 0, 2, 0.1, 0, 1, 0, 0, 0, 3]);
    const expected = { source: Uint8Array.from([0, 1, 0, 0, 0]), rendering: Uint8Array.from([0]) };
    const one = matrix(1, 2, [1, 1]);
    expect(additiveSimilarity(rows, one).twins).toEqual(expected);
    expect(longAdditiveSimilarity(rows, one).long.stretch(0, 5, 0, 1).twins).toEqual(expected);
    expect(windowSimilarity(windowsOf(rows), windowsOf(one)).twins).toEqual(expected);
  });

  test('does not change with the length of the vectors', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(0.25, 2, 64), fc.constantFrom(0.5, 8), ([a, b], x, y) => {
        const plain = additiveSimilarity(a, b);
        const longer = additiveSimilarity(scaled(a, x), scaled(b, y));
        everyRun(a.rows, b.rows, (i, k, j, l) =>
          expect(longer.cosine(i, k, j, l)).toBeCloseTo(plain.cosine(i, k, j, l), 6),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('lies between -1 and 1, and is 0 with a zero row', () => {
    const similarity = additiveSimilarity(matrix(2, 2, [3e5, 1, 0, 0]), matrix(2, 2, [3e5, 1, -3e5, -1]));
    expect(similarity.cosine(0, 1, 0, 1)).toBe(1);
    expect(similarity.cosine(0, 1, 1, 1)).toBe(-1);
    expect(similarity.cosine(1, 1, 0, 1)).toBe(0);
    expect(similarity.cosine(0, 1, 0, 2)).toBe(0);
    expect(similarity.cosine(0, 2, 0, 1)).toBe(1);
  });

  test.each([
    ['another number of dimensions', matrix(1, 2, [1, 0]), matrix(1, 3, [1, 0, 0]), /2 dimensions.* 3/],
    ['too few values', matrix(2, 2, [1, 0]), matrix(1, 2, [1, 0]), /2 x 2 has 2 values/],
    ['too many values', matrix(1, 2, [1, 0]), matrix(1, 2, [1, 0, 0]), /1 x 2 has 3 values/],
    ['NaN', matrix(1, 2, [1, 0]), matrix(1, 2, [NaN, 0]), /NaN/],
    ['infinity', matrix(1, 2, [-Infinity, 0]), matrix(1, 2, [1, 0]), /-Infinity/],
  ])('refuses %s', (_, a, b, message) => {
    expect(() => additiveSimilarity(a, b)).toThrow(expect.objectContaining({ code: 'invalid-vectors' }));
    expect(() => additiveSimilarity(a, b)).toThrow(message);
  });
});

describe('of windows', () => {
  const one = matrix(2, 2, [1, 0, 0, 1]);

  test('is -1 for runs longer than the windows given', () => {
    expect(windowSimilarity([one], [one]).cosine(0, 2, 0, 1)).toBe(-1);
    expect(windowSimilarity([one], [one]).cosine(1, 1, 1, 1)).toBe(1);
  });

  test.each([
    ['a window of too many rows', [one, one], [one], /Windows of 2 sentences have 2 rows, expected 1/],
    ['a window of another dimension', [one, matrix(1, 3, [1, 0, 0])], [one], /dimensions/],
    ['a rendering of another dimension', [one], [matrix(1, 3, [1, 0, 0])], /dimensions/],
    ['NaN in a longer window', [one], [one, matrix(1, 2, [NaN, 1])], /NaN/],
    ['NaN where one side is empty', [], [matrix(1, 2, [NaN, 1])], /NaN/],
  ])('refuses %s', (_, a, b, message) => {
    expect(() => windowSimilarity(a, b)).toThrow(expect.objectContaining({ code: 'invalid-vectors' }));
    expect(() => windowSimilarity(a, b)).toThrow(message);
  });

  test('of an empty side has no rows', () => {
    expect(windowSimilarity([], [])).toMatchObject({ n: 0, m: 0 });
    expect(windowSimilarity([one], [])).toMatchObject({ n: 2, m: 0 });
    expect(windowSimilarity([], [one])).toMatchObject({ n: 0, m: 2 });
  });
});

describe('of long texts', () => {
  const side = Math.ceil(Math.sqrt(EXACT_CELLS)) + 1;
  const rows = (count: number) =>
    matrix(
      count,
      1,
      upTo(count).map((i) => (i % 2 === 0 ? 1 : -1)),
    );

  test('tells its parts beyond the exact search, and only there', () => {
    for (const make of [
      (n: number, m: number) => additiveSimilarity(rows(n), rows(m)),
      (n: number, m: number) => windowSimilarity([rows(n)], [rows(m)]),
    ]) {
      expect(make(side, side).long).toBeDefined();
      expect(make(side, 10).long).toBeUndefined();
      expect(make(side, 0).long).toBeUndefined();
      expect(make(side, side).cosine(3, 1, 3, 1)).toBe(1);
    }
  });

  test('is that of the table, without it', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const table = additiveSimilarity(a, b);
        const long = longAdditiveSimilarity(a, b);
        everyRun(a.rows, b.rows, (i, k, j, l) =>
          expect(long.cosine(i, k, j, l)).toBeCloseTo(table.cosine(i, k, j, l), 5),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('has stretches that are counted from their start', () => {
    fc.assert(
      fc.property(pairs, fc.nat(5), fc.nat(5), ([a, b], i0, j0) => {
        fc.pre(i0 <= a.rows && j0 <= b.rows);
        const table = additiveSimilarity(a, b);
        const [n, m] = [Math.min(4, a.rows - i0), Math.min(3, b.rows - j0)];
        const part = longAdditiveSimilarity(a, b).long.stretch(i0, n, j0, m);
        expect([part.n, part.m]).toEqual([n, m]);
        everyRun(n, m, (i, k, j, l) =>
          expect(part.cosine(i, k, j, l)).toBeCloseTo(table.cosine(i0 + i, k, j0 + j, l), 5),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('has stretches of windows', () => {
    const long = [1, 2, 3].map((k) =>
      normalizeRows(
        matrix(
          side - k + 1,
          2,
          upTo(2 * (side - k + 1)).map((x) => 1 + ((x * k) % 7)),
        ),
      ),
    );
    const similarity = windowSimilarity(long, long);
    const part = similarity.long!.stretch(100, 4, 200, 2);
    everyRun(4, 2, (i, k, j, l) => expect(part.cosine(i, k, j, l)).toBe(similarity.cosine(100 + i, k, 200 + j, l)));
    const end = similarity.long!.stretch(side - 1, 1, side - 2, 2);
    expect(end.cosine(0, 1, 0, 2)).toBe(similarity.cosine(side - 1, 1, side - 2, 2));
  });
});

describe('of runs', () => {
  const rows = topics([[0], [1]]);

  test('goes by what the embedder gave', () => {
    expect(runSimilarity({ sums: rows }, { sums: rows }).cosine(0, 2, 0, 2)).toBeCloseTo(1, 9);
    expect(runSimilarity({ windows: [rows] }, { windows: [rows] }).cosine(0, 1, 1, 1)).toBe(0);
  });

  test('refuses sides that were embedded in different ways', () => {
    expect(() => runSimilarity({ sums: rows }, { windows: [rows] })).toThrow(
      expect.objectContaining({ code: 'invalid-vectors' }),
    );
  });
});

describe('cosines one after the other', () => {
  const check = (similarity: GroupSimilarity) => {
    const { n, m } = similarity;
    everyRun(n, m, (i, k, j, l) => {
      const [down, right] = [n - i - k + 1, m - j - l + 1];
      const out = new Float64Array(down + right + 1);
      writeCosines(similarity, 'source', i, k, j, l, down, out, 1);
      writeCosines(similarity, 'rendering', i, k, j, l, right, out, down + 1);
      const each = [
        ...upTo(down).map((x) => similarity.cosine(i + x, k, j, l)),
        ...upTo(right).map((x) => similarity.cosine(i, k, j + x, l)),
      ];
      expect([...out]).toEqual([0, ...each]);
    });
  };

  test.each([
    ['of sums', additiveSimilarity],
    ['of windows', (a: Matrix, b: Matrix) => windowSimilarity(windowsOf(a), windowsOf(b))],
    ['of long texts', (a: Matrix, b: Matrix) => longAdditiveSimilarity(a, b)],
    ['of stretches', (a: Matrix, b: Matrix) => longAdditiveSimilarity(a, b).long.stretch(0, a.rows, 0, b.rows)],
  ])('%s are those of single calls to the last bit', (_, make) => {
    fc.assert(
      fc.property(pairs, ([a, b]) => check(make(a, b))),
      { numRuns: 20 },
    );
  });
});
