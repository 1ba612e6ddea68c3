import { expect, test } from 'vitest';
import { readWords } from '../../src/text/words.ts';

const words = (text: string): string[] =>
  readWords(text, { start: 0, end: text.length }, 'en').map(({ start, end }) => text.slice(start, end));
const content = (text: string, language: string): string[] =>
  readWords(text, { start: 0, end: text.length }, language)
    .filter((word) => !word.function)
    .map(({ start, end }) => text.slice(start, end));

test('hold letters, digits, inner hyphens and apostrophes', () => {
  expect(words("Kassym-Jomart’s 'own' well-known (state-run) don't –go– x-")).toEqual([
    'Kassym-Jomart’s',
    'own',
    'well-known',
    'state-run',
    "don't",
    'go',
    'x',
  ]);
});

test('hold figures whole', () => {
  expect(words('1,000 rose 3.5% to $2.5bn, on 10.01.2022, 5.')).toEqual([
    '1,000',
    'rose',
    '3.5',
    'to',
    '2.5bn',
    'on',
    '10.01.2022',
    '5',
  ]);
});

test('hold abbreviations, soft hyphens and accents written apart', () => {
  expect(words('the U.S. at 5 a.m. т.е. end.Next')).toEqual(['the', 'U.S', 'at', '5', 'a.m', 'т.е', 'end', 'Next']);
  expect(words('Ка\u00adзах\u00adстан\u00ad и\u0306од')).toEqual(['Ка\u00adзах\u00adстан', 'и\u0306од']);
});

test('lie in the given span', () => {
  expect(readWords('One two three', { start: 4, end: 7 }, 'en')).toMatchObject([
    { start: 4, end: 7, function: false, form: { text: 'two', key: 'two' } },
  ]);
});

test('are function words or content words', () => {
  expect(content("The minister didn't say that it's not Kazakhstan's or he’ll have been there", 'en')).toEqual([
    'minister',
    'say',
    "Kazakhstan's",
  ]);
  expect(content('Он не был в Москве, и её министр из-за этого ещё нет, а только Россия', 'ru')).toEqual([
    'Москве',
    'министр',
    'Россия',
  ]);
  expect(content('Der und die', 'de')).toEqual(['Der', 'und', 'die']);
});

test('take linear time', () => {
  for (const unit of ["a'", 'a\u00ad', 'a.', 'a-', '1,', '-']) {
    const text = unit.repeat(200_000);
    const before = performance.now();
    readWords(text, { start: 0, end: text.length }, 'en');
    expect(performance.now() - before, unit).toBeLessThan(1000);
  }
});
