import { expect, test } from 'vitest';
import { functionWordsOf } from '../../src/text/function-words.ts';
import { readDocument } from '../../src/text/document.ts';

test('are known of Russian and English', () => {
  expect(functionWordsOf('ru')!.has('который')).toBe(true);
  expect(functionWordsOf('en')!.has('which')).toBe(true);
});

test('are unknown of other languages, whatever those are called', () => {
  for (const language of ['de', 'xx', '', 'constructor', '__proto__', 'toString'])
    expect(functionWordsOf(language)).toBeUndefined();
});

test('a language that is called like a property of objects is one like any other', () => {
  const text = 'Die Brücke steht. Zwei Männer bauten sie 1990, am 5. Mai, mit den Händen Und die Stadt sah zu.';
  const { id, language, ...expected } = readDocument({ id: 'a', text, language: 'xx' });
  expect([id, language]).toEqual(['a', 'xx']);
  for (const name of ['constructor', '__proto__', 'toString'])
    expect(readDocument({ id: 'a', text, language: name })).toEqual({ ...expected, id, language: name });
});
