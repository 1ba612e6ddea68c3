import { expect, test } from 'vitest';
import { isTitle } from '../../src/text/titles.ts';

test.each([
  ['reverend', 'en'],
  ['isles', 'en'],
  ['подполковника', 'ru'],
  ['хребте', 'ru'],
  ['королевство', 'ru'],
])('%s is a title', (word, language) => {
  expect(isTitle(word, language)).toBe(true);
});

test.each([
  ['lawson', 'en'],
  ['султанов', 'ru'],
  ['пастернак', 'ru'],
  ['reverend', 'ru'],
  ['emir', 'de'],
])('%s is none, or not in %s', (word, language) => {
  expect(isTitle(word, language)).toBe(false);
});
