import { describe, expect, test } from 'vitest';
import { alignSentences } from '../../src/align/align-sentences.ts';
import { facingGapSteps } from '../../src/align/facing-gaps.ts';
import { hubness } from '../../src/align/hubness.ts';
import { finish } from '../../src/core/steps.ts';
import { beadOf, groups, upTo, used } from './made.ts';
import { THINGS, toyPair } from './toy-texts.ts';
import fc from '../fast-check.ts';

type Sentences = readonly (readonly number[])[];
/** The cosine of a sentence of either side, counted from the first gap's. */
type Cosine = (x: number, y: number) => number;

/** Sentences of three words that are rendered, each on its own subject. */
const RENDERED = upTo(8).map((s) => upTo(3).map((w) => s * 3 + w));
/** Sentences of four words, on other subjects. */
const [A, B, C, D] = upTo(4).map((s) => upTo(4).map((w) => 24 + s * 4 + w)) as [number[], number[], number[], number[]];
/** The half of one, with other words. */
const free = ([first, second]: readonly number[], other = 40) => [first!, second!, other, other + 1];

/** Gaps of both sides between `sure` beads in front and as many behind, with vectors that say what `cosine` says, if it is given. */
async function gapsOf(
  own: Sentences,
  others: Sentences,
  { sure = 4, cosine }: { sure?: number; cosine?: Cosine } = {},
) {
  const [front, behind] = [RENDERED.slice(0, sure), RENDERED.slice(-sure)];
  const toy = await toyPair([...front, ...own, ...behind], [...front, ...others, ...behind]);
  const similarity = cosine
    ? {
        n: toy.similarity.n,
        m: toy.similarity.m,
        cosine: (i: number, _: number, j: number) => cosine(i - sure, j - sure),
      }
    : toy.similarity;
  const beads = [
    ...front.map((_, i) => beadOf([i], [i])),
    ...own.map((_, x) => beadOf([sure + x], [])),
    ...others.map((_, y) => beadOf([], [sure + y])),
    ...behind.map((_, i) => beadOf([sure + own.length + i], [sure + others.length + i])),
  ];
  return { beads, input: { ...toy, similarity, hubs: hubness(similarity) } };
}

/** What becomes of them: the groups between the sure beads, counted from the first gap's. */
async function joined(...given: Parameters<typeof gapsOf>) {
  const { beads, input } = await gapsOf(...given);
  const sure = given[2]?.sure ?? 4;
  const from = (group: number[]) => group.map((index) => index - sure);
  return groups(finish(facingGapSteps(beads, input)))
    .slice(sure, -sure)
    .map(([source, rendering]) => [from(source), from(rendering)]);
}

const APART = [
  [[0], []],
  [[], [0]],
];
const PAIR = [[[0], [0]]];

describe('two gaps that face each other', () => {
  test('are a pair where the one renders the other freely', async () => {
    const { beads, input } = await gapsOf([A], [free(A)]);
    const pair = finish(facingGapSteps(beads, input))[4]!;
    expect([pair.source, pair.rendering]).toEqual([[4], [4]]);
    expect(pair.similarity).toBe(input.similarity.cosine(4, 1, 4, 1));
    expect(pair.confidence).toBeGreaterThan(0.5);
  });

  test('are one though nothing speaks for it, as long as little speaks against it', async () => {
    const others =
      (most: number): Cosine =>
      (x, y) =>
        x === 0 && y === 0 ? 0.2 : most;
    expect(await joined([A], [B], { cosine: others(0.3) })).toEqual(PAIR);
    expect(await joined([A], [B], { cosine: others(0.5) })).toEqual(APART);
  });

  test('are none where they have nothing in common', async () => {
    expect(await joined([A], [B])).toEqual(APART);
  });

  test.each(['source', 'rendering'])(
    'are none where that of the %s is far nearer to another sentence',
    async (side) => {
      const nearer =
        (most: number): Cosine =>
        (x, y) => {
          if (side === 'source' ? x === 0 && y === 1 : x === 1 && y === 0) return most;
          return 0.3;
        };
      expect(await joined([A], [free(A)], { cosine: nearer(0.68) })).toEqual(PAIR);
      expect(await joined([A], [free(A)], { cosine: nearer(0.72) })).toEqual(APART);
    },
  );

  test('are none where a bead stands between them', async () => {
    const { input } = await gapsOf([A], [free(A)]);
    const sure = upTo(4).map((i) => beadOf([i], [i]));
    const behind = upTo(3).map((i) => beadOf([6 + i], [6 + i]));
    const beads = [...sure, beadOf([4], []), beadOf([5], [5]), beadOf([], [4]), ...behind];
    expect(finish(facingGapSteps(beads, input))).toEqual(beads);
  });

  test('are one at the end of the texts where both are finished sentences of the body', async () => {
    const { input } = await gapsOf([A], [free(A)]);
    const sure = upTo(4).map((i) => beadOf([i], [i]));
    const last = () => groups(finish(facingGapSteps([...sure, beadOf([4], []), beadOf([], [4])], input)).slice(4));
    expect(last()).toEqual([[[4], [4]]]);
    input.source.document.sentences[4]!.kind = 'headline';
    expect(last()).toEqual([
      [[4], []],
      [[], [4]],
    ]);
  });

  test('are none beside beads that cross, nor where they would cross each other', async () => {
    const { input } = await gapsOf([A, B], [free(B), free(A)]);
    const sure = (from: number, to: number) => upTo(to - from).map((i) => beadOf([from + i], [from + i]));
    const parted = [...sure(0, 4), beadOf([4], []), beadOf([], [5]), beadOf([5], []), beadOf([], [4]), ...sure(6, 10)];
    expect(finish(facingGapSteps(parted, input))).toEqual(parted);
    const beside = [...sure(0, 4), beadOf([4], [5], { moved: true }), beadOf([5], []), beadOf([], [4]), ...sure(6, 10)];
    expect(finish(facingGapSteps(beside, input))).toEqual(beside);
  });
});

describe('gaps of which one side has several', () => {
  test('become the pairs that are likeliest, and those in front of them and behind them stay', async () => {
    expect(await joined([A, B, C], [free(B)])).toEqual([
      [[0], []],
      [[1], [0]],
      [[2], []],
    ]);
    expect(await joined([B], [A, free(B), C])).toEqual([
      [[], [0]],
      [[0], [1]],
      [[], [2]],
    ]);
  });

  test('become pairs in order, as many as there are', async () => {
    expect(await joined([A, B, C], [free(A), free(B, 42), free(C, 44)])).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], [2]],
    ]);
    expect(await joined([A, B, C], [free(A), free(C, 42)])).toEqual([
      [[0], [0]],
      [[1], []],
      [[2], [1]],
    ]);
  });

  test('become the likelier one of two pairs that cross', async () => {
    expect(await joined([A, B], [free(B), A])).toEqual([
      [[], [0]],
      [[0], [1]],
      [[1], []],
    ]);
    expect(await joined([A, B], [B, free(A)])).toEqual([
      [[0], []],
      [[1], [0]],
      [[], [1]],
    ]);
  });

  test('become the two pairs that are likelier in all, though a third by itself is likelier than each', async () => {
    const pairs: Cosine = (x, y) => (x === 0 && y === 1 ? 0.6 : x === y ? 0.5 : 0.2);
    expect(await joined([A, B], [free(A), free(B)], { cosine: pairs })).toEqual([
      [[0], [0]],
      [[1], [1]],
    ]);
  });

  test('stay where there are more than three of a side', async () => {
    expect(await joined([A, B, C], [free(A)])).toHaveLength(3);
    expect(await joined([A, B, C, D], [free(A)])).toHaveLength(5);
    expect(await joined([A], [free(A), B, C, D])).toHaveLength(5);
  });
});

test('gaps of a text a third of whose sentences are not rendered are pairs, and of one with more they stay', async () => {
  expect(await joined([A, B, C], [free(A)], { sure: 3 })).toHaveLength(3);
  expect(await joined([A, B, C], [free(A)], { sure: 2 })).toHaveLength(4);
  expect(await joined([A], [free(A), B, C], { sure: 3 })).toHaveLength(3);
  expect(await joined([A], [free(A), B, C], { sure: 2 })).toHaveLength(4);
});

test('an alignment that looks at words makes a pair of the gaps that its path left facing each other', async () => {
  const texts = [...RENDERED.slice(0, 3), A, ...RENDERED.slice(3, 6)];
  const input = await toyPair(texts, texts.with(3, free(A)));
  const n = texts.length;
  const lengths = texts.map(() => 40);
  // Vectors that find one sentence less like its free rendering than like all else.
  const cosine = (i: number, k: number, j: number, l: number) =>
    k > 1 || l > 1 || i !== j ? 0.4 : i === 3 ? 0.2 : 0.9;
  const around = (words?: typeof input) =>
    groups(alignSentences({ n, m: n, cosine }, { lengths }, { lengths }, words && { words })).slice(3, -3);
  expect(around()).toEqual([
    [[3], []],
    [[], [3]],
  ]);
  expect(around(input)).toEqual([[[3], [3]]]);
});

test('every sentence is in exactly one bead, in order, whatever faces what, and the same each time', async () => {
  const sentences = fc.array(fc.array(fc.integer({ min: 24, max: THINGS - 1 }), { minLength: 1, maxLength: 5 }), {
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(sentences, sentences, async (own, others) => {
      const { beads, input } = await gapsOf(own, others);
      const found = finish(facingGapSteps(beads, input));
      for (const side of ['source', 'rendering'] as const)
        expect(found.flatMap((bead) => bead[side])).toEqual(used(beads, side));
      for (const bead of found.filter((one) => !beads.includes(one))) {
        expect([bead.source.length, bead.rendering.length]).toEqual([1, 1]);
        expect(bead.confidence).toBeGreaterThan(0.5);
        expect(bead.confidence).toBeLessThanOrEqual(1);
      }
      expect(finish(facingGapSteps(beads, input))).toEqual(found);
    }),
    { numRuns: 60 },
  );
});
