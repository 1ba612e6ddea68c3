import { describe, expect, test } from 'vitest';
import { readNumbers, type NumberMention } from '../../src/text/numbers.ts';

/** `[what the text says, value or range, unit]`, with what is special about the mention behind it. */
function read(language: string, text: string): unknown[][] {
  return readNumbers(text, language).map((mention) => {
    const value = mention.low === mention.high ? mention.low : [mention.low, mention.high];
    return [text.slice(mention.start, mention.end), value, mention.unit];
  });
}

function only(language: string, text: string): NumberMention {
  const mentions = readNumbers(text, language);
  expect(mentions).toHaveLength(1);
  return mentions[0]!;
}

describe('figures', () => {
  test.each([
    ['ru', '1 234 567 рублей', '1 234 567 рублей', 1_234_567, 'RUB'],
    ['ru', '1\u00a0234\u00a0567', '1\u00a0234\u00a0567', 1_234_567, null],
    ['ru', '25\u202f000 человек', '25\u202f000', 25_000, null],
    ['en', '1,234,567 people', '1,234,567', 1_234_567, null],
    ['en', '40 000 workers', '40 000', 40_000, null],
    ['ru', '5,7 млн', '5,7 млн', 5_700_000, null],
    ['ru', '2.8 млрд. фунтов стерлингов', '2.8 млрд. фунтов стерлингов', 2.8e9, 'GBP'],
    ['ru', '5 трлн юаней', '5 трлн юаней', 5e12, 'CNY'],
    ['ru', '1 млн 200 тыс. руб.', '1 млн 200 тыс. руб', 1_200_000, 'RUB'],
    ['ru', '18-миллиардный заказ', '18-миллиардный', 18e9, null],
    ['en', '£2.8bn market', '£2.8bn', 2.8e9, 'GBP'],
    ['en', '$18-billion order', '$18-billion', 18e9, 'USD'],
    ['en', '$5m', '$5m', 5e6, 'USD'],
    ['ru', '26750$', '26750$', 26_750, 'USD'],
    ['ru', '5 тысяч американских долларов', '5 тысяч американских долларов', 5000, 'USD'],
    ['en', '10 per cent', '10 per cent', 10, '%'],
    ['ru', 'на 3,5 п.п. выше', '3,5 п.п', 3.5, '%'],
    ['ru', 'на 51% г/г', '51%', 51, '%'],
    ['en', '300 km', '300 km', 300, 'km'],
    ['ru', '80 миль в час', '80 миль', 80, 'mph'],
    ['en', 'a 42-year-old mechanic', '42-year', 42, 'year'],
    ['ru', '42-летний механик', '42-летний', 42, 'year'],
    ['en', 'a 281-store business', '281', 281, null],
    ['en', 'a 6-foot-6 forward', '6-foot-6', 6.5, 'ft'],
    ['en', '30 seconds', '30 seconds', 30, 'second'],
    ['ru', '14½', '14½', 14.5, null],
    ['ru', 'в 2020 году', '2020', 2020, null],
    ['en', '7 p.m. ET', '7 p.m.', 19, 'clock'],
    ['ru', '11 часов вечера', '11 часов вечера', 23, 'clock'],
    ['ru', 'в 10:30', '10:30', 10.5, 'clock'],
    ['en', 'in the 1980s', '1980s', 1980, 'decade'],
    ['ru', 'в 80-х', '80-х', 80, 'decade'],
    ['ru', 'из 80х годов', '80х', 80, 'decade'],
    ['en', '1,234.5', '1,234.5', 1234.5, null],
    ['ru', '1 234,5', '1 234,5', 1234.5, null],
    ['ru', '40\u2009000 рабочих', '40\u2009000', 40_000, null],
    ['en', '6 ft tall', '6 ft', 6, 'ft'],
    ['en', '6ft 3in', '6ft 3in', 6.25, 'ft'],
    ['en', '5 hundred thousand', '5 hundred thousand', 500_000, null],
    ['ru', '3 сотни тысяч', '3 сотни тысяч', 300_000, null],
    ['en', 'a 30-million-pound bridge', '30-million-pound', 30e6, 'pound'],
    ['en', '5 pounds sterling', '5 pounds sterling', 5, 'GBP'],
    ['en', '5 pounds of apples', '5 pounds', 5, 'pound'],
    ['ru', '27°C', '27°C', 27, 'degree'],
    ['ru', '27° тепла', '27°', 27, 'degree'],
    ['ru', '130 км/ч', '130 км', 130, 'kmh'],
    ['en', '130 km/h', '130 km', 130, 'kmh'],
    ['en', '60 miles an hour', '60 miles', 60, 'mph'],
    ['ru', '5 американских танков', '5', 5, null],
    ['ru', '5 российских', '5', 5, null],
    ['en', '5 per cent', '5 per cent', 5, '%'],
    ['en', '5 per person', '5', 5, null],
  ])('%s: %s', (language, text, words, value, unit) => {
    expect(read(language, text)).toEqual([[words, value, unit]]);
  });

  test.each([
    ['ru', '7 утра', 7],
    ['ru', '7 вечера', 19],
    ['ru', '12 ночи', 0],
    ['ru', '2 часа ночи', 2],
    ['ru', '3 часа дня', 15],
    ['en', '7 a.m. ET', 7],
    ['en', '7 p.m', 19],
    ['en', '12 a.m.', 0],
    ['en', '12pm', 12],
    ['en', '9.30 am', 9.5],
  ])('%s: %s is a time of the day', (language, text, hour) => {
    expect(only(language, text)).toMatchObject({ low: hour, unit: 'clock' });
  });

  test.each([
    ['ru', '3 дня', [[3, 'day']]],
    [
      'en',
      '6-foot-12',
      [
        [6, 'ft'],
        [12, null],
      ],
    ],
    [
      'en',
      '6-foot- 2',
      [
        [6, 'ft'],
        [2, null],
      ],
    ],
    [
      'en',
      '6 foot 2 people',
      [
        [6, 'ft'],
        [2, null],
      ],
    ],
    [
      'en',
      '1950-48',
      [
        [1950, null],
        [48, null],
      ],
    ],
    [
      'en',
      '1950-53%',
      [
        [1950, '%'],
        [53, '%'],
      ],
    ],
    [
      'ru',
      '5 млн 200 человек',
      [
        [5e6, null],
        [200, null],
      ],
    ],
    [
      'ru',
      '1 234, 5',
      [
        [1234, null],
        [5, null],
      ],
    ],
    [
      'en',
      '40  000',
      [
        [40, null],
        [0, null],
      ],
    ],
    [
      'en',
      '5 $3',
      [
        [5, null],
        [3, 'USD'],
      ],
    ],
    [
      'ru',
      '5 т.е. пять',
      [
        [5, null],
        [5, null],
      ],
    ],
  ])('%s: %s reads no further than one number goes', (language, text, values) => {
    expect(readNumbers(text, language).map(({ low, unit }) => [low, unit])).toEqual(values);
  });

  test('say how exact they are', () => {
    expect(only('en', '135 people').step).toBe(1);
    expect(only('en', '5.7 million').step).toBeCloseTo(100_000);
    expect(only('ru', '350 тыс').step).toBe(1000);
  });

  test('that may be read in two ways keep both readings', () => {
    expect(only('ru', '1,234')).toMatchObject({ low: 1.234, alternative: 1234 });
    expect(only('ru', '1,000')).toMatchObject({ low: 1000, alternative: null });
    expect(only('ru', '1,234 млн')).toMatchObject({ low: 1_234_000, alternative: 1_234_000_000 });
    expect(only('en', '5m wide')).toMatchObject({ low: 5, unit: 'm', alternative: 5e6 });
  });

  test('of names and codes are labels', () => {
    for (const text of ['COVID-19', 'A5', 'МиГ-29', '5G', '859-292-3680']) {
      expect(only('en', text)).toMatchObject({ label: true });
    }
    expect(only('en', '25,000-strong').label).toBe(false);
  });

  test('with an ordinal suffix are ordinal', () => {
    expect(only('en', '21st')).toMatchObject({ low: 21, ordinal: true });
    expect(only('ru', '2-й')).toMatchObject({ low: 2, ordinal: true, unit: null });
    // Not five metres.
    expect(only('ru', '5-м')).toMatchObject({ low: 5, ordinal: true, unit: null });
  });
});

describe('ranges and pairs', () => {
  test.each([
    ['ru', '3-5 млн', [3e6, 5e6], null],
    ['ru', 'от 3 до 5 процентов', [3, 5], '%'],
    ['en', 'between 30 and 43 percent', [30, 43], '%'],
    ['en', '80-85mph', [80, 85], 'mph'],
    ['ru', 'с $4,2 до $4,1 млрд', [4.2, 4.1e9], 'USD'],
    ['en', '1950-53', [1950, 1953], null],
    ['en', 'won 2-1', [2, 1], null],
    ['ru', 'пять-шесть тысяч', [5000, 6000], null],
  ])('%s: %s', (language, text, values, unit) => {
    const mentions = readNumbers(text, language);
    expect(mentions.map((mention) => mention.low)).toEqual(values);
    expect(mentions.map((mention) => mention.unit)).toEqual([unit, unit]);
  });

  test('keep the bare reading where the scale word may belong to the second number alone', () => {
    expect(readNumbers('2 to 3 million', 'en')[0]).toMatchObject({ low: 2, alternative: 2e6 });
  });
});

describe('number words', () => {
  test.each([
    ['ru', 'двадцать пять', 25],
    ['ru', 'двадцати пяти', 25],
    ['ru', 'двумя', 2],
    ['ru', 'пятеро', 5],
    ['ru', 'сто двадцать три тысячи четыреста', 123_400],
    ['ru', 'полтора миллиона', 1_500_000],
    ['ru', 'два с половиной миллиона', 2_500_000],
    ['ru', 'две дюжины', 24],
    ['ru', 'две трети', 2 / 3],
    ['ru', 'восемнадцатилетний', 18],
    ['ru', 'двадцатипятилетнего', 25],
    ['ru', 'полгода', 0.5],
    ['en', 'twenty-five', 25],
    ['en', 'one hundred and twenty thousand', 120_000],
    ['en', 'two-and-a-half years', 2.5],
    ['en', 'two dozen', 24],
    ['en', 'half a million', 500_000],
    ['en', 'a quarter of a million', 250_000],
    ['en', 'two-thirds', 2 / 3],
    ['en', 'fifty-two-year-old', 52],
    ['en', 'one thousand million', 1e9],
    ['en', 'two hundred thousand million', 2e11],
    ['en', 'two hundred dozen', 2400],
    ['en', 'a hundred thousand', 100_000],
    ['ru', 'сотня тысяч', 100_000],
    ['ru', 'XIV век', 14],
  ])('%s: %s', (language, text, value) => {
    expect(only(language, text).low).toBeCloseTo(value, 9);
  });

  test.each([
    ['twenty thirty', [20, 30]],
    ['twenty tenth', [20, 10]],
    ['the two both', [2, 2]],
    ['one hundred and 20 people', [100, 20]],
  ])('%s are two', (text, values) => {
    expect(readNumbers(text, 'en').map(({ low }) => low)).toEqual(values);
  });

  test('that are vague have a range', () => {
    expect(only('ru', 'десятки')).toMatchObject({ low: 20, high: 99 });
    expect(readNumbers('десятки сорок', 'ru').map(({ high }) => high)).toEqual([99, 40]);
    expect(only('en', 'scores killed')).toMatchObject({ low: 20, high: 100 });
    expect(only('en', 'several hundred thousand')).toMatchObject({ low: 100_000, high: 999_000, form: 'vague' });
    expect(readNumbers('she scores', 'en')).toEqual([]);
    expect(only('ru', 'тысячи человек')).toMatchObject({ low: 1000, high: 999_999, form: 'vague' });
    expect(only('ru', 'десятки тысяч')).toMatchObject({ low: 20_000, high: 99_000, form: 'vague' });
    expect(only('en', 'hundreds of thousands')).toMatchObject({ low: 100_000, high: 999_000, form: 'vague' });
    expect(only('en', 'scores of people')).toMatchObject({ low: 20, high: 100, form: 'vague' });
    expect(only('en', 'several hundred people').form).toBe('vague');
  });

  test('that are something else as well are not read, or merely back a figure', () => {
    expect(readNumbers('его семью спасли, прошло несколько столетий', 'ru')).toEqual([]);
    expect(readNumbers('she scores again', 'en')).toEqual([]);
    for (const word of ['both', 'twice', 'half']) expect(only('en', word).form).toBe('hint');
    for (const word of ['вдвое', 'семёрка', 'треть']) expect(only('ru', word).form).toBe('hint');
    expect(read('en', 'seven halves')).toEqual([
      ['seven', 7, null],
      ['halves', 0.5, null],
    ]);
  });

  test('include ordinals and Roman numerals', () => {
    expect(only('ru', 'двадцать первый')).toMatchObject({ low: 21, ordinal: true });
    expect(only('en', 'twenty-first')).toMatchObject({ low: 21, ordinal: true });
    expect(only('ru', 'XX век')).toMatchObject({ low: 20, ordinal: true });
    expect(only('ru', 'ХХ век')).toMatchObject({ low: 20, ordinal: true });
    expect(readNumbers('X и I', 'ru')).toEqual([]);
  });
});

test('mentions are ordered, disjoint and slice the text', () => {
  const text = 'От 3 до 5 млн, 14½-13½, 1 млн 200 тыс., 10:30, 2022-01-10, двадцать пять тысяч и 6-foot-6.';
  for (const language of ['ru', 'en', 'xx']) {
    const mentions = readNumbers(text, language);
    expect(mentions.length).toBeGreaterThan(5);
    for (const [k, { start, end }] of mentions.entries()) {
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      if (k > 0) expect(start).toBeGreaterThanOrEqual(mentions[k - 1]!.end);
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
    }
  }
});

test('no number, no mention', () => {
  expect(readNumbers('', 'ru')).toEqual([]);
  expect(readNumbers('Ничего.', 'ru')).toEqual([]);
});

test('a line of half a million characters takes linear time', () => {
  const started = performance.now();
  for (const unit of ['1,', '100 ', '1.', '1-', 'twenty-', 'hundred and ', 'двадцать ']) {
    const text = unit.repeat(Math.floor(500_000 / unit.length));
    readNumbers(text, 'en');
    readNumbers(text, 'ru');
  }
  expect(performance.now() - started).toBeLessThan(15_000);
}, 30_000);
