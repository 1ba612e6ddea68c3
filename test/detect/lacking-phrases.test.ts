import { describe, expect, test } from 'vitest';
import { missingPhrases } from '../../src/align/missing-phrases.ts';
import { finish } from '../../src/core/steps.ts';
import { lackingPhrases } from '../../src/detect/lacking-phrases.ts';
import { omissionRule } from '../../src/detect/omission.ts';
import { partialOmissionRule } from '../../src/detect/partial-omission.ts';
import type { RenderingContext } from '../../src/detect/rule.ts';
import { upTo } from '../align/made.ts';
import { sentence } from '../align/toy-texts.ts';
import { draftsOf } from './drafts-of.ts';
import { lineContext } from './gap-context.ts';

/** A sentence of these things with a comma behind so many of its words. */
const clauses = (language: 'ru' | 'en', things: readonly number[], ...ends: number[]) =>
  ends.reduce(
    (words, end) => words.replace(new RegExp(`^(\\S+ ){${end - 1}}\\S+`, 'u'), '$&,'),
    sentence(language, things),
  );
/** A sentence without the mark that ends it. */
const open = (words: string) => words.slice(0, -1);
/** So many things from one on. */
const run = (first: number, count: number) => upTo(count).map((w) => first + w);
/** The same chance for each of some words. */
const each = (count: number, chance: number) => upTo(count).map(() => chance);

const lacking = (context: RenderingContext, side: 'source' | 'rendering' = 'source') =>
  finish(lackingPhrases(context, side));

const told = (context: RenderingContext, side: 'source' | 'rendering' = 'source') =>
  lacking(context, side).map(({ span }) => context[side].text.slice(span.start, span.end));

/** A context in which the words of the source's sentences have a counterpart with these chances. */
const withChances = (context: RenderingContext, ...chances: number[][]): RenderingContext => ({
  ...context,
  coverage: { ...context.coverage, source: chances.map((row) => Float32Array.from(row)) },
});

/** The same where another sentence may begin at a word of the first sentence. */
function withRunOn(context: RenderingContext, word: number, logOdds: number): RenderingContext {
  const words = context.source.words.of(0);
  const place = { end: words[word - 1]!.end, start: words[word]!.start, logOdds };
  return { ...context, source: { ...context.source, runOns: [[place]] } };
}

/** One bead of a sentence of so many words in clauses, and of a rendering that has four of them, as a rule. */
const oneBead = (words: number, ends: number[], rendered = 4) =>
  lineContext([clauses('ru', upTo(words), ...ends)], [sentence('en', upTo(rendered))], [[[0], [0]]]);

test('a copula is no content word of a phrase: one with a single word is not told', async () => {
  const found = async (word: string) => {
    const words = clauses('ru', upTo(12), 10).replace(/ \S+\.$/u, ` ${word}.`);
    const context = await lineContext([words], [sentence('en', upTo(10))], [[[0], [0]]]);
    return told(withChances(context, [...each(10, 0.999), ...each(2, 0.001)]));
  };
  expect(await found('лес')).toEqual(['газета лес']);
  expect(await found('находится')).toEqual([]);
});

describe('a phrase beside a neighbour that says it', () => {
  const [front, phrase, behind, other] = [upTo(6), run(6, 6), run(12, 6), run(18, 4)];
  const pairs: [number[], number[]][] = [
    [[0], [0]],
    [[1], [1]],
  ];
  const whole = (end: string) => clauses('ru', [...front, ...phrase], 6).replace('.', end);

  test('is missing where a mark parts the two, and where the neighbour says something else', async () => {
    const found = async (end: string, said: number[]) => {
      const rendering = [sentence('en', front), sentence('en', [...said, ...behind])];
      return told(await lineContext([whole(end), sentence('ru', behind)], rendering, pairs));
    };
    const words = open(sentence('ru', phrase)).toLowerCase();
    expect(await found('', phrase)).toEqual([]);
    expect(await found('.', phrase)).toEqual([words]);
    expect(await found('', other)).toEqual([words]);
  });

  test('is added where a mark parts the two', async () => {
    const found = async (end: (words: string) => string) => {
      const source = [sentence('ru', front), sentence('ru', [...phrase, ...behind])];
      const rendering = [end(clauses('en', [...front, ...phrase], 6)), sentence('en', behind)];
      return told(await lineContext(source, rendering, pairs), 'rendering');
    };
    expect(await found((words) => words)).toEqual([open(sentence('en', phrase)).toLowerCase()]);
    expect(await found(open)).toEqual([]);
  });
});

describe('phrases of a sentence', () => {
  const chances = [...each(4, 0.98), ...each(4, 0.05), ...each(4, 0.3)];

  test('are one, as sure as the surer, where they stand beside each other', async () => {
    const context = withChances(await oneBead(12, [4, 8]), chances);
    const [surer, other] = missingPhrases(context, 'source');
    expect([surer!.words, other!.words]).toEqual([
      [4, 8],
      [8, 12],
    ]);
    expect(other!.confidence).toBeLessThan(surer!.confidence);
    const [phrase, ...more] = lacking(context);
    expect(more).toEqual([]);
    expect(phrase).toMatchObject({ words: [4, 12], content: 8, confidence: surer!.confidence });
    expect(phrase!.span).toEqual({ start: surer!.span.start, end: other!.span.end });
  });

  test('are one whichever is the surer', async () => {
    const context = withChances(await oneBead(12, [4, 8]), [...each(4, 0.98), ...each(4, 0.3), ...each(4, 0.05)]);
    const [, surer] = missingPhrases(context, 'source');
    expect(lacking(context)).toMatchObject([{ words: [4, 12], confidence: surer!.confidence }]);
  });

  test('are one where a function word parts them, and two where a content word does', async () => {
    const parted = [...chances.slice(0, 8), 0.98, ...chances.slice(8)];
    const context = await oneBead(13, [4, 8]);
    expect(told(withChances(context, parted))).toHaveLength(2);
    const source = context.source.text.replace(/^((?:\S+ ){8})\S+/u, '$1и');
    const withAnd = await lineContext([source], [context.rendering.text], [[[0], [0]]]);
    expect(withAnd.source.words.of(0)[8]!.function).toBe(true);
    expect(told(withChances(withAnd, parted))).toHaveLength(1);
  });

  test('are not one with those of the next sentence', async () => {
    const source = [clauses('ru', upTo(8), 4), clauses('ru', run(8, 8), 4)];
    const rendering = [sentence('en', run(0, 4)), sentence('en', run(12, 4))];
    const context = await lineContext(source, rendering, [
      [[0], [0]],
      [[1], [1]],
    ]);
    const both = withChances(context, [...each(4, 0.98), ...each(4, 0.02)], [...each(4, 0.02), ...each(4, 0.98)]);
    expect(told(both)).toHaveLength(2);
  });

  test('that fill what is likely a sentence together are told as one, and not as phrases', async () => {
    const context = withRunOn(withChances(await oneBead(12, [4, 8]), chances), 4, -0.5);
    const [draft, ...more] = draftsOf(omissionRule, context);
    expect(more).toEqual([]);
    const words = draft!.source.map(({ start, end }) => context.source.text.slice(start, end));
    expect(words).toEqual([context.source.text.split(', ').slice(1).join(', ')]);
    expect(draftsOf(partialOmissionRule, context)).toEqual([]);
  });
});

describe('a phrase takes what is hardly covered of its clause', () => {
  const missing = each(4, 0.02);
  const hardly = each(4, 0.6);
  /** The first words of the phrases, and those behind their last, where another sentence may begin at a word. */
  const ends = async (chances: number[], word: number, logOdds: number) => {
    const context = withRunOn(withChances(await oneBead(16, [8], 10), chances), word, logOdds);
    const likely = missingPhrases(context, 'source').filter(({ confidence }) => confidence > 0.5);
    return { missing: likely.map(({ words }) => words), told: lacking(context).map(({ words }) => words) };
  };

  test('up to a word with which another sentence likely begins', async () => {
    const chances = [...each(8, 0.98), ...missing, ...hardly];
    expect(await ends(chances, 12, -0.1)).toEqual({ missing: [[8, 12]], told: [[8, 16]] });
    expect(await ends(chances, 12, 0)).toEqual({ missing: [[8, 12]], told: [[8, 12]] });
  });

  test('from a word on with which one likely begins', async () => {
    const chances = [...hardly, ...missing, ...each(8, 0.98)];
    expect(await ends(chances, 4, -0.1)).toEqual({ missing: [[4, 8]], told: [[0, 8]] });
    expect(await ends(chances, 4, 0)).toEqual({ missing: [[4, 8]], told: [[4, 8]] });
  });
});

describe('of two versions of a sentence in one bead, which both lack something', () => {
  const [shared, more] = [upTo(10), run(20, 4)];
  const chances = [
    [...each(6, 0.98), ...each(4, 0.02)],
    [...each(10, 0.98), ...each(4, 0.02)],
  ];
  const short = async (front: number[], rendered: number[]) => {
    const source = [clauses('ru', front, 6), clauses('ru', [...shared, ...more], 10)];
    const context = await lineContext(source, [sentence('en', rendered)], [[[0, 1], [0]]]);
    return lacking(withChances(context, ...chances)).map((phrase) => phrase.sentence);
  };

  test('neither is short of what the rendering has', async () => {
    expect(await short(shared, [...shared, ...more])).toEqual([]);
  });

  test('one is short of what it has not', async () => {
    expect(await short(shared, shared)).toEqual([1]);
  });

  test('one is short of it all the same where the other is no version of it', async () => {
    const other = run(30, 10);
    expect(await short(other, [...other, ...shared, ...more])).toEqual([0, 1]);
  });
});
