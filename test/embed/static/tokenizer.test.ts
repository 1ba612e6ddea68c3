import { expect, test } from 'vitest';
import { readModelFile } from '../../../src/embed/static/model-file.ts';
import { UnigramTokenizer } from '../../../src/embed/static/tokenizer.ts';
import { WordPieces } from '../../../src/embed/static/word-pieces.ts';
import { tinyModelFile, tinyPieces } from './tiny-model.ts';

const model = readModelFile(tinyModelFile());
const tokenizer = new UnigramTokenizer(model.text, model.starts, model.logProbabilities);
const wordPieces = new WordPieces(tokenizer);

/** The ids of a word's pieces, the word in the midst of others. */
function idsOf(word: string): number[] {
  const text = Uint16Array.from([...Array(word.length + 2).keys()], (i) => `b${word}c`.charCodeAt(i));
  const ids = new Int32Array(2 * text.length + 4).fill(7);
  const end = tokenizer.write(text, 1, 1 + word.length, ids, 3);
  expect([ids[2], ids[end]]).toEqual([7, 7]);
  return [...ids.subarray(3, end)];
}

const named = (ids: Iterable<number>) => Array.from(ids, (id) => tinyPieces[id]![0]);

function cut(text: string): { pieces: string[]; words: number } {
  const { ids, count, words } = wordPieces.of(text);
  return { pieces: named(ids.subarray(0, count)), words };
}

test.each([
  ['the most probable cut', 'cab', ['▁cab']],
  ['a sum below a single piece', 'abb', ['▁ab', 'b']],
  ['the longest last piece of equal cuts', 'ab', ['▁ab']],
  ['a piece within a word', 'aмир', ['▁a', 'мир']],
  ['unknown characters, which have no piece', 'aхмирz', ['▁a', 'мир']],
  ['a word of unknown characters', 'zz', ['▁']],
  ['a surrogate pair', '😀a😁', ['▁', '😀', 'a']],
  ['an empty word', '', ['▁']],
])('%s', (_, word, expected) => expect(named(idsOf(word))).toEqual(expected));

test('words are cut at spaces and at the metasymbol', () => {
  expect(cut('ab  c▁мир ')).toEqual({ pieces: ['▁ab', '▁', 'c', '▁мир'], words: 3 });
  expect(cut('')).toEqual({ pieces: [], words: 0 });
});

test('a word has the same pieces when it is met again', () => {
  const first = cut('cab zz ab мир');
  expect(first.pieces).toEqual(['▁cab', '▁', '▁ab', '▁мир']);
  expect(cut('cab zz ab мир')).toEqual(first);
  expect(cut('мир cab cab')).toEqual({ pieces: ['▁мир', '▁cab', '▁cab'], words: 3 });
});

test('a word of a million characters is cut, never within a character', () => {
  for (const before of ['', 'a']) {
    const { pieces, words } = cut(before + '😀'.repeat(500_000));
    expect(pieces.filter((piece) => piece === '😀')).toHaveLength(500_000);
    expect(words).toBe(pieces.filter((piece) => piece.startsWith('▁')).length);
    expect(words).toBeGreaterThan(970);
  }
});

test('a word of a million halves of characters is cut anywhere', () => {
  const { words } = cut('\ude00'.repeat(1_000_000));
  expect(words).toBe(977);
});

test('ids do not depend on what was asked before', () => {
  const before = idsOf('abcab');
  idsOf('cccccccccccccccccc');
  expect(idsOf('abcab')).toEqual(before);
});
