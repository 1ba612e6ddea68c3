import { describe, expect, test } from 'vitest';
import { BEAD_SHAPES, BeadModel, FEATURES, type AlignSide } from '../../src/align/bead-model.ts';
import { buildLattice, EDGE_SHAPES, MAX_CELLS, SWAP } from '../../src/align/lattice.ts';
import { lengthRatio } from '../../src/align/length-ratio.ts';
import { MAX_GROUP } from '../../src/align/group-norms.ts';
import { additiveSimilarity, type GroupSimilarity } from '../../src/align/similarity.ts';
import type { SentenceKind } from '../../src/core/result.ts';
import { bodies, topics, WEIGHTS } from './made.ts';
import fc from '../fast-check.ts';

const KINDS: readonly SentenceKind[] = ['headline', 'dateline', 'metadata', 'body', 'list-item', 'unrelated'];

function modelOf(source: AlignSide, rendering: AlignSide, weights = WEIGHTS, ratio = 1): BeadModel {
  const n = source.lengths.length;
  const m = rendering.lengths.length;
  const rows = (count: number) => topics(Array.from({ length: count }, (_, i) => [i, (i * 7) % 5]));
  return new BeadModel(additiveSimilarity(rows(n), rows(m)), source, rendering, weights, ratio);
}

const sides = (count: number): fc.Arbitrary<AlignSide> =>
  fc.record({
    lengths: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: count, maxLength: count }),
    blocks: fc
      .array(fc.nat(1), { minLength: count, maxLength: count })
      .map((steps) => steps.map((_, i) => steps.slice(0, i + 1).reduce((a, b) => a + b, 0))),
  });

test('shapes are groups of up to six sentences that a translator makes, each once', () => {
  for (const [k, l] of BEAD_SHAPES) {
    expect(Math.max(k, l)).toBeLessThanOrEqual(MAX_GROUP);
    expect(Math.min(k, l)).toBeGreaterThanOrEqual(1);
  }
  expect(new Set(BEAD_SHAPES.map(String)).size).toBe(BEAD_SHAPES.length);
  for (let size = 1; size <= MAX_GROUP; size++) {
    expect(BEAD_SHAPES).toContainEqual([1, size]);
    expect(BEAD_SHAPES).toContainEqual([size, 1]);
  }
  for (const [k, l] of BEAD_SHAPES) expect(BEAD_SHAPES).toContainEqual([l, k]);
});

test('odds are the weighted sum of the features that the fit sees', () => {
  fc.assert(
    fc.property(
      sides(7),
      sides(6),
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
        minLength: FEATURES.length,
        maxLength: FEATURES.length,
      }),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      (source, rendering, values, ratio) => {
        const weights = Object.fromEntries(FEATURES.map((feature, x) => [feature, values[x]!])) as typeof WEIGHTS;
        const model = modelOf(source, rendering, weights, ratio);
        const told = (add: (sum: Float64Array) => void) => {
          const sum = new Float64Array(FEATURES.length);
          add(sum);
          return sum.reduce((total, value, x) => total + value * values[x]!, 0);
        };
        for (const [k, l] of BEAD_SHAPES)
          for (const [i, j] of [
            [0, 0],
            [7 - k, 6 - l],
          ] as const)
            if (i >= 0 && j >= 0)
              expect(model.bead(i, k, j, l)).toBeCloseTo(
                told((sum) => model.addBead(sum, 1, i, k, j, l)),
                9,
              );
        for (let i = 0; i < 7; i++)
          expect(model.sourceGap(i)).toBeCloseTo(
            told((sum) => model.addGap(sum, 1, 'source', i)),
            9,
          );
        for (let j = 0; j < 6; j++)
          expect(model.renderingGap(j)).toBeCloseTo(
            told((sum) => model.addGap(sum, 1, 'rendering', j)),
            9,
          );
        expect(model.swap(1, 2)).toBeCloseTo(model.bead(1, 1, 3, 1) + model.bead(2, 1, 2, 1) + weights.swap, 9);
      },
    ),
    { numRuns: 50 },
  );
});

describe('kinds', () => {
  const kindsOf = (...kinds: SentenceKind[]): AlignSide => ({ ...bodies(kinds.length), kinds });

  test('datelines and metadata answer to their own kind alone', () => {
    for (const a of KINDS)
      for (const b of KINDS) {
        const apart = [a, b].some((kind) => kind === 'dateline' || kind === 'metadata');
        const allowed = a === b || !apart;
        expect(modelOf(kindsOf(a), kindsOf(b)).bead(0, 1, 0, 1) > -Infinity, `${a} and ${b}`).toBe(allowed);
      }
  });

  test('only sentences of one kind share a side of a bead, but for a headline that ran into the body', () => {
    for (const a of KINDS)
      for (const b of KINDS) {
        const may = a === b || (a === 'headline' && b === 'body');
        const side = { ...kindsOf(a, b), blocks: [0, 0] };
        const other = kindsOf(a === 'dateline' || a === 'metadata' ? a : 'body');
        expect(modelOf(side, other).bead(0, 2, 0, 1) > -Infinity, `${a} with ${b}`).toBe(may);
        expect(modelOf(other, side).bead(0, 1, 0, 2) > -Infinity, `${a} with ${b}`).toBe(may);
      }
  });

  test('a headline of its own block shares no side with the body', () => {
    const side = { ...kindsOf('headline', 'body'), blocks: [0, 1] };
    expect(modelOf(side, kindsOf('body')).bead(0, 2, 0, 1)).toBe(-Infinity);
  });

  test('body text alone is grouped across blocks', () => {
    for (const kind of KINDS) {
      const side = { ...kindsOf(kind, kind), blocks: [0, 1] };
      const other = kindsOf(kind);
      expect(modelOf(side, other).bead(0, 2, 0, 1) > -Infinity, kind).toBe(kind === 'body');
    }
  });

  test('a break between blocks and an aside have their weights', () => {
    const split = { ...bodies(2), blocks: [0, 1] };
    const whole = { ...bodies(2), blocks: [0, 0] };
    const difference = modelOf(split, bodies(1)).bead(0, 2, 0, 1) - modelOf(whole, bodies(1)).bead(0, 2, 0, 1);
    expect(difference).toBeCloseTo(WEIGHTS.breaks, 9);
    const aside = modelOf(kindsOf('headline'), bodies(1)).sourceGap(0) - modelOf(bodies(1), bodies(1)).sourceGap(0);
    expect(aside).toBeCloseTo(WEIGHTS['gap-aside'], 9);
  });
});

describe('the lattice', () => {
  test('holds the odds of every bead that fits, and of no other', () => {
    const model = modelOf(bodies(3), bodies(4));
    const { n, m, edges, sourceGaps, renderingGaps, run } = buildLattice(model);
    expect([n, m, sourceGaps.length, renderingGaps.length, run]).toEqual([3, 4, 3, 4, WEIGHTS['gap-run']]);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++)
        EDGE_SHAPES.forEach(([k, l], edge) => {
          const fits = i + k <= n && j + l <= m;
          const odds = edge === SWAP ? () => model.swap(i, j) : () => model.bead(i, k, j, l);
          expect(edges[(i * m + j) * EDGE_SHAPES.length + edge]).toBe(fits ? Math.fround(odds()) : -Infinity);
        });
  });

  test('has a bound', () => {
    const huge: GroupSimilarity = { n: MAX_CELLS / 1000 + 1, m: 1000, cosine: () => 0 };
    const model = { n: huge.n, m: huge.m } as BeadModel;
    expect(() => buildLattice(model)).toThrow(expect.objectContaining({ code: 'text-too-long' }));
    expect(() => buildLattice(model)).toThrow(/4001 source sentences against 1000 rendering sentences/);
  });
});

test('the length ratio of a pair of languages is the inverse of the other way round', () => {
  expect(lengthRatio('ru', 'en') * lengthRatio('en', 'ru')).toBeCloseTo(1, 12);
  expect(lengthRatio('ru', 'en')).toBeLessThan(1);
  expect(lengthRatio('de', 'fr')).toBe(1);
});
