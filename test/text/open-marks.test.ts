import { expect, test } from 'vitest';
import { readTokens } from '../../src/text/capital-words.ts';
import { openBefore } from '../../src/text/open-marks.ts';

/** The words before which a quotation or bracket is open. */
const open = (text: string) => {
  const tokens = readTokens(text, { start: 0, end: text.length });
  const isOpen = openBefore(text, tokens);
  return tokens.filter((_, x) => isOpen[x]).map(({ key }) => key);
};

test.each([
  ['He said: "It is late" and left.', ['is', 'late']],
  ['Он сказал: «Уже поздно» и ушёл.', ['поздно']],
  ['The town (a small one) is quiet.', ['small', 'one']],
  ['It “never closed" in time.', ['closed']],
  ['It "never closed” in time.', ['closed']],
  ['The 6" screen is back.', []],
  ['it is late," he said and left.', []],
  ['He left — "too late" — again.', ['late']],
  ['The show ("Slow Horses" and More) is back.', ['slow', 'horses', 'and', 'more'].slice(1)],
  ['Он назвал это „Дон“ и ушёл Потом вернулся.', []],
  ['', []],
])('quotations and brackets are open from the word behind their first: %s', (text, words) => {
  expect(open(text)).toEqual(words);
});
