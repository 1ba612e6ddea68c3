import { weekdayMayBe, type BaseDate } from '../text/calendar.ts';
import type { DateMention } from '../text/dates.ts';

/** A date with the date of the text that it stands in. */
export interface DatedMention {
  date: DateMention;
  base: BaseDate | null;
}

/** True for a date that names a day: a weekday, or a day of a month. */
export function namesDay(date: DateMention): boolean {
  return date.weekday !== null || (date.month !== null && date.day !== null);
}

/**
 * `same`: both may mean one date and say something in common; `other`: they cannot; `unknown`: they say nothing of one
 * kind (a year and a weekday, a weekday without a dateline and a calendar date).
 */
export function compareDates(a: DatedMention, b: DatedMention): 'same' | 'other' | 'unknown' {
  const x = a.date;
  const y = b.date;
  if (x.weekday !== null && y.weekday !== null) return x.weekday === y.weekday ? 'same' : 'other';
  if (x.weekday !== null) return compareWeekday(x.weekday, a.base ?? b.base, y);
  if (y.weekday !== null) return compareWeekday(y.weekday, b.base ?? a.base, x);
  if (agreeParts(x, y, x.day, x.month)) return sharesPart(x, y) ? 'same' : 'unknown';
  return (x.dayOrMonth || y.dayOrMonth) && agreeParts(x, y, x.month, x.day) ? 'same' : 'other';
}

function compareWeekday(weekday: number, base: BaseDate | null, date: DateMention): 'same' | 'other' | 'unknown' {
  if (base === null || date.month === null || date.day === null) return 'unknown';
  return weekdayMayBe(weekday, base, date) ? 'same' : 'other';
}

function agreeParts(x: DateMention, y: DateMention, day: number | null, month: number | null): boolean {
  const fits = (a: number | null, b: number | null) => a === null || b === null || a === b;
  return fits(x.year, y.year) && fits(month, y.month) && fits(day, y.day);
}

function sharesPart(x: DateMention, y: DateMention): boolean {
  // No date has a day without its month.
  return (x.year !== null && y.year !== null) || (x.month !== null && y.month !== null);
}
