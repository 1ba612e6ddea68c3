import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeRows, zeros, type Matrix } from '../../src/core/matrix.ts';
import { runSimilarity } from '../../src/align/run-similarity.ts';
import { additiveSimilarity, hubness, MAX_GROUP, windowSimilarity } from '../../src/align/similarity.ts';
import { topics } from './made.ts';

/** Thousandths, so that no square is too small for a float. */
const matrices = (rows: fc.Arbitrary<number>, columns: number): fc.Arbitrary<Matrix> =>
  rows.chain((count) =>
    fc
      .array(fc.integer({ min: -1000, max: 1000 }), { minLength: count * columns, maxLength: count * columns })
      .map((values) => ({ rows: count, columns, data: Float32Array.from(values, (value) => value / 1000) })),
  );
const pairs = fc
  .integer({ min: 1, max: 9 })
  .chain((columns) => fc.tuple(matrices(fc.nat(8), columns), matrices(fc.nat(8), columns)));

/** Unit rows of the sums of every run of up to 6 rows. */
function windowsOf({ rows, columns, data }: Matrix): Matrix[] {
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

describe('hubness', () => {
  test('is the mean of the three best cosines, the best its first', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const similarity = additiveSimilarity(a, b);
        const found = hubness(similarity);
        const { n, m } = similarity;
        const mean = (values: number[]) => {
          // Where the other side has fewer than three, .3 stands in for a rank.
          const best = [...values.sort((x, y) => y - x), 0.3, 0.3, 0.3].slice(0, 3);
          return best.reduce((sum, value) => sum + value, 0) / 3;
        };
        for (let i = 0; i < n; i++) {
          for (let k = 1; k <= MAX_GROUP && i + k <= n; k++) {
            const all = Array.from({ length: m }, (_, j) => similarity.cosine(i, k, j, 1));
            if (k === 1) expect(found.sourceBest[i]).toBe(m > 0 ? Math.max(...all) : 0);
            expect(found.source[i * MAX_GROUP + k - 1]).toBeCloseTo(mean(all), 9);
          }
        }
        for (let j = 0; j < m; j++) {
          for (let l = 1; l <= MAX_GROUP && j + l <= m; l++) {
            const all = Array.from({ length: n }, (_, i) => similarity.cosine(i, 1, j, l));
            if (l === 1) expect(found.renderingBest[j]).toBe(n > 0 ? Math.max(...all) : 0);
            expect(found.rendering[j * MAX_GROUP + l - 1]).toBeCloseTo(mean(all), 9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is higher for a sentence that is near to all', () => {
    const { source } = hubness(additiveSimilarity(topics([[0, 1, 2], [3]]), topics([[0], [1], [2], [3]])));
    expect(source[0]).toBeGreaterThan(source[MAX_GROUP]!);
  });
});
