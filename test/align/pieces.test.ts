import { describe, expect, test } from 'vitest';
import { randomFrom, syntheticTexts, type SyntheticOptions } from '../../bench/synthetic-texts.ts';
import { findAnchors, STRONG } from '../../src/align/anchors.ts';
import { cutAtAnchors, partsOf } from '../../src/align/pieces.ts';
import { longAdditiveSimilarity } from '../../src/align/similarity.ts';
import { matrixOf, randomRows } from './long-texts.ts';
import { finish } from '../../src/core/steps.ts';

function piecesOf(options: SyntheticOptions) {
  const { source, rendering, gold } = syntheticTexts(options);
  const { path } = finish(findAnchors(longAdditiveSimilarity(source, rendering).long));
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
  const { path } = finish(findAnchors(longAdditiveSimilarity(source, rendering).long));
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
  const { path } = finish(findAnchors(longAdditiveSimilarity(source!, rendering!).long));
  const pieces = cutAtAnchors(path);
  for (const { n, m } of pieces) expect((n - 1) * (m - 1)).toBeLessThanOrEqual(MOST_CELLS);
  expect(pieces.reduce((sum, { n }) => sum + n, 0)).toBe(700);
  expect(pieces.reduce((sum, { m }) => sum + m, 0)).toBe(3000);
});

describe('parts of a piece', () => {
  const path = {
    n: 6,
    m: 6,
    first: Int32Array.of(0, 1, 2, 3, 4, 5, 6),
    last: Int32Array.of(0, 1, 2, 3, 4, 5, 6),
    contrast: Float64Array.of(9, 9, 9, 9, 9, 9),
    mutual: Uint8Array.of(1, 1, 1, 1, 1, 1),
  };
  const piece = { i: 1, n: 4, j: 1, m: 4 };
  const starts = (parts: { i: number; j: number }[]) => parts.map(({ i, j }) => [i, j]);
  const diagonal = (i: number, j: number) => (i === j ? 0.6 : 0.1);

  test('are cut between pairs beyond doubt, and leave nothing of it out', () => {
    const parts = partsOf(piece, path, diagonal);
    expect(parts).toEqual([1, 2, 3, 4].map((i) => ({ i, n: 1, j: i, m: 1 })));
  });

  test('are not cut where a pair is doubtful', () => {
    const contrast = Float64Array.of(9, 9, 9, STRONG - 0.1, 9, 9);
    expect(starts(partsOf(piece, { ...path, contrast }, diagonal))).toEqual([
      [1, 1],
      [2, 2],
    ]);
    const mutual = Uint8Array.of(1, 1, 0, 1, 1, 1);
    expect(starts(partsOf(piece, { ...path, mutual }, diagonal))).toEqual([
      [1, 1],
      [4, 4],
    ]);
  });

  test('are not cut where sentences are near to those of the other pair', () => {
    const near = (i: number, j: number) => (i === 2 && j === 3 ? 0.25 : diagonal(i, j));
    expect(starts(partsOf(piece, path, near))).toEqual([
      [1, 1],
      [2, 2],
      [4, 4],
    ]);
  });

  test('of a piece beside a gap are cut on the path alone', () => {
    const shifted = { ...path, m: 8, first: path.first.map((j) => (j > 3 ? j + 2 : j)) };
    const last = shifted.first.slice();
    last[3] = 5;
    const along = (i: number, j: number) => diagonal(i < 3 ? i : i + 2, j);
    expect(starts(partsOf({ i: 0, n: 6, j: 0, m: 8 }, { ...shifted, last }, along))).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [4, 6],
      [5, 7],
    ]);
  });
});
