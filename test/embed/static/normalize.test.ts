import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NormalizedText, normalize } from '../../../src/embed/static/normalize.ts';

const cases = [
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
] as const;

test.each(cases)('%s', (_, text, expected) => expect(normalize(text)).toBe(expected));

test('is the same a second time', () => {
  const text = ' «Ёж»\u00a0— don’t\u200b “Й” и\u0306…';
  expect(normalize(normalize(text))).toBe(normalize(text));
});

const reused = new NormalizedText();

function read(text: string): string {
  const { characters, length } = reused.read(text);
  let result = '';
  for (let i = 0; i < length; i++) result += String.fromCharCode(characters[i]!);
  return result.replace(/ +/g, ' ').trim();
}

test.each(cases)('read character by character: %s', (_, text, expected) => expect(read(text)).toBe(expected));

test('read character by character, any text is the same but for spaces', () => {
  const plain = [...' \u00a0\u00ab\u00bb\u2010\u2014\u201cЁёЙйЯа`\'"~AZaz09'];
  const other = [...'\u0301\u0306\u0308\u200b\u00ad\u2026№ﬁÅΣςİ\u1100\u1161\u0345', '😀', '\ud83d', '\ude00'];
  const mixed = fc.array(fc.constantFrom(...plain, ...plain, ...other), { maxLength: 30 }).map((all) => all.join(''));
  const any = fc.string({ unit: 'binary', maxLength: 30 });
  fc.assert(
    fc.property(fc.oneof(mixed, any), (text) => {
      expect(read(text)).toBe(normalize(text));
    }),
    { numRuns: 1000 },
  );
});

test('read character by character, every character is the same between two letters', () => {
  for (let code = 0; code < 0x3000; code++) {
    const text = `б${String.fromCharCode(code)}а`;
    expect(read(text), code.toString(16)).toBe(normalize(text));
  }
});
