import type { DateMention } from './dates.ts';

/** The day on which a text was written, as its dateline or metadata say; the year may be missing. */
export interface BaseDate {
  year: number | null;
  month: number;
  day: number;
}

/** A weekday in the news is one of the days around the text's own date: the week before it or the week after. */
const nearDays = 7;

const dayMs = 86_400_000;

/** The date of a text: metadata before dateline, the fuller date before the vaguer; null where neither tells day and month. */
export function baseDate(dates: readonly DateMention[]): BaseDate | null {
  const told = dates.filter(
    (date) => date.place !== 'text' && date.month !== null && date.day !== null && isPossible(date),
  );
  const best = told.find((date) => date.year !== null) ?? told[0];
  return best === undefined ? null : { year: best.year, month: best.month!, day: best.day! };
}

function isPossible({ month, day }: DateMention): boolean {
  return month! <= 12 && day! <= 31;
}

/** The dates that a weekday may mean in a text of the given date, nearest first; empty where the base has no year. */
export function datesOfWeekday(weekday: number, base: BaseDate): { year: number; month: number; day: number }[] {
  if (base.year === null) return [];
  const origin = Date.UTC(base.year, base.month - 1, base.day);
  const found: { year: number; month: number; day: number; apart: number }[] = [];
  for (let apart = -nearDays; apart <= nearDays; apart++) {
    const date = new Date(origin + apart * dayMs);
    if ((date.getUTCDay() || 7) !== weekday) continue;
    found.push({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), apart });
  }
  return found
    .sort((a, b) => Math.abs(a.apart) - Math.abs(b.apart))
    .map(({ year, month, day }) => ({ year, month, day }));
}

/**
 * False where a weekday in a text of date `base` cannot be the calendar date `date`; true where it can, or where that
 * cannot be told.
 */
export function weekdayMayBe(weekday: number, base: BaseDate | null, date: DateMention): boolean {
  if (base === null || date.month === null || date.day === null) return true;
  if (base.year === null) {
    // Without a year the weekday is unknown, the distance is not; 366 days let every month have its 31.
    const apart = Math.abs(ordinalDay(base.month, base.day) - ordinalDay(date.month, date.day));
    return Math.min(apart, 372 - apart) <= nearDays + 3;
  }
  return datesOfWeekday(weekday, base).some(
    (day) => day.month === date.month && day.day === date.day && (date.year === null || day.year === date.year),
  );
}

function ordinalDay(month: number, day: number): number {
  return (month - 1) * 31 + day;
}
