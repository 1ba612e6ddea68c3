import { describe, expect, test } from 'vitest';
import type { Bead, SentenceKind } from '../../src/core/result.ts';
import { excerpt, gapRuns, holdsFacts, isMinor, spanOf } from '../../src/detect/gaps.ts';
import { WordLists } from '../../src/text/word-lists.ts';
import { readWords } from '../../src/text/words.ts';
import { beadOf } from '../align/made.ts';
import { madeDocument, type MadeSentence } from './made-context.ts';

const BODY = 'The ministers discussed the talks.';

const HEADING = 'Fishermen of the northern islands save two young seals';
const FOLLOWS = 'The fishermen had found the seals near the islands.';

/** Runs of source gaps as `sentences @ beads`. */
function runs(kinds: readonly SentenceKind[], beads: readonly Bead[], side: 'source' | 'rendering' = 'source') {
  const { sentences } = madeDocument(
    'a',
    'en',
    kinds.map((kind): MadeSentence => [BODY, kind]),
  );
  return gapRuns(beads, sentences, side).map((run) => `${run.sentences.join()} @ ${run.beads.join()}`);
}

describe('runs of gaps', () => {
  const body: SentenceKind[] = ['body', 'body', 'body', 'body'];

  test('are sentences that follow each other, in the order of the text', () => {
    expect(runs(body, [beadOf([1], []), beadOf([2], [0]), beadOf([0], []), beadOf([3], [])])).toEqual([
      '0,1 @ 2,0',
      '3 @ 3',
    ]);
  });

  test('are those of one side', () => {
    const beads = [beadOf([], [0]), beadOf([0], []), beadOf([1], [1]), beadOf([], [2])];
    expect(runs(body, beads)).toEqual(['0 @ 1']);
    expect(runs(body, beads, 'rendering')).toEqual(['0 @ 0', '2 @ 3']);
  });

  test('keep a headline by itself', () => {
    const beads = [0, 1, 2].map((sentence) => beadOf([sentence], []));
    expect(runs(['body', 'headline', 'body'], beads)).toEqual(['0 @ 0', '1 @ 1', '2 @ 2']);
  });

  test('leave out what is expected to have no counterpart, and go no further over it', () => {
    const beads = [0, 1, 2, 3].map((sentence) => beadOf([sentence], []));
    for (const kind of ['dateline', 'metadata', 'unrelated'] as const)
      expect(runs(['body', kind, 'body', 'body'], beads)).toEqual(['0 @ 0', '2,3 @ 2,3']);
  });
});

describe('a run is told as info', () => {
  /** Whether the run of all sentences between others is minor. */
  function minor(
    parts: readonly MadeSentence[],
    confidence: number,
    before: readonly MadeSentence[] = [],
    behind: readonly MadeSentence[] = [],
  ): boolean {
    const made = madeDocument('a', 'en', [...before, ...parts, ...behind]);
    const words = new WordLists(made.sentences.map((sentence) => readWords(made.text, sentence, 'en')));
    const sentences = parts.map((_, index) => before.length + index);
    return isMinor({ sentences, beads: [] }, { ...made, words }, confidence);
  }

  test.each([
    ['a doubtful gap', [BODY], 0.49, true],
    ['a gap that is not', [BODY], 0.5, false],
    ['a headline', [[BODY, 'headline']], 0.9, true],
    ['a dateline', [[BODY, 'dateline']], 0.9, true],
    ['metadata', [[BODY, 'metadata']], 0.9, true],
    ['a list item', [[BODY, 'list-item']], 0.9, false],
    ['a heading amid the text', [['The price of peace', 'headline']], 0.9, true, [BODY]],
    ['a long heading of what follows', [[HEADING, 'headline']], 0.9, true, [BODY], [FOLLOWS]],
    [
      'a long heading of what follows after three sentences',
      [[HEADING, 'headline']],
      0.9,
      true,
      [BODY],
      [BODY, BODY, BODY, FOLLOWS],
    ],
    [
      'a long line four sentences before what has its words',
      [[HEADING, 'headline']],
      0.9,
      false,
      [BODY],
      [BODY, BODY, BODY, BODY, FOLLOWS],
    ],
    ['a long line that has nothing to do with what follows', [[HEADING, 'headline']], 0.9, false, [BODY], [BODY]],
    ['a long headline', [[HEADING, 'headline']], 0.9, true, [], [BODY]],
    ['a label', ['The photo'], 0.9, true],
    ['a short sentence', ['What does that mean?'], 0.9, false],
    ['two words of content', ['Photo of ministers'], 0.9, false],
    ['labels alone', ['The photo', 'Wow!'], 0.9, true],
    ['a label before a sentence', ['The photo', BODY], 0.9, false],
  ] as [string, MadeSentence[], number, boolean, MadeSentence[]?, MadeSentence[]?][])(
    '%s',
    (_, parts, confidence, expected, before, behind) => {
      expect(minor(parts, confidence, before, behind)).toBe(expected);
    },
  );
});

test('facts are the quotations and the numbers', () => {
  const made = madeDocument('a', 'en', ['Nothing. There were 40 of them.', 'He said "never again" today.']);
  const at = made.text.indexOf('"never again"');
  const quotation = { start: at, end: at + 13 } as (typeof made.quotations)[number];
  const document = { ...made, quotations: [quotation] };
  const holds = (words: string) => {
    const start = made.text.indexOf(words);
    return holdsFacts(document, [
      { start: 0, end: 8 },
      { start, end: start + words.length },
    ]);
  };
  expect(holds('There were 40')).toBe(true);
  expect(holds('again')).toBe(true);
  expect(holds('of them. He said ')).toBe(false);
  expect(holdsFacts(document, [])).toBe(false);
});

test('the span of a sentence is its span alone', () => {
  expect(spanOf({ start: 1, end: 2, kind: 'body' } as never)).toEqual({ start: 1, end: 2 });
});

describe('an excerpt', () => {
  const of = (text: string) => excerpt(`>>${text}<<`, { start: 2, end: 2 + text.length });

  test.each([
    ['Short words.', '“Short words.”'],
    ['two\n  lines', '“two lines”'],
    ['«Слова»', '“Слова”'],
    ['„Worte“', '“Worte”'],
    ['he said "so"', '“he said "so”'],
    ['a "b" c', '“a "b" c”'],
  ])('%s', (text, expected) => {
    expect(of(text)).toBe(expected);
  });

  test('is cut at a word behind eighty characters, and inside one where the words are too long', () => {
    expect(of('x'.repeat(80))).toBe(`“${'x'.repeat(80)}”`);
    expect(of(`${'word '.repeat(16)}more`)).toBe(`“${'word '.repeat(16).trimEnd()}…”`);
    expect(of(`${'x'.repeat(41)} ${'y'.repeat(60)}`)).toBe(`“${'x'.repeat(41)}…”`);
    expect(of(`${'x'.repeat(40)} ${'y'.repeat(60)}`)).toBe(`“${'x'.repeat(40)} ${'y'.repeat(39)}…”`);
    expect(of('y'.repeat(100))).toBe(`“${'y'.repeat(80)}…”`);
  });
});
