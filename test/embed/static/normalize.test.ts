import { expect, test } from 'vitest';
import { normalize } from '../../../src/embed/static/normalize.ts';

test.each([
  ['lower case and ё', 'Ещё ЁЛКА', 'еще елка'],
  ['decomposed letters', 'и\u0306 е\u0308', 'й е'],
  ['stress marks', 'за\u0301мок', 'замок'],
  ['quotation marks', '«А» „b“ “c”', '"а" "b" "c"'],
  ['apostrophes', 'don’t `x´', "don't 'x"],
  ['dashes and minus', 'a – b — c − d', 'a - b - c - d'],
  ['soft hyphen and zero width', 'пе\u00adре\u200bнос\ufeff', 'перенос'],
  ['directional marks', '\u202aabc\u202c\u200e', 'abc'],
  ['no-break and other spaces', ' a\u00a0\u2009b\r\n\t c\u3000', 'a b c'],
  ['white space of Python alone', 'a\x1cb\x85c', 'a b c'],
  ['compatibility forms', 'ﬁ № ① ½ Ａ…', 'fi no 1 1⁄2 a...'],
  ['final sigma', 'ΛΟΓΟΣ', 'λογο\u03c2'],
  ['nothing', '', ''],
  ['white space alone', ' \n ', ''],
])('%s', (_, text, expected) => expect(normalize(text)).toBe(expected));

test('is the same a second time', () => {
  const text = ' «Ёж»\u00a0— don’t\u200b “Й” и\u0306…';
  expect(normalize(normalize(text))).toBe(normalize(text));
});
