import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BeadModel } from '../../src/align/bead-model.ts';
import { crossingTest, rejoinMoved } from '../../src/align/moved.ts';
import { additiveSimilarity } from '../../src/align/similarity.ts';
import { beadOf, bodies, groups, topics, upTo, used, WEIGHTS } from './made.ts';
import { finish } from '../../src/align/steps.ts';

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

test('does not look from one chapter into another', () => {
  const pairs = upTo(300).map((x) => beadOf([x + 1], [x]));
  const model = modelOf([[0], ...upTo(300).map(() => [1])], [...upTo(300).map(() => [1]), [0]]);
  const beads = [beadOf([0], []), ...pairs, beadOf([], [300])];
  expect(finish(rejoinMoved(beads, model))).toEqual(beads);
});
