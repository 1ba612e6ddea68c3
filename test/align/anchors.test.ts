import { describe, expect, test } from 'vitest';
import { randomFrom, syntheticTexts, type SyntheticOptions } from '../../bench/synthetic-texts.ts';
import { findAnchors } from '../../src/align/anchors.ts';
import { longAdditiveSimilarity } from '../../src/align/similarity.ts';
import { matrixOf, noisy, randomRows, shuffledIn } from './long-texts.ts';
import { finish } from '../../src/core/steps.ts';

function anchorsOf(options: SyntheticOptions) {
  const { source, rendering, gold } = syntheticTexts(options);
  const found = finish(findAnchors(longAdditiveSimilarity(source, rendering).long));
  const pairs = gold.filter((bead) => bead.source.length === 1 && bead.rendering.length === 1);
  const onPath = pairs.filter(({ source: [i], rendering: [j] }) => found.path.last[i!] === j);
  return { ...found, share: onPath.length / pairs.length };
}

describe('the path through two long texts', () => {
  test('goes through nearly every pair of sentences', () => {
    const { share, widened, levels } = anchorsOf({ sentences: 1500, seed: 1 });
    expect(share).toBeGreaterThan(0.995);
    expect(widened).toBe(0);
    expect(levels).toBeGreaterThan(2);
  });

  test.each([
    ['an insertion of 500 in the middle', { insertion: { at: 700, count: 500 } }],
    ['a chapter that the rendering leaves out', { omissions: [{ at: 300, count: 400 }] }],
    [
      'chapters missing at several places',
      {
        omissions: [
          { at: 0, count: 150 },
          { at: 900, count: 200 },
        ],
        insertion: { at: 500, count: 300 },
      },
    ],
    ['noise about as long as the vectors', { noise: 1.5 }],
  ])('is not led astray by %s', (_, more) => {
    expect(anchorsOf({ sentences: 1500, seed: 2, ...more }).share).toBeGreaterThan(0.99);
  });

  test('recovers where larger blocks took a passage for another, and says so', () => {
    // The rendering holds the middle twice, first in an order that only blocks of 16 sentences and more do not see, and
    // nearer to the source than the true one.
    const random = randomFrom(5);
    const [before, middle, behind] = [1504, 512, 1504].map((count) => randomRows(count, random));
    const rendered = (rows: Float32Array[]) => rows.map((row) => noisy(row, random));
    const source = [...before!, ...middle!, ...behind!];
    const rendering = [
      ...rendered(before!),
      ...shuffledIn(middle!, 16, random),
      ...rendered(middle!),
      ...rendered(behind!),
    ];
    const { path, widened } = finish(findAnchors(longAdditiveSimilarity(matrixOf(source), matrixOf(rendering)).long));
    expect(widened).toBeGreaterThan(0);
    let right = 0;
    for (let i = 0; i < source.length; i++) if (path.last[i] === (i < 1504 ? i : i + 512)) right++;
    expect(right / source.length).toBeGreaterThan(0.99);
  });

  test('is widened, and ends, where neither side has a counterpart', () => {
    const random = randomFrom(6);
    const [before, behind] = [600, 600].map((count) => randomRows(count, random));
    const source = [...before!, ...randomRows(300, random), ...behind!];
    const rendering = [
      ...before!.map((row) => noisy(row, random)),
      ...randomRows(350, random),
      ...behind!.map((row) => noisy(row, random)),
    ];
    const { path, widened } = finish(findAnchors(longAdditiveSimilarity(matrixOf(source), matrixOf(rendering)).long));
    expect(widened).toBeGreaterThan(0);
    for (let i = 0; i < 590; i++) expect(path.last[i]).toBe(i);
    for (let i = 910; i < 1500; i++) expect(path.last[i]).toBe(i + 50);
  });

  test('is the same every time', () => {
    const options = { sentences: 900, seed: 4 };
    expect(anchorsOf(options)).toEqual(anchorsOf(options));
  });
});

test.each([
  [0, 0],
  [0, 5],
  [5, 0],
  [1, 400],
  [400, 1],
  [3000, 25],
])('%i sentences against %i have a path from end to end', (n, m) => {
  const random = randomFrom(7);
  const side = (count: number) => matrixOf(randomRows(count, random), 96);
  const { path } = finish(findAnchors(longAdditiveSimilarity(side(n), side(m)).long));
  expect([path.n, path.m, path.first[0], path.last[n]]).toEqual([n, m, 0, m]);
  for (let i = 1; i <= n; i++) {
    const step = path.first[i]! - path.last[i - 1]!;
    expect(step).toBe(path.contrast[i - 1]! > -Infinity ? 1 : 0);
    expect(path.last[i]).toBeGreaterThanOrEqual(path.first[i]!);
  }
});

test('rows of zeros have a path and no evidence', () => {
  const rows = { rows: 700, columns: 8, data: new Float32Array(700 * 8) };
  const { path } = finish(findAnchors(longAdditiveSimilarity(rows, rows).long));
  expect(path.last[700]).toBe(700);
  expect([...path.contrast].every((contrast) => !(contrast > 0))).toBe(true);
});
