import { expect, test } from 'vitest';
import { hashOf } from '../../src/core/word-hash.ts';
import { FormTable } from '../../src/text/form-table.ts';
import type { WordForm } from '../../src/text/word-forms.ts';

const formOf = (text: string): WordForm => ({ text, key: text.toLowerCase(), isPlain: true, answers: [] });

test('a form is found by the characters of a text, until there is no more room', () => {
  const table = new FormTable(4);
  const words = ['Dom', 'doma', 'do', 'съезд'];
  for (const word of words) {
    expect(table.isFull).toBe(false);
    table.add(formOf(word), hashOf(word, 0, word.length));
  }
  expect(table.isFull).toBe(true);
  const text = 'Dom doma do съезд dom';
  const find = (word: string, start: number) =>
    table.find(text, start, start + word.length, hashOf(word, 0, word.length));
  expect(words.map((word) => find(word, text.indexOf(word))?.text)).toEqual(words);
  expect(find('dom', text.length - 3)).toBeUndefined();
});

test('words of one hash are told apart, and of many only some are kept', () => {
  const table = new FormTable(64);
  const words = Array.from({ length: 40 }, (_, k) => `w${k}`);
  for (const word of words) table.add(formOf(word), 7);
  const found = words.map((word) => table.find(word, 0, word.length, 7)?.text);
  expect(found.slice(0, 16)).toEqual(words.slice(0, 16));
  expect(found.slice(16).every((text) => text === undefined)).toBe(true);
});
