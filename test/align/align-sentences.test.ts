import { describe, expect, test } from 'vitest';
import { alignSentences, negativeLogSigmoid } from '../../src/align/align-sentences.ts';
import { MAX_CELLS } from '../../src/align/lattice.ts';
import { additiveSimilarity, windowSimilarity, type GroupSimilarity } from '../../src/align/similarity.ts';
import { normalizeRows, type Matrix } from '../../src/core/matrix.ts';
import type { Bead, SentenceKind } from '../../src/core/result.ts';
import { bodies, groups, topics, upTo, used, WEIGHTS } from './made.ts';
import fc from '../fast-check.ts';

const align = (source: readonly (readonly number[])[], rendering: readonly (readonly number[])[]): Bead[] =>
  alignSentences(
    additiveSimilarity(topics(source), topics(rendering)),
    bodies(source.length),
    bodies(rendering.length),
    {
      weights: WEIGHTS,
    },
  );
const single = (...list: number[]): number[][] => list.map((topic) => [topic]);

/** Rows of even noise, so that no two paths are equally good. */
const rows = (max: number): fc.Arbitrary<Matrix> =>
  fc.tuple(fc.nat(max), fc.integer()).map(([count, seed]) => {
    let state = seed;
    const data = Float32Array.from({ length: count * 6 }, () => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
      return ((state ^ (state >>> 13)) >>> 8) / 2 ** 23 - 1;
    });
    return { rows: count, columns: 6, data };
  });

describe('any two texts', () => {
  test('have every sentence in exactly one bead, with figures in their ranges', () => {
    fc.assert(
      fc.property(rows(9), rows(9), (a, b) => {
        const beads = alignSentences(additiveSimilarity(a, b), bodies(a.rows), bodies(b.rows), { weights: WEIGHTS });
        expect(used(beads, 'source')).toEqual(upTo(a.rows));
        expect(used(beads, 'rendering')).toEqual(upTo(b.rows));
        for (const { source, rendering, similarity, confidence, cost } of beads) {
          expect(source.length + rendering.length).toBeGreaterThan(0);
          for (const group of [source, rendering]) expect(group).toEqual(group.map((_, offset) => group[0]! + offset));
          expect(similarity).toBeGreaterThanOrEqual(-1);
          expect(similarity).toBeLessThanOrEqual(1);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(cost).toBeGreaterThanOrEqual(0);
          expect(cost).toBeLessThan(Infinity);
          if (source.length === 0 || rendering.length === 0) expect(similarity).toBe(0);
        }
        const first = beads.flatMap(({ source }) => source.slice(0, 1));
        expect(first).toEqual([...first].sort((x, y) => x - y));
      }),
      { numRuns: 100 },
    );
  });

  test('are aligned alike from the other side', () => {
    fc.assert(
      fc.property(rows(8), rows(8), (a, b) => {
        const there = alignSentences(additiveSimilarity(a, b), bodies(a.rows), bodies(b.rows), { weights: WEIGHTS });
        const back = alignSentences(additiveSimilarity(b, a), bodies(b.rows), bodies(a.rows), { weights: WEIGHTS });
        const sorted = (list: { source: number[]; rendering: number[]; moved?: true; confidence: number }[]) =>
          list
            .map((bead) => ({ key: JSON.stringify([bead.source, bead.rendering, bead.moved ?? false]), ...bead }))
            .sort((x, y) => (x.key < y.key ? -1 : 1));
        const one = sorted(there);
        const other = sorted(back.map((bead) => ({ ...bead, source: bead.rendering, rendering: bead.source })));
        expect(other.map(({ key }) => key)).toEqual(one.map(({ key }) => key));
        one.forEach(({ confidence }, x) => expect(other[x]!.confidence).toBeCloseTo(confidence, 5));
      }),
      { numRuns: 100 },
    );
  });

  test('are aligned alike whatever the common length of their vectors', () => {
    fc.assert(
      fc.property(rows(7), rows(7), fc.constantFrom(0.125, 4, 1024), (a, b, factor) => {
        const by = (x: Matrix): Matrix => ({ ...x, data: x.data.map((value) => value * factor) });
        const sides = [bodies(a.rows), bodies(b.rows)] as const;
        const plain = alignSentences(additiveSimilarity(a, b), ...sides, { weights: WEIGHTS });
        const longer = alignSentences(additiveSimilarity(by(a), by(b)), ...sides, { weights: WEIGHTS });
        expect(longer).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });
});

describe('texts with vectors for each of their runs', () => {
  const windowsOf = (rows: Matrix) =>
    [1, 2, 3].map((k) => {
      const count = Math.max(0, rows.rows - k + 1);
      const sums = { rows: count, columns: rows.columns, data: new Float32Array(count * rows.columns) };
      for (let at = 0; at < sums.data.length; at++)
        for (let x = 0; x < k; x++) sums.data[at]! += rows.data[at + x * rows.columns]!;
      return normalizeRows(sums);
    });
  const alignWindows = (a: Matrix, b: Matrix) =>
    alignSentences(windowSimilarity(windowsOf(a), windowsOf(b)), bodies(a.rows), bodies(b.rows), { weights: WEIGHTS });

  test('are aligned alike from the other side', () => {
    fc.assert(
      fc.property(rows(9), rows(9), (a, b) => {
        const key = (source: number[], rendering: number[]) => JSON.stringify([source, rendering]);
        const there = alignWindows(a, b).map((bead) => key(bead.source, bead.rendering));
        const back = alignWindows(b, a).map((bead) => key(bead.rendering, bead.source));
        expect(back.sort()).toEqual(there.sort());
      }),
      { numRuns: 60 },
    );
  });

  test('beside themselves are the diagonal', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 12 }), (list) => {
        const beads = alignWindows(topics(single(...list)), topics(single(...list)));
        expect(groups(beads)).toEqual(list.map((_, i) => [[i], [i]]));
      }),
      { numRuns: 30 },
    );
  });

  test('and an empty side are gaps', () => {
    expect(groups(alignWindows(topics(single(0, 1)), topics([])))).toEqual([
      [[0], []],
      [[1], []],
    ]);
    expect(alignWindows(topics([]), topics([]))).toEqual([]);
  });
});

test('a text beside itself is the diagonal', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 12 }), (list) => {
      const beads = align(single(...list), single(...list));
      expect(groups(beads)).toEqual(list.map((_, i) => [[i], [i]]));
      for (const { similarity, confidence } of beads) {
        expect(similarity).toBeCloseTo(1, 6);
        expect(confidence).toBeGreaterThan(0.9);
      }
    }),
    { numRuns: 50 },
  );
});

test('texts that have nothing in common are all gaps', () => {
  const beads = align(single(0, 1, 2), single(3, 4));
  expect(groups(beads)).toEqual([
    [[0], []],
    [[1], []],
    [[2], []],
    [[], [0]],
    [[], [1]],
  ]);
  for (const { confidence } of beads) expect(confidence).toBeGreaterThan(0.9);
});

describe('what a translator does', () => {
  test('leaving out and adding make gaps at their places', () => {
    expect(groups(align(single(0, 1, 2, 3), single(0, 2, 9, 3)))).toEqual([
      [[0], [0]],
      [[1], []],
      [[2], [1]],
      [[], [2]],
      [[3], [3]],
    ]);
  });

  test('joining and splitting make beads of several', () => {
    expect(groups(align(single(0, 1, 2, 3), [[0], [1, 2], [3]]))).toEqual([
      [[0], [0]],
      [[1, 2], [1]],
      [[3], [2]],
    ]);
    expect(groups(align([[0], [1, 2, 3], [4]], single(0, 1, 2, 3, 4)))).toEqual([
      [[0], [0]],
      [[1], [1, 2, 3]],
      [[2], [4]],
    ]);
    expect(groups(align([[0, 1, 2, 3, 4, 5]], single(0, 1, 2, 3, 4, 5)))).toEqual([[[0], [0, 1, 2, 3, 4, 5]]]);
  });

  test('a swap of neighbours makes two beads that cross and say so', () => {
    const beads = align(single(0, 1, 2, 3), single(0, 2, 1, 3));
    expect(groups(beads)).toEqual([
      [[0], [0]],
      [[1], [2]],
      [[2], [1]],
      [[3], [3]],
    ]);
    expect(beads.map(({ moved }) => moved)).toEqual([undefined, true, true, undefined]);
  });

  test('a move over a distance makes one bead that says so', () => {
    const beads = align(single(0, 1, 2, 3, 4, 5), single(1, 2, 3, 4, 0, 5));
    expect(groups(beads)).toEqual([
      [[0], [4]],
      [[1], [0]],
      [[2], [1]],
      [[3], [2]],
      [[4], [3]],
      [[5], [5]],
    ]);
    expect(beads.map(({ moved }) => moved)).toEqual([true, ...Array.from({ length: 5 }, () => undefined)]);
  });

  test('datelines and metadata stay apart from body text that is like them', () => {
    const kinds = (...list: SentenceKind[]) => ({ ...bodies(list.length), kinds: list });
    const similarity = additiveSimilarity(topics(single(0, 1)), topics(single(0, 1)));
    const with_ = (a: SentenceKind, b: SentenceKind) =>
      groups(alignSentences(similarity, kinds(a, 'body'), kinds(b, 'body'), { weights: WEIGHTS }));
    const apart = [
      [[0], []],
      [[], [0]],
      [[1], [1]],
    ];
    const together = [
      [[0], [0]],
      [[1], [1]],
    ];
    expect(with_('dateline', 'body')).toEqual(apart);
    expect(with_('metadata', 'headline')).toEqual(apart);
    expect(with_('dateline', 'metadata')).toEqual(apart);
    expect(with_('dateline', 'dateline')).toEqual(together);
    expect(with_('metadata', 'metadata')).toEqual(together);
    expect(with_('headline', 'body')).toEqual(together);
  });

  test('a headline is never grouped with the body', () => {
    const source = { ...bodies(2), kinds: ['headline', 'body'] as const, blocks: [0, 1] };
    const similarity = additiveSimilarity(topics(single(0, 1)), topics([[0, 1]]));
    const beads = alignSentences(similarity, source, bodies(1), { weights: WEIGHTS });
    expect(beads.every(({ source: group }) => group.length < 2)).toBe(true);
    expect(groups(alignSentences(similarity, bodies(2), bodies(1), { weights: WEIGHTS }))).toEqual([[[0, 1], [0]]]);
  });
});

describe('at the edges', () => {
  test('an empty side leaves gaps, two empty sides nothing', () => {
    expect(align([], [])).toEqual([]);
    expect(groups(align(single(0, 1), []))).toEqual([
      [[0], []],
      [[1], []],
    ]);
    expect(groups(align([], single(0, 1)))).toEqual([
      [[], [0]],
      [[], [1]],
    ]);
    for (const { confidence } of align(single(0), [])) expect(confidence).toBe(1);
  });

  test('rows of zeros are sentences like no other', () => {
    expect(groups(align([[], [1]], [[], [1]]))).toEqual([
      [[0], []],
      [[], [0]],
      [[1], [1]],
    ]);
  });

  test('windows of single sentences alone give beads of single sentences', () => {
    const rows = topics(single(0, 1, 2));
    const beads = alignSentences(windowSimilarity([rows], [rows]), bodies(3), bodies(3), { weights: WEIGHTS });
    expect(groups(beads)).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2]],
    ]);
  });

  test.each([
    ['too few lengths', { lengths: [10] }, /source has 1 lengths for 2 sentences/],
    ['too many kinds', { lengths: [10, 10], kinds: ['body', 'body', 'body'] as const }, /3 kinds for 2/],
    ['too few blocks', { lengths: [10, 10], blocks: [0] }, /1 blocks for 2/],
    ['a length that is none', { lengths: [10, NaN] }, /Sentence 1 of the source has the length NaN/],
    ['an endless length', { lengths: [Infinity, 10] }, /Sentence 0 of the source has the length Infinity/],
    ['a length below 0', { lengths: [10, -1] }, /length -1/],
  ])('%s for the vectors of a side is an error', (_, side, message) => {
    const similarity = additiveSimilarity(topics(single(0, 1)), topics(single(0, 1)));
    const run = () => alignSentences(similarity, side, bodies(2), { weights: WEIGHTS });
    expect(run).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    expect(run).toThrow(message);
    expect(() => alignSentences(similarity, bodies(2), side)).toThrow('rendering');
  });

  test.each([NaN, 0, -1, Infinity])('a length ratio of %f is an error', (lengthRatio) => {
    const similarity = additiveSimilarity(topics(single(0, 1)), topics(single(0, 1)));
    const run = () => alignSentences(similarity, bodies(2), bodies(2), { weights: WEIGHTS, lengthRatio });
    expect(run).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
    expect(run).toThrow(`length ratio is ${lengthRatio}`);
  });

  test('sentences of no length are sentences', () => {
    const similarity = additiveSimilarity(topics(single(0, 1)), topics(single(0, 1)));
    const beads = alignSentences(similarity, { lengths: [0, 0] }, { lengths: [0, 0] }, { weights: WEIGHTS });
    expect(groups(beads)).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
    for (const { cost } of beads) expect(Number.isFinite(cost)).toBe(true);
  });

  test('more than the exact search holds is an error before anything is compared', () => {
    const side = Math.sqrt(MAX_CELLS) + 1;
    const cosine = () => {
      throw new Error('compared');
    };
    const long: GroupSimilarity = { n: side, m: side, cosine };
    expect(() => alignSentences(long, bodies(side), bodies(side), { weights: WEIGHTS })).toThrow(
      expect.objectContaining({ code: 'text-too-long' }),
    );
  });
});

test('the cost of odds is their negative log probability', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (odds) => {
      expect(negativeLogSigmoid(odds)).toBeCloseTo(-Math.log(1 / (1 + Math.exp(-odds))), 6);
    }),
  );
  expect(negativeLogSigmoid(-Infinity)).toBe(Infinity);
  expect(negativeLogSigmoid(1000)).toBe(0);
  expect(negativeLogSigmoid(-1000)).toBe(1000);
});
