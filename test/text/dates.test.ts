import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../src/core/result.ts';
import { baseDate, datesOfWeekday, weekdayMayBe } from '../../src/text/calendar.ts';
import { readDates } from '../../src/text/dates.ts';

/** `[what the text says, year, month, day]`, or `[what the text says, weekday]`. */
function read(language: string, text: string): unknown[][] {
  return readDates(text, language, []).map((date) => {
    const words = text.slice(date.start, date.end);
    return date.weekday === null ? [words, date.year, date.month, date.day] : [words, date.weekday];
  });
}

describe('calendar dates', () => {
  test.each([
    ['ru', '2 января в ряде городов', '2 января', null, 1, 2],
    ['ru', '2 января 2022 года прошли', '2 января 2022 года', 2022, 1, 2],
    ['ru', '10 янв - РИА Новости', '10 янв', null, 1, 10],
    ['ru', '2-го марта', '2-го марта', null, 3, 2],
    ['ru', '30 сентября 2005 г. он', '30 сентября 2005 г.', 2005, 9, 30],
    ['ru', 'в январе 2016 года', 'январе 2016 года', 2016, 1, null],
    ['ru', 'в КНР в феврале.', 'феврале', null, 2, null],
    ['ru', 'визит в мае', 'мае', null, 5, null],
    ['ru', 'за 2025 год', '2025 год', 2025, null, null],
    ['ru', 'в 2025 г. увеличил', '2025 г', 2025, null, null],
    ['ru', '12.01.2022', '12.01.2022', 2022, 1, 12],
    ['en', '2022-01-10', '2022-01-10', 2022, 1, 10],
    ['en', 'on January 2, 2022, he', 'January 2, 2022', 2022, 1, 2],
    ['en', 'Jan. 2, 2022', 'Jan. 2, 2022', 2022, 1, 2],
    ['en', '30 May 2005', '30 May 2005', 2005, 5, 30],
    ['en', 'the 2nd of May', '2nd of May', null, 5, 2],
    ['en', 'In May the', 'May', null, 5, null],
    ['en', 'in 2021 and', '2021', 2021, null, null],
    ['en', 'signed 10/12/85', '10/12/85', 1985, 10, 12],
    ['ru', 'это было 2 января 2022', '2 января 2022', 2022, 1, 2],
    ['en', 'January 2nd of that year', 'January 2nd', null, 1, 2],
    ['en', 'on January 2, 0999 he', 'January 2', null, 1, 2],
    ['en', 'on May 2, 2000.5 tonnes', 'May 2', null, 5, 2],
    ['en', 'a rise in January 10% above', 'January', null, 1, null],
    ['en', 'in January 10:30 trains', 'January', null, 1, null],
    ['en', 'a misprint, May 80, 2005, stands', 'May 80, 2005', 2005, 5, 80],
  ])('%s: %s', (language, text, words, year, month, day) => {
    expect(read(language, text)).toEqual([[words, year, month, day]]);
  });

  test('with several days of one month are several', () => {
    expect(read('ru', 'с 3 по 5 января 2022 года')).toEqual([
      ['3', 2022, 1, 3],
      ['5 января 2022 года', 2022, 1, 5],
    ]);
    expect(read('en', 'June 2-4')).toEqual([
      ['June 2', null, 6, 2],
      ['4', null, 6, 4],
    ]);
    expect(read('en', 'May 2 and 30 people')).toEqual([['May 2', null, 5, 2]]);
  });

  test('in figures may be ambiguous', () => {
    expect(readDates('01/10/2022', 'en', [])[0]).toMatchObject({ month: 1, day: 10, dayOrMonth: true });
    expect(readDates('01/10/2022', 'ru', [])[0]).toMatchObject({ month: 10, day: 1, dayOrMonth: true });
    expect(readDates('10/25/2022', 'ru', [])[0]).toMatchObject({ month: 10, day: 25, dayOrMonth: false });
    expect(readDates('10/12/29', 'en', [])[0]).toMatchObject({ year: 2029 });
  });
});

describe('weekdays', () => {
  test('in all cases', () => {
    expect(read('ru', 'в понедельник, ко вторнику, в прошлую среду, субботней ночью')).toEqual([
      ['понедельник', 1],
      ['вторнику', 2],
      ['среду', 3],
      ['субботней', 6],
    ]);
    expect(read('ru', 'со среды, к среде, по средам')).toEqual([
      ['среды', 3],
      ['среде', 3],
      ['средам', 3],
    ]);
    expect(read('en', 'on Saturday, September 29')).toEqual([
      ['Saturday', 6],
      ['September 29', null, 9, 29],
    ]);
  });
});

test('words that only look like dates are none', () => {
  for (const text of [
    'It may rain',
    'Theresa May',
    'May said',
    'a long march',
    'April Jones',
    'in 2021 people',
    'since the 1990s',
    'in 2000s',
    'in 2000-style',
    'in 2021.5',
    'in 3021',
    '2021',
    'the 2021',
    '2022-13-10',
    '0005-10-10',
    '$5 May',
    '3.5.1.2',
  ]) {
    expect(read('en', text)).toEqual([]);
  }
  for (const text of [
    'Марта пришла',
    'окружающую среду',
    'в этой среде',
    'Майя',
    'Среду',
    'из среды',
    'этим средам',
    '12. 01. 2022',
    '15/00/2022',
    '00.05.2022',
    '3.5 мая',
    '1.2021 год',
  ])
    expect(read('ru', text)).toEqual([]);
  expect(read('en', 'January 10.5 million')).toEqual([['January', null, 1, null]]);
});

test('the place tells datelines and metadata from text', () => {
  const text = 'date 2022-01-10 MOSCOW, January 10. /TASS/. They spoke on Monday.';
  const sentence = (words: string, kind: Sentence['kind']): Sentence => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, kind, block: 0 };
  };
  const dates = readDates(text, 'en', [
    sentence('date 2022-01-10', 'metadata'),
    sentence('MOSCOW, January 10. /TASS/.', 'dateline'),
    sentence('They spoke on Monday.', 'body'),
  ]);
  expect(dates.map((date) => date.place)).toEqual(['metadata', 'dateline', 'text']);
  const base = baseDate(dates);
  expect(base).toEqual({ year: 2022, month: 1, day: 10 });
  expect(datesOfWeekday(1, base!)[0]).toEqual({ year: 2022, month: 1, day: 10 });
});

test('a weekday may be the days around the date of the text', () => {
  const base = { year: 2022, month: 1, day: 10 };
  const date = (text: string) => readDates(text, 'en', [])[0]!;
  expect(weekdayMayBe(1, base, date('January 10'))).toBe(true);
  expect(weekdayMayBe(1, base, date('January 3, 2022'))).toBe(true);
  expect(weekdayMayBe(1, base, date('December 10'))).toBe(false);
  expect(weekdayMayBe(5, base, date('January 10'))).toBe(false);
  expect(weekdayMayBe(1, null, date('December 10'))).toBe(true);
  expect(weekdayMayBe(5, { ...base, year: null }, date('December 10'))).toBe(false);
  // Over the turn of the year.
  expect(weekdayMayBe(5, { year: 2022, month: 1, day: 2 }, date('December 31'))).toBe(true);
});

test('a line of half a million characters takes linear time', () => {
  const started = performance.now();
  for (const unit of ['May 2 and ', '2 and ', '1-', '1/', '2 мая и ', 'Monday ']) {
    const text = unit.repeat(Math.floor(500_000 / unit.length));
    readDates(text, 'en', []);
    readDates(text, 'ru', []);
  }
  expect(performance.now() - started).toBeLessThan(15_000);
}, 30_000);
