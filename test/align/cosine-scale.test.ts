import { describe, expect, it } from 'vitest';
import { alignSentences } from '../../src/align/align-sentences.ts';
import { backgroundOf, comparableCosines } from '../../src/align/cosine-scale.ts';
import { windowSimilarity, type GroupSimilarity } from '../../src/align/similarity.ts';
import { normalizeRows, zeros, type Matrix } from '../../src/core/matrix.ts';
import { topics } from './made.ts';

/** Eight sentences a side, each with its own topic; what two sentences share beyond that is `common`. */
function similarity(common: number, n = 8, m = 8): GroupSimilarity {
  return { n, m, cosine: (i, k, j, l) => common + (1 - common) * (k === l && i === j ? 0.8 : 0.1) };
}

describe('comparableCosines', () => {
  it('gives back the very same object where the background is what the weights have seen', () => {
    const plain = similarity(0);
    expect(backgroundOf(plain)).toBeCloseTo(0.1);
    expect(comparableCosines(plain)).toBe(plain);
  });

  it('takes a common part off and leaves 1 and the order as they are', () => {
    const lifted = similarity(0.8);
    const scaled = comparableCosines(lifted);
    expect(scaled.cosine(0, 1, 1, 1)).toBeCloseTo(0.1);
    expect(scaled.cosine(2, 1, 2, 1)).toBeCloseTo(0.8);
    expect(comparableCosines({ n: 8, m: 8, cosine: () => 1 }).cosine(0, 1, 0, 1)).toBe(1);
  });

  it('changes nothing a second time', () => {
    const scaled = comparableCosines(similarity(0.9));
    const again = comparableCosines(scaled);
    for (let j = 0; j < 8; j++) expect(again.cosine(3, 1, j, 1)).toBeCloseTo(scaled.cosine(3, 1, j, 1), 10);
  });

  it('leaves texts alone that are too short to have a background', () => {
    const short = similarity(0.9, 3, 8);
    expect(backgroundOf(short)).toBe(-1);
    expect(comparableCosines(short)).toBe(short);
    expect(backgroundOf({ n: 0, m: 0, cosine: () => NaN })).toBe(-1);
  });

  it('scales the stretches of long texts as the whole', () => {
    const lifted = similarity(0.8);
    const matrix = topics([[0]]);
    const long = { source: matrix, rendering: matrix, stretch: () => lifted };
    const scaled = comparableCosines({ ...lifted, long });
    expect(scaled.long!.stretch(0, 8, 0, 8).cosine(0, 1, 1, 1)).toBe(scaled.cosine(0, 1, 1, 1));
  });

  it('samples large texts evenly, whatever their true pairs are', () => {
    const n = 1000;
    const cosine = (i: number, k: number, j: number, l: number) => (k + l === 2 && i === j ? 0.95 : 0.7);
    expect(backgroundOf({ n, m: n, cosine })).toBe(0.7);
  });
});

describe('alignSentences', () => {
  it('aligns as before when a common part is laid over all vectors, and tells the cosines as they are', () => {
    // The rendering lacks sentence 4, joins 7 and 8, and adds a sentence before the last.
    const topicsOf = [
      Array.from({ length: 12 }, (_, topic) => [topic]),
      [[0], [1], [2], [3], [5], [6], [7, 8], [9], [10], [20], [11]],
    ];
    const align = (common: number) => {
      const windows = topicsOf.map((side, which) => lifted(side, which, common));
      const sides = topicsOf.map((side) => ({ lengths: side.map((topics) => 70 * topics.length) }));
      return alignSentences(windowSimilarity(windows[0]!, windows[1]!), sides[0]!, sides[1]!);
    };
    const plain = align(0);
    const shown = (beads: typeof plain) => beads.map(({ source, rendering }) => `${source}:${rendering}`);
    expect(shown(plain)).toEqual('0:0 1:1 2:2 3:3 4: 5:4 6:5 7,8:6 9:7 10:8 :9 11:10'.split(' '));
    const under = align(0.95);
    expect(shown(under)).toEqual(shown(plain));
    under.forEach((bead, index) => {
      if (bead.similarity !== 0) expect(bead.similarity).toBeCloseTo(0.95 + 0.05 * plain[index]!.similarity);
    });
  });
});

/** Unit rows for runs of up to three sentences: their topics, half as much of something of their own, and `common` of all. */
function lifted(side: number[][], which: number, common: number): Matrix[] {
  return [1, 2, 3].map((k) => {
    const runs = side.slice(0, side.length - k + 1).map((_, first) => side.slice(first, first + k));
    const matrix = zeros(runs.length, 60);
    runs.forEach((run, row) => {
      const at = row * 60;
      for (const topics of run)
        for (const topic of topics) {
          matrix.data[at + topic]! += 1;
          matrix.data[at + 22 + which + ((topic * 7) % 18)]! += 0.6;
        }
    });
    normalizeRows(matrix);
    for (let x = 0; x < matrix.data.length; x++) matrix.data[x]! *= Math.sqrt(1 - common);
    for (let row = 0; row < matrix.rows; row++) matrix.data[row * 60 + 59] = Math.sqrt(common);
    return matrix;
  });
}
