import { describe, expect, test } from 'vitest';
import { agree, isOtherCurrency, likeness, sameValue, unitFit, type Figure } from '../../src/detect/number-match.ts';
import { readNumbers } from '../../src/text/numbers.ts';

/** The first number of a text. */
function figure(language: string, text: string): Figure {
  const mention = readNumbers(text, language)[0]!;
  const words = text.slice(mention.start, mention.end);
  return { ...mention, digits: mention.form === 'figure' ? words.replace(/[^0-9]/g, '') : '' };
}

const ru = (text: string): Figure => figure('ru', text);
const en = (text: string): Figure => figure('en', text);

/** A question asked from both sides, which must have one answer. */
function both<Answer>(ask: (a: Figure, b: Figure) => Answer, a: Figure, b: Figure): Answer {
  const answer = ask(a, b);
  expect(ask(b, a)).toEqual(answer);
  return answer;
}

describe('numbers that agree', () => {
  test.each([
    ['5', '5'],
    ['135', '135'],
    ['5,69 млн', '5.7 million'],
    ['5,65 млн', '5.7 million'],
    ['5,75 млн', '5.7 million'],
    ['1,234', '1,234'],
    ['1,234', '1.234'],
    ['10.30', '1030'],
    ['тысячи', '5,000'],
    ['тысячи', '1,000'],
    ['тысячи', '999,999'],
    ['сотни', 'hundreds'],
    ['300 км', '190 miles'],
    ['300 км', '174 miles'],
    ['двое суток', '48 hours'],
    ['27 градусов', '80 degrees'],
    ['80 градусов', '27 degrees'],
    ['10 градусов', '52 degrees'],
    ['две трети', '66%'],
    ['75%', 'three quarters'],
    ['33%', 'third'],
    ['7:00', '7 p.m.'],
    ['19:00', "7 o'clock"],
    ['10:30', '10.30'],
    ['9:30', '21.30'],
    ['10:30', '10:30'],
    ['98', '1998'],
    ['80-х', 'the 1980s'],
    ['98', '2098'],
    ['0', '1000'],
  ])('%s and %s', (source, rendering) => {
    expect(both(agree, ru(source), en(rendering))).toBe(true);
  });

  test.each([
    ['135', '835'],
    ['5,64 млн', '5.7 million'],
    ['5,76 млн', '5.7 million'],
    ['5690', '5700'],
    ['1,2', '12'],
    ['1,2', '1'],
    ['1', '100'],
    ['350 млн', '350 billion'],
    ['350', '350 thousand'],
    ['тысячи', '999'],
    ['тысячи', '1,000,000'],
    ['300 км', '250 miles'],
    ['300 км', '190'],
    ['300 км', '190 kg'],
    ['5 км', '0 kg'],
    ['100 км', '105 km'],
    ['27 градусов', '83 degrees'],
    ['10 градусов', '53 degrees'],
    ['27 градусов', '80 km'],
    ['27 км', '80 degrees'],
    ['две трети', '60%'],
    ['полтора', '150%'],
    ['10:30', '10:31'],
    ['10:30', '11:30'],
    ['7', '19'],
    ['98', '1997'],
    ['98', '2198'],
    ['98', '998'],
    ['198', '1198'],
    ['0', '2100'],
  ])('not %s and %s', (source, rendering) => {
    expect(both(agree, ru(source), en(rendering))).toBe(false);
  });
});

test('heights of an inch more are not the same ones', () => {
  expect(both(agree, en('6ft 2in'), en('6ft 3in'))).toBe(false);
  expect(both(agree, en('6ft 2in'), en('6-foot-2'))).toBe(true);
});

test('each minute of a morning is that of the afternoon', () => {
  for (let minute = 0; minute < 60; minute++) {
    const clock = (hour: number) => `${hour}:${String(minute).padStart(2, '0')}`;
    for (let hour = 1; hour < 12; hour++) expect(both(agree, ru(clock(hour)), en(clock(hour + 12)))).toBe(true);
    // 27 is no hour, though it is twelve more than one.
    expect(both(agree, ru('15:00'), en('27'))).toBe(false);
  }
});

test.each([
  ['135', '135', true],
  ['1,234', '1,234', true],
  ['1,235', '1.234', false],
  ['сотни', 'hundreds', true],
  ['тысячи', '1,000', false],
  ['тысячи', 'hundreds', false],
  ['тысячи', 'several thousand', false],
  ['десятки', 'dozens', false],
  ['4,1 млрд', '4.1 billion', true],
  ['135', '136', false],
])('the values of %s and %s are the same: %s', (source, rendering, same) => {
  expect(both(sameValue, ru(source), en(rendering))).toBe(same);
});

test.each([
  ['5 млн', '5 billion', 'scale'],
  ['100', '1', 'scale'],
  ['250', '2,500', 'scale'],
  ['135', '835', 'digit'],
  ['1994', '1949', 'digit'],
  ['1294', '9214', 'digit'],
  ['1234', '1278', 'some'],
  ['1234', '4312', 'some'],
  ['1234', '1423', 'some'],
  ['1234', '1842', 'some'],
  ['1294', '2594', 'some'],
  ['12345', '21367', 'some'],
  ['135', '35', 'digit'],
  ['135', '15', 'digit'],
  ['135', '13', 'digit'],
  ['135', '24', 'none'],
  ['12', '2', 'none'],
  ['1352', '13', 'none'],
  ['0', '5', 'digit'],
  ['два', 'three', 'some'],
  ['два', '3', 'none'],
  ['тысячи', 'scores of', 'some'],
  ['тысячи', 'hundreds', 'some'],
  ['десятки', '200', 'none'],
] as const)('%s and %s are alike by: %s', (source, rendering, like) => {
  expect(both(likeness, ru(source), en(rendering))).toBe(like);
});

test.each([
  ['5 км', '6 km', 1],
  ['5', '6', 0],
  ['5%', '6', -1],
  ['5%', '6 km', -1],
  ['5 км', '6', 0],
  ['5 км', '6 miles', 0],
  ['5 км', '6 kg', -1],
  ['5 фунтов', '£6', 1],
  ['5 км', '£6', -1],
  ['5 фунтов', '$6', -1],
  ['5 евро', '$6', 0],
] as const)('the units of %s and %s fit: %i', (source, rendering, fit) => {
  expect(both(unitFit, ru(source), en(rendering))).toBe(fit);
});

test.each([
  ['5 евро', '$5', true],
  ['5 долларов', '$5', false],
  ['5 юаней', '¥5', false],
  ['5 юаней', '$5', true],
  ['5 долларов', '¥5', true],
  ['5 км', '$5', false],
  ['5', '$5', false],
])('%s and %s are of two currencies: %s', (source, rendering, other) => {
  expect(both(isOtherCurrency, ru(source), en(rendering))).toBe(other);
});
