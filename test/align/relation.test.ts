import { describe, expect, test } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { wordCoverage } from '../../src/align/coverage.ts';
import { relate } from '../../src/align/relation.ts';
import { additiveSimilarity } from '../../src/align/similarity.ts';
import type { Bead, SentenceKind } from '../../src/core/result.ts';
import { beadOf } from './made.ts';
import { article, readToy } from './toy-texts.ts';

const THRESHOLDS = { translationCoverage: 0.65, partialCoverage: 0.3, comparableSimilarity: 0.27 };
const SENTENCES = [0, 1, 2, 3, 4, 5].map((s) => [0, 1, 2, 3, 4].map((w) => s * 5 + w));
/** Words that no sentence above has. */
const OTHERS = [30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41];

interface Given {
  source: number[][];
  rendering: number[][];
  /** By sentence; one to one in order where left out. */
  beads?: Bead[];
  kinds?: Partial<Record<number, SentenceKind>>;
  thresholds?: Partial<typeof THRESHOLDS>;
}

async function related({ source, rendering, beads, kinds = {}, thresholds = {} }: Given) {
  const [a, b] = [await readToy('ru', article('ru', source)), await readToy('en', article('en', rendering))];
  a.document.sentences.forEach((s, i) => (s.kind = kinds[i] ?? 'body'));
  b.document.sentences.forEach((s) => (s.kind = 'body'));
  const pairs = beads ?? source.map((_, i) => beadOf([i], rendering[i] ? [i] : []));
  const coverage = wordCoverage(a.words, b.words, pairs);
  const texts = { source: a.document, rendering: b.document, beads: pairs, coverage };
  return relate(texts, additiveSimilarity(a.sums, b.sums), { ...THRESHOLDS, ...thresholds });
}

const gaps = (n: number, m: number): Bead[] => [
  ...Array.from({ length: n }, (_, i) => beadOf([i], [])),
  ...Array.from({ length: m }, (_, j) => beadOf([], [j])),
];

describe('the kinds', () => {
  test('a translation has most of both sides', async () => {
    const { relation, share } = await related({ source: SENTENCES, rendering: SENTENCES });
    expect(relation.kind).toBe('translation');
    expect(relation.confidence).toBeGreaterThan(0.9);
    expect(relation.reason).toMatch(/^\d+ % of the source and \d+ % of the rendering have a counterpart\.$/);
    expect(share.source).toBeGreaterThan(0.9);
    expect(share.rendering).toBeGreaterThan(0.9);
  });

  test('a partial translation lacks a good part, but what is there follows', async () => {
    const kept = SENTENCES.slice(0, 3);
    const { relation, share } = await related({ source: SENTENCES, rendering: kept });
    expect(relation.kind).toBe('partial-translation');
    expect(share.source).toBeCloseTo(share.rendering / 2, 2);
    const added = await related({
      source: kept,
      rendering: SENTENCES,
      beads: [...kept.map((_, i) => beadOf([i], [i])), beadOf([], [3]), beadOf([], [4]), beadOf([], [5])],
    });
    expect(added.relation.kind).toBe('partial-translation');
    expect(added.share.rendering).toBeLessThan(0.65);
  });

  test('a comparable text tells of the same things without following', async () => {
    const mixed = SENTENCES.map((things, i) => [...things.slice(0, 2), ...OTHERS.slice(i * 2, i * 2 + 2)]);
    const { relation } = await related({ source: SENTENCES, rendering: mixed, beads: gaps(6, 6) });
    expect(relation.kind).toBe('comparable');
    expect(relation.reason).toMatch(/like things/);
  });

  test('an unrelated text has nothing in common', async () => {
    const { relation, share } = await related({
      source: SENTENCES,
      rendering: [OTHERS.slice(0, 6), OTHERS.slice(6)],
      beads: gaps(6, 2),
    });
    expect(relation.kind).toBe('unrelated');
    expect(relation.reason).toMatch(/share little/);
    expect(share).toEqual({ source: 0, rendering: 0 });
  });

  test('lie where the thresholds put them', async () => {
    const given = { source: SENTENCES, rendering: SENTENCES.slice(0, 3) };
    const kind = async (thresholds: Partial<typeof THRESHOLDS>) =>
      (await related({ ...given, thresholds })).relation.kind;
    expect(await kind({ translationCoverage: 0.4 })).toBe('translation');
    expect(await kind({ translationCoverage: 1, partialCoverage: 1, comparableSimilarity: 0 })).toBe('comparable');
    expect(await kind({ translationCoverage: 1, partialCoverage: 1, comparableSimilarity: 1 })).toBe('unrelated');
  });
});

describe('the share of the content', () => {
  test('leaves out what is not the article', async () => {
    const kinds = { 0: 'headline', 1: 'dateline', 2: 'metadata', 3: 'unrelated' } as const;
    const beads = [...[0, 1, 2, 3].map((i) => beadOf([i], [])), beadOf([4], [0]), beadOf([5], [1])];
    const rendering = SENTENCES.slice(4);
    const all = await related({ source: SENTENCES, rendering, beads });
    const counted = await related({ source: SENTENCES, rendering, beads, kinds });
    expect(all.share.source).toBeLessThan(0.4);
    expect(counted.share.source).toBeGreaterThan(0.9);
  });

  test('falls with a single phrase', async () => {
    const whole = await related({ source: SENTENCES, rendering: SENTENCES });
    const dropped = SENTENCES.map((things, i) => (i === 2 ? things.slice(0, 2) : things));
    const less = await related({ source: SENTENCES, rendering: dropped });
    expect(less.share.source).toBeLessThan(whole.share.source - 0.01);
    expect(less.share.source).toBeGreaterThan(0.75);
  });

  test('is as sure as the beads are', async () => {
    const beads = SENTENCES.map((_, i) => beadOf([i], [i], { confidence: 0.5 }));
    const { share } = await related({ source: SENTENCES, rendering: SENTENCES, beads });
    expect(share.source).toBeCloseTo(0.5, 3);
  });

  test('of a text without article is 0', async () => {
    const kinds = Object.fromEntries(SENTENCES.map((_, i) => [i, 'headline' as const]));
    const { share } = await related({ source: SENTENCES, rendering: SENTENCES, kinds });
    expect(share.source).toBe(0);
  });
});

test('a source has a little less where its rendering has a hole', async () => {
  const shareOf = async (sentence: string) => {
    const result = await alignTranslations('Министр говорил о необходимости реформ.', sentence);
    return result.renderings[0]!.coverage.source;
  };
  const whole = await shareOf('The minister spoke of the need for reform.');
  // The same words, in an order in which something seems to be missing.
  expect(await shareOf('The minister spoke of the for need reform.')).toBeLessThan(whole - 0.003);
});
