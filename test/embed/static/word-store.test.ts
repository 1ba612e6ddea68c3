import { expect, test } from 'vitest';
import * as wordHash from '../../../src/core/word-hash.ts';
import { WordStore } from '../../../src/embed/static/word-store.ts';

const charactersOf = (word: string) => Uint16Array.from([...word], (_, i) => word.charCodeAt(i));
const hashOf = (word: string) => wordHash.hashOf(word, 0, word.length);

/** A store that is asked for words as strings, with the hash of another one where `hash` is given. */
function stringStore() {
  const store = new WordStore();
  return {
    add(word: string, pieces: number[], hash = hashOf(word)): void {
      const ids = Int32Array.of(9, ...pieces, 9);
      store.add(charactersOf(`x${word}y`), 1, 1 + word.length, hash, ids, 1, 1 + pieces.length);
    },
    find(word: string, hash = hashOf(word)): number[] | undefined {
      const known = store.find(charactersOf(`--${word}`), 2, 2 + word.length, hash);
      if (known < 0) return undefined;
      const ids = new Int32Array(100);
      return [...ids.subarray(5, store.write(known, ids, 5))];
    },
  };
}

test('a word has the pieces that it was kept with, another one none', () => {
  const store = stringStore();
  store.add('мир', [3, 1]);
  store.add('мира', []);
  store.add('a', [2]);
  expect(['мир', 'мира', 'a', 'ми', 'b', ''].map((word) => store.find(word))).toEqual([
    [3, 1],
    [],
    [2],
    undefined,
    undefined,
    undefined,
  ]);
});

test('words of one hash are told apart, and of many only some are kept', () => {
  const store = stringStore();
  const words = Array.from({ length: 100 }, (_, k) => `w${k}`);
  for (const [k, word] of words.entries()) store.add(word, [k], 77);
  const found = words.map((word) => store.find(word, 77));
  expect(found.slice(0, 16)).toEqual(Array.from({ length: 16 }, (_, k) => [k]));
  expect(found.slice(16).every((pieces) => pieces === undefined)).toBe(true);
});

test.each([
  ['words', 70_000, 'слово', 1],
  ['characters', 3000, 'д'.repeat(1000), 1],
  ['pieces', 4000, 'слово', 90],
])('it starts anew when it is full of %s', (_, count, beginning, length) => {
  const store = stringStore();
  const piecesOf = (k: number) => Array.from({ length }, (_, i) => k + i);
  for (let k = 0; k < count; k++) {
    store.add(`${beginning}${k}`, piecesOf(k));
    if (store.find(`${beginning}${k}`) !== undefined) expect(store.find(`${beginning}${k}`)).toEqual(piecesOf(k));
  }
  expect(store.find(`${beginning}0`)).toBeUndefined();
  expect(store.find(`${beginning}${count - 1}`)).toEqual(piecesOf(count - 1));
});
