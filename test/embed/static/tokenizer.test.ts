import { expect, test } from 'vitest';
import { readModelFile } from '../../../src/embed/static/model-file.ts';
import { UnigramTokenizer } from '../../../src/embed/static/tokenizer.ts';
import { tinyModelFile, tinyPieces } from './tiny-model.ts';

const model = readModelFile(tinyModelFile());
const tokenizer = new UnigramTokenizer(model.text, model.starts, model.logProbabilities);
const pieces = (word: string) => tokenizer.ids(word).map((id) => tinyPieces[id]![0]);

test.each([
  ['the most probable cut', 'cab', ['▁cab']],
  ['a sum below a single piece', 'abb', ['▁ab', 'b']],
  ['the longest last piece of equal cuts', 'ab', ['▁ab']],
  ['a piece within a word', 'aмир', ['▁a', 'мир']],
  ['unknown characters, which have no piece', 'aхмирz', ['▁a', 'мир']],
  ['a word of unknown characters', 'zz', ['▁']],
  ['a surrogate pair', '😀a😁', ['▁', '😀', 'a']],
  ['an empty word', '', ['▁']],
])('%s', (_, word, expected) => expect(pieces(word)).toEqual(expected));

test('words are cut at spaces and at the metasymbol', () => {
  expect(tokenizer.words('ab  c▁мир ')).toEqual(['ab', 'c', 'мир']);
  expect(tokenizer.words('')).toEqual([]);
});

test('a word of a million characters is cut, never within a character', () => {
  const text = '😀'.repeat(500_000);
  const words = tokenizer.words(text);
  expect(words.join('')).toBe(text);
  expect(words.every((word) => word.length <= 1024 && word.length % 2 === 0)).toBe(true);
  expect(words.flatMap((word) => tokenizer.ids(word)).filter((id) => tinyPieces[id]![0] === '😀')).toHaveLength(
    500_000,
  );
});

test('ids do not depend on what was asked before', () => {
  const before = tokenizer.ids('abcab');
  tokenizer.ids('cccccccccccccccccc');
  expect(tokenizer.ids('abcab')).toEqual(before);
});
