import { expect, test } from 'vitest';
import { duplicationRule } from '../../src/detect/duplication.ts';
import { WordLists } from '../../src/text/word-lists.ts';
import { readWords } from '../../src/text/words.ts';
import { draftsOf } from './drafts-of.ts';
import { madeContext, madeDocument, type Made, type MadeSentence } from './made-context.ts';

function document(id: string, language: string, parts: readonly MadeSentence[]) {
  const made = madeDocument(id, language, parts);
  return { ...made, words: new WordLists(made.sentences.map((sentence) => readWords(made.text, sentence, language))) };
}

function check(source: readonly MadeSentence[], rendering: readonly MadeSentence[], beads: Made['beads'] = []) {
  const context = madeContext(document('source', 'ru', source), document('r', 'en', rendering), { beads });
  return draftsOf(duplicationRule, context).map((draft) => ({
    ...draft,
    rendering: draft.rendering.map(({ start, end }) => context.rendering.text.slice(start, end)),
  }));
}

const A = 'Peacekeepers from six countries reached Almaty early on Thursday morning.';
const B = 'The airport was closed to all flights until the end of the week.';
const SOURCE = ['Миротворцы из шести стран прибыли в Алма-Ату рано утром.', 'Аэропорт закрыли до конца недели.'];

test('tells a sentence right after its twin', () => {
  const drafts = check(
    SOURCE,
    [A, A, B],
    [
      [[0], [0]],
      [[], [1]],
      [[1], [2]],
    ],
  );
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({ rendering: [A], beads: [1], source: [] });
  expect(drafts[0]!.message).toBe(`“${A}” is repeated: the same stands right before.`);
});

test('tells a sentence farther off, and where it stands first', () => {
  const drafts = check(
    SOURCE,
    [A, B, A],
    [
      [[0], [0]],
      [[1], [1]],
      [[], [2]],
    ],
  );
  expect(drafts.map(({ rendering }) => rendering)).toEqual([[A]]);
  expect(drafts[0]!.message).toContain('earlier, in paragraph 1');
});

test('tells a repeated paragraph once', () => {
  const beads: Made['beads'] = [
    [[0], [0]],
    [[1], [1]],
    [[], [2]],
    [[], [3]],
  ];
  expect(check(SOURCE, [A, B, A, B], beads).map(({ rendering }) => rendering.join(' '))).toEqual([`${A} ${B}`]);
});

test('tells a repeat in the middle of a sentence', () => {
  const clause = 'click on the name of your account';
  const [draft] = check(SOURCE, [`First ${clause} ${clause} and wait.`], [[[0], [0]]]);
  expect(draft!.rendering).toEqual([clause]);
});

test('ignores case and marks', () => {
  expect(
    check(
      SOURCE,
      [A, `“${A.toUpperCase()}”`],
      [
        [[0], [0]],
        [[], [1]],
      ],
    ),
  ).toHaveLength(1);
});

test('leaves what the source repeats too', () => {
  const twice = [SOURCE[0]!, SOURCE[0]!, SOURCE[1]!];
  expect(
    check(
      twice,
      [A, A, B],
      [
        [[0], [0]],
        [[1], [1]],
        [[2], [2]],
      ],
    ),
  ).toEqual([]);
  const apart = [SOURCE[0]!, SOURCE[1]!, SOURCE[0]!];
  expect(
    check(
      apart,
      [A, B, A],
      [
        [[0], [0]],
        [[1], [1]],
        [[2], [2]],
      ],
    ),
  ).toEqual([]);
});

test('leaves a sentence far off that renders another sentence of the source', () => {
  expect(
    check(
      [...SOURCE, 'Миротворцы прилетели.'],
      [A, B, A],
      [
        [[0], [0]],
        [[1], [1]],
        [[2], [2]],
      ],
    ),
  ).toEqual([]);
});

test.each([
  ['short sentences', ['He said no.', 'He said no.', B]],
  ['short sentences far off', ['The minister gave no comment.', B, 'The minister gave no comment.']],
  ['a figure that differs', [A, A.replace('six', 'nine')]],
  ['a lead that begins like its headline', ['Peacekeepers from six countries reached Almaty', A]],
  ['a refrain of few words', ['It went on and on and on and on and on and on.', B]],
])('leaves %s', (_, rendering) => {
  expect(check(SOURCE, rendering, [[[0], rendering.map((_, index) => index)]])).toEqual([]);
});

test('reads long texts in linear time', () => {
  for (const unit of ['a ', 'one two three ', `${A} `]) check(SOURCE, [unit.repeat(20_000)], [[[0], [0]]]);
});
