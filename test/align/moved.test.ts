import { expect, test } from 'vitest';
import { BeadModel } from '../../src/align/bead-model.ts';
import { MOVED_PENALTY } from '../../src/align/bead-weights.ts';
import { crossingTest, rejoinMoved } from '../../src/align/moved.ts';
import type { Bead } from '../../src/core/result.ts';
import { additiveSimilarity } from '../../src/align/similarity.ts';
import { beadOf, bodies, groups, topics, upTo, used, WEIGHTS } from './made.ts';
import { finish } from '../../src/core/steps.ts';
import fc from '../fast-check.ts';

const modelOf = (source: number[][], rendering: number[][]) =>
  new BeadModel(
    additiveSimilarity(topics(source), topics(rendering)),
    bodies(source.length),
    bodies(rendering.length),
    WEIGHTS,
    1,
  );

test('joins gaps of like text, the likest first, and says that they moved', () => {
  const model = modelOf([[0, 1, 2, 3], [5]], [[5], [0, 1, 2, 9], [0, 1, 2, 3]]);
  const beads = finish(rejoinMoved([beadOf([0], []), beadOf([1], [0]), beadOf([], [1]), beadOf([], [2])], model));
  expect(groups(beads)).toEqual([
    [[0], [2]],
    [[1], [0]],
    [[], [1]],
  ]);
  expect(beads[0]).toMatchObject({ moved: true, similarity: expect.closeTo(1, 6) });
  expect(beads[0]!.confidence).toBeGreaterThan(0.5);
});

test('joins a sentence that was split on its way', () => {
  const beads = [beadOf([], [0]), beadOf([], [1]), beadOf([0], [2]), beadOf([1], [])];
  expect(groups(finish(rejoinMoved(beads, modelOf([[8], [0, 1]], [[0], [1], [8]]))))).toEqual([
    [[0], [2]],
    [[1], [0, 1]],
  ]);
});

test('joins two sentences that became one on their way', () => {
  const beads = [beadOf([0], []), beadOf([1], []), beadOf([2], [0]), beadOf([], [1])];
  expect(groups(finish(rejoinMoved(beads, modelOf([[0], [1], [8]], [[8], [0, 1]]))))).toEqual([
    [[0, 1], [1]],
    [[2], [0]],
  ]);
});

test('several go to their places in the source, the likest first or not', () => {
  const model = modelOf([[0, 1, 2, 3], [4, 5, 6, 7], [8]], [[8], [0, 1, 2, 9], [4, 5, 6, 7]]);
  const beads = [beadOf([0], []), beadOf([1], []), beadOf([2], [0]), beadOf([], [1]), beadOf([], [2])];
  const joined = finish(rejoinMoved(beads, model));
  expect(groups(joined)).toEqual([
    [[0], [1]],
    [[1], [2]],
    [[2], [0]],
  ]);
  expect(joined[1]!.confidence).toBeGreaterThan(joined[0]!.confidence);
});

test('among many gaps likeness says less: a join pays the log of the pairs that were tried', () => {
  const model = modelOf([[0, 1, 2, 3], [5], [6], [7]], [[5], [8], [9], [0, 1, 2, 4]]);
  const logOdds = (beads: Bead[]) => {
    const { confidence } = finish(rejoinMoved(beads, model)).find(({ source }) => source[0] === 0)!;
    return Math.log(confidence / (1 - confidence));
  };
  const few = [beadOf([0], []), beadOf([1], [0]), beadOf([2], [1]), beadOf([3], [2]), beadOf([], [3])];
  const many = [
    ...[beadOf([0], []), beadOf([1], [0]), beadOf([2], []), beadOf([], [1])],
    ...[beadOf([], [2]), beadOf([], [3])],
  ];
  expect(logOdds(few) - logOdds(many)).toBeCloseTo(Math.log(2 * 3), 9);
  // Each of the two gaps that the join replaces may have gone on with another.
  const replaced = model.sourceGap(0) + model.renderingGap(3) + 2 * WEIGHTS['gap-run'];
  expect(logOdds(few)).toBeCloseTo(model.bead(0, 1, 3, 1) - replaced - MOVED_PENALTY, 9);
});

test('what would cross nothing has not moved, and stays apart', () => {
  const beads = [beadOf([0], [0]), beadOf([1], []), beadOf([], [1]), beadOf([2], [2])];
  expect(finish(rejoinMoved(beads, modelOf([[0], [1], [2]], [[0], [1], [2]])))).toEqual(beads);
});

test('leaves gaps that are not alike, and beads, as they are', () => {
  const model = modelOf([[0], [1], [2]], [[2], [5]]);
  const beads = [beadOf([0], []), beadOf([1], []), beadOf([2], [0]), beadOf([], [1])];
  expect(finish(rejoinMoved(beads, model))).toEqual(beads);
});

test('puts what it joined in the order of the source', () => {
  const model = modelOf([[0], [1], [2], [3]], [[9], [1], [3], [0]]);
  const beads = [
    beadOf([0], []),
    beadOf([], [0]),
    beadOf([1], [1]),
    beadOf([2], []),
    beadOf([3], [2]),
    beadOf([], [3]),
  ];
  expect(groups(finish(rejoinMoved(beads, model)))).toEqual([
    [[], [0]],
    [[0], [3]],
    [[1], [1]],
    [[2], []],
    [[3], [2]],
  ]);
});

test('joins no sentence twice and loses none', () => {
  const lists = fc.array(fc.array(fc.nat(4), { minLength: 1, maxLength: 2 }), { maxLength: 6 });
  fc.assert(
    fc.property(lists, lists, (source, rendering) => {
      // A pair of its own, last in the source and first in the rendering, that everything joined crosses.
      const n = source.length;
      const m = rendering.length;
      const model = modelOf([...source, [9]], [[9], ...rendering]);
      const gaps = [...upTo(n).map((i) => beadOf([i], [])), ...upTo(m).map((j) => beadOf([], [j + 1]))];
      const beads = finish(rejoinMoved([...gaps.slice(0, n), beadOf([n], [0]), ...gaps.slice(n)], model));
      expect(used(beads, 'source')).toEqual(upTo(n + 1));
      expect(used(beads, 'rendering')).toEqual(upTo(m + 1));
      const paired = beads.filter((bead) => bead.source.length > 0 && bead.rendering.length > 0);
      for (const bead of paired) expect(bead.moved ?? false).toBe(bead.source[0] !== n);
    }),
  );
});

test('a bead crosses another where their sides come in another order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(7), { maxLength: 8 }), fc.nat(7), fc.nat(7), (order, i, j) => {
      const beads = order.map((rendering, source) => beadOf([source], [rendering]));
      const crosses = crossingTest([...beads, beadOf([], [9]), beadOf([8], [])], 9);
      const others = beads.filter(({ source, rendering }) => source[0] !== i && rendering[0] !== j);
      fc.pre(others.length === beads.length || (beads[i]?.rendering[0] === j && others.length === beads.length - 1));
      expect(crosses(i, j)).toBe(others.some(({ source, rendering }) => source[0]! < i !== rendering[0]! < j));
    }),
  );
});

test.each([
  [249, true],
  [250, false],
])('does not look from one chapter into another: over %i beads, %s', (count, isJoined) => {
  const others = upTo(count).map(() => [1]);
  const forth = [beadOf([0], []), ...upTo(count).map((x) => beadOf([x + 1], [x])), beadOf([], [count])];
  const back = [beadOf([], [0]), ...upTo(count).map((x) => beadOf([x], [x + 1])), beadOf([count], [])];
  const joined = (beads: Bead[], source: number[][], rendering: number[][]) =>
    finish(rejoinMoved(beads, modelOf(source, rendering))).some(({ moved }) => moved);
  expect(joined(forth, [[0], ...others], [...others, [0]])).toBe(isJoined);
  expect(joined(back, [...others, [0]], [[0], ...others])).toBe(isJoined);
});
