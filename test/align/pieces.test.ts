import { expect, test } from 'vitest';
import { randomFrom, syntheticTexts, type SyntheticOptions } from '../../bench/synthetic-texts.ts';
import { findAnchors, STRONG } from '../../src/align/anchors.ts';
import { cutAtAnchors } from '../../src/align/pieces.ts';
import { longAdditiveSimilarity } from '../../src/align/similarity.ts';
import { matrixOf, randomRows } from './long-texts.ts';

function piecesOf(options: SyntheticOptions) {
  const { source, rendering, gold } = syntheticTexts(options);
  const { path } = findAnchors(longAdditiveSimilarity(source, rendering).long);
  return { pieces: cutAtAnchors(path), gold, n: source.rows, m: rendering.rows };
}

/** The largest piece without a sure place to cut, in cells, but for its last row and column. */
const MOST_CELLS = 8192;

test('pieces follow each other and leave nothing out', () => {
  const { pieces, n, m } = piecesOf({ sentences: 1500, seed: 1, insertion: { at: 200, count: 400 } });
  let [i, j] = [0, 0];
  for (const piece of pieces) {
    expect([piece.i, piece.j]).toEqual([i, j]);
    expect(piece.n + piece.m).toBeGreaterThan(0);
    i += piece.n;
    j += piece.m;
  }
  expect([i, j]).toEqual([n, m]);
  expect(pieces.length).toBeGreaterThan(n / 40);
});

test('no bead lies across a cut', () => {
  const { pieces, gold } = piecesOf({ sentences: 1500, seed: 2, noise: 1.2 });
  const across = pieces.slice(1).filter(({ i, j }) =>
    gold.some(({ source, rendering }) => {
      const inFront = source.filter((s) => s < i).length + rendering.filter((r) => r < j).length;
      return inFront > 0 && inFront < source.length + rendering.length;
    }),
  );
  expect(across).toEqual([]);
});

test('cuts lie between pairs that are each other’s best, beyond doubt', () => {
  const { source, rendering } = syntheticTexts({ sentences: 1200, seed: 4, noise: 1.6 });
  const { path } = findAnchors(longAdditiveSimilarity(source, rendering).long);
  const pieces = cutAtAnchors(path);
  expect(pieces.length).toBeGreaterThan(20);
  for (const { i, j } of pieces.slice(1)) {
    expect([path.first[i], path.last[i]]).toEqual([j, j]);
    for (const pair of [i - 1, i]) {
      expect(path.mutual[pair]).toBe(1);
      expect(path.contrast[pair]).toBeGreaterThanOrEqual(STRONG);
    }
  }
});

test('texts that have nothing in common are cut small all the same', () => {
  const random = randomFrom(3);
  const [source, rendering] = [700, 3000].map((count) => matrixOf(randomRows(count, random)));
  const { path } = findAnchors(longAdditiveSimilarity(source!, rendering!).long);
  const pieces = cutAtAnchors(path);
  for (const { n, m } of pieces) expect((n - 1) * (m - 1)).toBeLessThanOrEqual(MOST_CELLS);
  expect(pieces.reduce((sum, { n }) => sum + n, 0)).toBe(700);
  expect(pieces.reduce((sum, { m }) => sum + m, 0)).toBe(3000);
});
