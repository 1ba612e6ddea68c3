import { expect, test } from 'vitest';
import { tellsDayByAnother } from '../../src/text/relative-days.ts';

test.each([
  'It took place a day earlier.',
  'the day before the March 15 performance',
  'on the following morning',
  'on the eve of the summit',
  'Накануне полиция провела обыски.',
  'На следующий день их отпустили.',
  'за день до выборов',
  'двумя днями ранее',
])('%s', (passage) => {
  expect(tellsDayByAnother(passage)).toBe(true);
});

test.each([
  'The bridge will be closed on March 14.',
  'He was detained on Tuesday after the search.',
  'next week',
  'Мост закроют 14 марта.',
  'в следующем году',
  'День города отметят в субботу.',
])('not in %s', (passage) => {
  expect(tellsDayByAnother(passage)).toBe(false);
});
