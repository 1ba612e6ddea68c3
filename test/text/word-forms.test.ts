import { expect, it } from 'vitest';
import { wordForm } from '../../src/text/word-forms.ts';

it('is in lower case, with е for ё', () => {
  expect(wordForm('Ёлки')).toEqual({ text: 'Ёлки', key: 'елки', isPlain: true });
  expect(wordForm('IT’S')).toEqual({ text: 'IT’S', key: 'it’s', isPlain: false });
  for (const word of ["don't", 'Mos\u00adcow']) expect(wordForm(word).isPlain).toBe(false);
  expect(wordForm('')).toEqual({ text: '', key: '', isPlain: true });
});

it('is one object for one word, but for what is too long for a word', () => {
  expect(wordForm('Slovo')).toBe(wordForm('xSlovo'.slice(1)));
  const long = 'Ab'.repeat(40);
  expect(wordForm(long)).not.toBe(wordForm(long));
  expect(wordForm(long)).toEqual({ text: long, key: long.toLowerCase(), isPlain: true });
});

it('is found again among very many, and after them', () => {
  for (let k = 0; k < 40_000; k++) expect(wordForm(`W${k}`).key).toBe(`w${k}`);
  expect(wordForm('W0').text).toBe('W0');
});
