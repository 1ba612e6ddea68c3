import { expect, test } from 'vitest';
import { WordLists } from '../../src/text/word-lists.ts';
import { readWords } from '../../src/text/words.ts';

const sentences = ['The mayor of Leeds.', '***', 'Don’t touch 1,000 seals.'];
const text = sentences.join(' ').repeat(200);
const spans = Array.from({ length: 200 }, (_, k) => k * sentences.join(' ').length).flatMap((from) =>
  sentences.map((sentence) => {
    const start = text.indexOf(sentence, from);
    return { start, end: start + sentence.length };
  }),
);

test('words are given back as they were added, however many', () => {
  const read = spans.map((span) => readWords(text, span, 'en'));
  const lists = new WordLists(read);
  expect(lists.length).toBe(600);
  expect(spans.map((_, s) => lists.of(s))).toEqual(read);
  expect(spans.map((_, s) => lists.count(s))).toEqual(read.map(({ length }) => length));
  expect(lists.at(599, 1)).toEqual(read[599]![1]);
  expect(lists.of(600)).toEqual([]);
});

test('the same words are the same in other sentences', () => {
  const lists = (...cuts: string[]) =>
    new WordLists(cuts.map((cut) => readWords(cut, { start: 0, end: cut.length }, 'en')));
  expect(lists('A seal. A mayor.').haveSame(lists('A seal.', '', 'A mayor.'))).toBe(true);
  expect(lists('A seal. A mayor.').haveSame(lists('A seal.', 'A minor.'))).toBe(false);
  expect(lists('A seal. A mayor.').haveSame(lists('A seal.', 'A mayor.', 'A.'))).toBe(false);
});
