import { describe, expect, test } from 'vitest';
import { partDoubtfulPairs } from '../../src/align/doubtful-pairs.ts';
import { alignSentences } from '../../src/align/align-sentences.ts';
import { dropLooseEnds, joinLooseGaps, looseEnds } from '../../src/align/loose-ends.ts';
import type { Bead } from '../../src/core/result.ts';
import { beadOf, groups, upTo, used } from './made.ts';
import { THINGS, toyPair } from './toy-texts.ts';
import fc from '../fast-check.ts';

/** A sentence of five words for each of six subjects. */
const S = upTo(6).map((s) => upTo(5).map((w) => s * 5 + w));

describe('a sentence at the edge of a bead', () => {
  test('that the other side lacks is taken out', async () => {
    const input = await toyPair([S[0]!, S[1]!, S[2]!], [[...S[0]!, ...S[1]!]]);
    const beads = dropLooseEnds([beadOf([0, 1, 2], [0])], input);
    expect(groups(beads)).toEqual([
      [[0, 1], [0]],
      [[2], []],
    ]);
    expect(beads[0]!.similarity).toBeCloseTo(input.similarity.cosine(0, 2, 0, 1), 9);
    expect(beads[1]!.similarity).toBe(0);
  });

  test('is taken out at the other edge, and on the other side, too', async () => {
    const front = await toyPair([S[2]!, S[0]!, S[1]!], [[...S[0]!, ...S[1]!]]);
    expect(groups(dropLooseEnds([beadOf([0, 1, 2], [0])], front))).toEqual([
      [[0], []],
      [[1, 2], [0]],
    ]);
    const other = await toyPair([[...S[0]!, ...S[1]!]], [S[0]!, S[1]!, S[2]!]);
    expect(groups(dropLooseEnds([beadOf([0], [0, 1, 2])], other))).toEqual([
      [[0], [0, 1]],
      [[], [2]],
    ]);
  });

  test('that has its counterpart there stays', async () => {
    const input = await toyPair([S[0]!, S[1]!], [[...S[0]!, ...S[1]!]]);
    const beads = [beadOf([0, 1], [0], { similarity: input.similarity.cosine(0, 2, 0, 1) })];
    expect(dropLooseEnds(beads, input)).toEqual(beads);
  });

  test('is looked at only where its side has another', async () => {
    const input = await toyPair([S[0]!, S[1]!, S[2]!], [S[0]!, S[1]!, S[2]!]);
    const ends = (bead: Bead) => looseEnds(bead, input).map(({ side, sentence }) => [side, sentence]);
    expect(ends(beadOf([0], [0]))).toEqual([]);
    expect(ends(beadOf([0], []))).toEqual([]);
    expect(ends(beadOf([0, 1, 2], [0]))).toEqual([
      ['source', 0],
      ['source', 2],
    ]);
    expect(ends(beadOf([0, 1], [1, 2]))).toEqual([
      ['source', 0],
      ['source', 1],
      ['rendering', 1],
      ['rendering', 2],
    ]);
  });
});

describe('a gap beside a bead', () => {
  test('joins it where its words have their counterpart there', async () => {
    const input = await toyPair([S[0]!, S[1]!], [[...S[0]!, ...S[1]!]]);
    const beads = joinLooseGaps([beadOf([0], [0]), beadOf([1], [])], input);
    expect(groups(beads)).toEqual([[[0, 1], [0]]]);
    expect(beads[0]!.similarity).toBeCloseTo(1, 6);
    const other = await toyPair([[...S[0]!, ...S[1]!]], [S[0]!, S[1]!]);
    expect(groups(joinLooseGaps([beadOf([], [0]), beadOf([0], [1])], other))).toEqual([[[0], [0, 1]]]);
  });

  test('joins it sooner where no mark parts the two', async () => {
    const input = await toyPair([S[0]!, S[1]!], [[...S[0]!.slice(2), ...S[1]!.slice(0, 1), ...S[2]!.slice(0, 4)]]);
    const beads = [beadOf([0], [0]), beadOf([1], [])];
    const joined = (end: string, block: number) => {
      const { document } = input.source;
      const { end: at } = document.sentences[0]!;
      const text = `${document.text.slice(0, at - 1)}${end}${document.text.slice(at)}`;
      const sentences = document.sentences.map((sentence, x) => ({ ...sentence, block: x * block }));
      const source = { ...input.source, document: { ...document, text, sentences } };
      return groups(joinLooseGaps(beads, { ...input, source })).length === 1;
    };
    expect(joined('.', 0)).toBe(false);
    expect(joined('a', 0)).toBe(true);
    expect(joined('a', 1)).toBe(false);
  });

  test('stays where they have none', async () => {
    const input = await toyPair([S[0]!, S[1]!, S[2]!], [S[0]!, S[2]!]);
    const beads = [beadOf([0], [0]), beadOf([1], []), beadOf([2], [1])];
    expect(joinLooseGaps(beads, input)).toEqual(beads);
  });

  test('stays where it is no body text, or the bead moved', async () => {
    const input = await toyPair([S[0]!, S[1]!], [[...S[0]!, ...S[1]!]]);
    const moved = [beadOf([0], [0], { moved: true }), beadOf([1], [])];
    expect(joinLooseGaps(moved, input)).toEqual(moved);
    input.source.document.sentences[1]!.kind = 'headline';
    const beads = [beadOf([0], [0]), beadOf([1], [])];
    expect(joinLooseGaps(beads, input)).toEqual(beads);
    input.source.document.sentences[1]!.kind = 'body';
    input.source.document.sentences[0]!.kind = 'headline';
    expect(joinLooseGaps(beads, input)).toEqual(beads);
  });
});

describe('a pair whose words do not answer to each other', () => {
  const doubtful = (source: number[], rendering: number[]) =>
    beadOf(source, rendering, { confidence: 0.1, similarity: -0.2 });

  test('is parted into gaps', async () => {
    const input = await toyPair([S[0]!, S[1]!, S[2]!], [S[0]!, S[4]!, S[2]!]);
    const beads = partDoubtfulPairs([beadOf([0], [0]), doubtful([1], [1]), beadOf([2], [2])], input);
    expect(groups(beads)).toEqual([
      [[0], [0]],
      [[1], []],
      [[], [1]],
      [[2], [2]],
    ]);
    expect(beads[1]!.similarity).toBe(0);
    expect(beads[1]!.confidence).toBeGreaterThan(0.5);
  });

  test('is parted however sure its place is, if the two are whole sentences with nothing in common', async () => {
    const long = upTo(3).map((s) => upTo(6).map((w) => s * 6 + w));
    const input = await toyPair([long[0]!, long[1]!], [long[0]!, long[2]!]);
    const sure = (similarity: number) => beadOf([1], [1], { confidence: 0.999, similarity });
    const parted = partDoubtfulPairs([sure(0.1)], input);
    expect(groups(parted)).toEqual([
      [[1], []],
      [[], [1]],
    ]);
    expect(parted[0]!.confidence).toBeLessThan(0.95);
    expect(partDoubtfulPairs([sure(0.4)], input)).toEqual([sure(0.4)]);
    // Words that are covered speak for a pair whose vectors have little in common: a line of figures.
    const covered = beadOf([0], [0], { confidence: 0.999, similarity: 0.1 });
    expect(partDoubtfulPairs([covered], input)).toEqual([covered]);
    // A short sentence may be rendered by quite other words.
    const short = await toyPair([S[0]!, S[1]!], [S[0]!, S[4]!]);
    expect(partDoubtfulPairs([sure(0.1)], short)).toEqual([sure(0.1)]);
  });

  test('leaves gaps as they are', async () => {
    const input = await toyPair([S[0]!], [S[4]!]);
    const gaps = [beadOf([0], []), beadOf([], [0])];
    expect(partDoubtfulPairs(gaps, input)).toEqual(gaps);
  });
});

/** Toy texts in which a rendering leaves out, adds, joins, splits and moves. */
const texts = fc.record({
  source: fc.array(fc.array(fc.nat(THINGS - 1), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 7 }),
  changes: fc.array(fc.tuple(fc.constantFrom('drop', 'add', 'join', 'swap'), fc.nat(6), fc.nat(THINGS - 1)), {
    maxLength: 4,
  }),
}).map(({ source, changes }) => {
  const rendering = source.map((things) => [...things]);
  for (const [change, at, thing] of changes) {
    const i = at % rendering.length;
    if (change === 'add') rendering.splice(i, 0, [thing, (thing + 7) % THINGS]);
    else if (rendering.length < 2) continue;
    else if (change === 'drop') rendering.splice(i, 1);
    else if (change === 'join' && i > 0) rendering.splice(i - 1, 2, [...rendering[i - 1]!, ...rendering[i]!]);
    else if (change === 'swap') rendering.reverse();
  }
  return { source, rendering };
}); // prettier-ignore

test('every sentence is in exactly one bead after each step, and a bead that moved crosses another', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async ({ source, rendering }) => {
      const input = await toyPair(source, rendering);
      const side = ({ document }: typeof input.source) => ({
        lengths: document.sentences.map(({ start, end }) => end - start),
        kinds: document.sentences.map(({ kind }) => kind),
        blocks: document.sentences.map(({ block }) => block),
      });
      const n = source.length;
      const m = rendering.length;
      const sides = [side(input.source), side(input.rendering)] as const;
      const path = alignSentences(input.similarity, ...sides);
      const parted = partDoubtfulPairs(path, input);
      const dropped = dropLooseEnds(parted, input);
      const joined = joinLooseGaps(dropped, input);
      const whole = alignSentences(input.similarity, ...sides, { words: input });
      for (const beads of [path, parted, dropped, joined, whole]) {
        expect(used(beads, 'source')).toEqual(upTo(n));
        expect(used(beads, 'rendering')).toEqual(upTo(m));
        for (const bead of beads) {
          expect(bead.confidence).toBeGreaterThanOrEqual(0);
          expect(bead.confidence).toBeLessThanOrEqual(1);
          expect(bead.cost).toBeGreaterThanOrEqual(0);
          for (const group of [bead.source, bead.rendering]) {
            expect(group.length).toBeLessThanOrEqual(6);
            expect(group).toEqual(group.map((_, offset) => group[0]! + offset));
          }
        }
      }
      const pairs = whole.filter((bead) => bead.source.length > 0 && bead.rendering.length > 0);
      const crosses = (a: Bead) =>
        pairs.some((b) => a !== b && a.source[0]! < b.source[0]! !== a.rendering[0]! < b.rendering[0]!);
      for (const bead of pairs) if (bead.moved) expect(crosses(bead), JSON.stringify(whole)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a pair that was parted by its words is not joined again at its place as if it had moved', async () => {
  const input = await toyPair([S[0]!, S[1]!, S[2]!], [S[0]!, S[4]!, S[2]!]);
  const side = ({ document }: typeof input.source) => ({
    lengths: document.sentences.map(({ start, end }) => end - start),
    blocks: document.sentences.map(({ block }) => block),
  });
  for (const others of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
    for (const middle of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
      // Vectors that find the middle sentences alike, though no word of theirs is.
      const cosine = (i: number, k: number, j: number, l: number) =>
        k > 1 || l > 1 || i !== j ? others : i === 1 ? middle : 0.9;
      const beads = alignSentences({ n: 3, m: 3, cosine }, side(input.source), side(input.rendering), { words: input });
      expect(
        beads.filter(({ moved }) => moved),
        JSON.stringify([others, middle, groups(beads)]),
      ).toEqual([]);
    }
});
