import { expect, test } from 'vitest';
import { compareDates, namesDay, type DatedMention } from '../../src/detect/date-match.ts';
import type { BaseDate } from '../../src/text/calendar.ts';
import { readDates } from '../../src/text/dates.ts';

/** The Monday on which the texts were written. */
const MONDAY: BaseDate = { year: 2022, month: 1, day: 10 };

function dated(language: string, text: string, base: BaseDate | null): DatedMention {
  return { date: readDates(text, language, [])[0]!, base };
}

/** Compares from both sides, which must come to one answer. */
function compared(source: string, rendering: string, ...bases: (BaseDate | null)[]): string {
  const [first = null, second = null] = bases;
  const [a, b] = [dated('ru', source, first), dated('en', rendering, second)];
  const answer = compareDates(a, b);
  expect(compareDates(b, a)).toBe(answer);
  return answer;
}

test.each([
  ['2 января', 'January 2', 'same'],
  ['2 января', 'January 2, 2022', 'same'],
  ['2 января 2021 года', 'January 2, 2022', 'other'],
  ['2 января', 'January 3', 'other'],
  ['2 января', 'February 2', 'other'],
  ['2 января', 'in January', 'same'],
  ['в 2021 году', 'in 2021', 'same'],
  ['в 2021 году', 'on January 2', 'unknown'],
  ['01/10/2022', '01/10/2022', 'same'],
  ['01/10/2022', 'January 10, 2022', 'same'],
  ['01/10/2022', 'January 11, 2022', 'other'],
  ['10.01.2022', 'October 1, 2022', 'other'],
])('%s and %s: %s', (source, rendering, answer) => {
  expect(compared(source, rendering)).toBe(answer);
});

test.each([
  ['в понедельник', 'on Monday', 'same'],
  ['в понедельник', 'on Friday', 'other'],
  ['в понедельник', 'on January 10', 'same'],
  ['в понедельник', 'on January 12', 'other'],
  ['в понедельник', 'in January', 'unknown'],
  ['в понедельник', 'in 2022', 'unknown'],
  ['10 января', 'on Monday', 'same'],
])('%s and %s, where a text tells its date: %s', (source, rendering, answer) => {
  expect(compared(source, rendering, MONDAY, null)).toBe(answer);
  expect(compared(source, rendering, null, MONDAY)).toBe(answer);
});

test('a weekday is taken by the date of its own text', () => {
  const thursday: BaseDate = { year: 2022, month: 6, day: 16 };
  expect(compared('в понедельник', 'on January 10', MONDAY, thursday)).toBe('same');
  expect(compared('в понедельник', 'on January 10', thursday, MONDAY)).toBe('other');
});

test('a weekday tells nothing of a calendar date where no text tells its date', () => {
  expect(compared('в понедельник', 'on January 12')).toBe('unknown');
});

test.each([
  ['on Monday', true],
  ['on January 12', true],
  ['in January', false],
  ['in 2022', false],
])('%s names a day: %s', (text, names) => {
  expect(namesDay(readDates(text, 'en', [])[0]!)).toBe(names);
});
