import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../bench/synthetic-texts.ts';
import { sentenceView, type CoarseView } from '../../src/align/coarse-view.ts';
import { longAdditiveSimilarity } from '../../src/align/similarity.ts';
import { normalizeRows, type Matrix } from '../../src/core/matrix.ts';
import { matrixOf, randomRows } from './long-texts.ts';
import { finish } from '../../src/core/steps.ts';

/** Rows with a common part, as long as what tells them apart, and lengths from 1 to 3. */
function rowsWithMean(count: number, seed: number): Matrix {
  const random = randomFrom(seed);
  const [common] = randomRows(1, randomFrom(1), 12);
  return matrixOf(
    randomRows(count, random, 12).map((row) => {
      const length = 1 + 2 * random();
      return row.map((value, c) => length * (value + common![c]!));
    }),
  );
}

/** By the definition: unit rows less their mean, summed by blocks, as unit rows. */
function blocksOf({ rows, columns, data }: Matrix, size: number): Matrix {
  const units = normalizeRows({ rows, columns, data: data.slice() });
  const mean = Array.from({ length: columns }, (_, c) => {
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += units.data[i * columns + c]!;
    return sum / rows;
  });
  const blocks = { rows: Math.ceil(rows / size), columns, data: new Float32Array(Math.ceil(rows / size) * columns) };
  for (let i = 0; i < rows; i++)
    for (let c = 0; c < columns; c++)
      blocks.data[Math.floor(i / size) * columns + c]! += units.data[i * columns + c]! - mean[c]!;
  return normalizeRows(blocks);
}

describe('contrasts', () => {
  const source = rowsWithMean(45, 2);
  const rendering = rowsWithMean(38, 3);
  const view = finish(sentenceView(longAdditiveSimilarity(source, rendering).long));

  test.each([
    [1, view],
    [2, finish(view.coarser())],
    [4, finish(finish(view.coarser()).coarser())],
  ])('of blocks of %i are cosines without the common part, on a scale of their own', (size, at: CoarseView) => {
    const [a, b] = [blocksOf(source, size), blocksOf(rendering, size)];
    expect([at.n, at.m]).toEqual([a.rows, b.rows]);
    const cosine = (i: number, j: number) => {
      let sum = 0;
      for (let c = 0; c < 12; c++) sum += a.data[i * 12 + c]! * b.data[j * 12 + c]!;
      return sum;
    };
    const scale = (at.contrast(1, 2) - at.contrast(0, 0)) / (cosine(1, 2) - cosine(0, 0));
    const contrasts: number[] = [];
    for (let i = 0; i < at.n; i++)
      for (let j = 0; j < at.m; j++) {
        const contrast = at.contrast(i, j);
        contrasts.push(contrast);
        expect(Math.abs(contrast - at.contrast(0, 0) - scale * (cosine(i, j) - cosine(0, 0)))).toBeLessThan(1e-3);
      }
    // Half of all pairs lie below 0, and one in six below -1.
    const below = (bound: number) => contrasts.filter((value) => value < bound).length / contrasts.length;
    expect(scale).toBeGreaterThan(0);
    expect(Math.abs(below(0) - 0.5)).toBeLessThan(0.06);
    expect(Math.abs(below(-1) - 0.16)).toBeLessThan(0.06);
  });
});

test('rows of zeros are like nothing', () => {
  const rows = { rows: 4, columns: 3, data: new Float32Array(12) };
  const view = finish(sentenceView(longAdditiveSimilarity(rows, rows).long));
  for (const at of [view, finish(view.coarser())]) expect(at.contrast(1, 1)).toBe(0);
});
