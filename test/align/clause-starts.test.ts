import { expect, test } from 'vitest';
import { clauseStarts } from '../../src/align/clause-starts.ts';
import { readWords } from '../../src/text/words.ts';

function clauses(text: string): string[] {
  const words = readWords(text, { start: 0, end: text.length }, 'en');
  const starts = clauseStarts(text, words);
  return starts.map((start, c) => text.slice(words[start]!.start, words[(starts[c + 1] ?? words.length) - 1]!.end));
}

test.each([
  ['He came, saw and left.', ['He came', 'saw and left']],
  ['The bank (a state one) closed - for good.', ['The bank', 'a state one', 'closed', 'for good']],
  ['“No,” he said: “never”.', ['No', 'he said', 'never']],
  ['A well-known 1,000-year-old town', ['A well-known 1,000-year-old town']],
  ['Names..........................and figures', ['Names', 'and figures']],
])('%s', (text, expected) => {
  expect(clauses(text)).toEqual(expected);
});

test('no words begin one clause', () => {
  expect(clauseStarts('', [])).toEqual([0]);
});

test('a sentence that begins without a mark begins a clause where that is likely', () => {
  const text = 'Press the button Wait until it is green';
  const words = readWords(text, { start: 0, end: text.length }, 'en');
  const at = (logOdds: number) => clauseStarts(text, words, [{ end: 16, start: 17, logOdds }]);
  expect(at(0)).toEqual([0, 3]);
  expect(at(-0.1)).toEqual([0]);
});
