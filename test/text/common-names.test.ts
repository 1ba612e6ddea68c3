import { expect, test } from 'vitest';
import { isOrdinary } from '../../src/text/common-names.ts';

test.each([
  ['Officer', 'en', true],
  ['Ministry', 'en', false],
  ['London', 'en', false],
  ['Zaporozhtsev', 'en', false],
  ['Школа', 'ru', true],
  ['Москва', 'ru', false],
  ['Zug', 'de', false],
])('%s (%s) is an ordinary word: %s', (word, language, ordinary) => {
  expect(isOrdinary(word, language)).toBe(ordinary);
});
