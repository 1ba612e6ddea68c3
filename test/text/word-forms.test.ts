import { expect, it } from 'vitest';
import { perForm, wordForm } from '../../src/text/word-forms.ts';

it('is in lower case, with е for ё', () => {
  expect(wordForm('Ёлки')).toMatchObject({ text: 'Ёлки', key: 'елки', isPlain: true });
  expect(wordForm('IT’S')).toMatchObject({ text: 'IT’S', key: 'it’s', isPlain: false });
  for (const word of ["don't", 'Mos\u00adcow']) expect(wordForm(word).isPlain).toBe(false);
  expect(wordForm('')).toMatchObject({ text: '', key: '', isPlain: true });
});

it('is one object for one word, but for what is too long for a word', () => {
  expect(wordForm('Slovo')).toBe(wordForm('xSlovo'.slice(1)));
  expect(wordForm('О Slovo.', 2, 7)).toBe(wordForm('Slovo'));
  const long = 'Ab'.repeat(40);
  expect(wordForm(long)).not.toBe(wordForm(long));
  expect(wordForm(long)).toMatchObject({ text: long, key: long.toLowerCase(), isPlain: true });
});

it('is found again among very many, and after them', () => {
  for (let k = 0; k < 40_000; k++) expect(wordForm(`W${k}`).key).toBe(`w${k}`);
  expect(wordForm('W0').text).toBe('W0');
});

it('is one object for a word that comes again, however many others there are', () => {
  const form = wordForm('again');
  for (let k = 0; k < 100_000; k++) {
    wordForm(`X${k}`);
    if (k % 10_000 === 0) expect(wordForm('again')).toBe(form);
  }
});

it('is asked once for one word, each question for itself', () => {
  let asked = 0;
  const lengthOf = perForm(({ text }) => {
    asked++;
    return text.length;
  });
  const firstOf = perForm(({ text }) => text[0]);
  for (const word of ['pere', 'voz', 'pere']) {
    expect(firstOf(wordForm(word))).toBe(word[0]);
    expect(lengthOf(wordForm(word))).toBe(word.length);
  }
  expect(asked).toBe(2);
});
