import { describe, expect, it } from 'vitest';
import { beginningCost, foldLatin, romanisationCost } from '../../src/text/romanisation.ts';

const cost = (russian: string, latin: string) => romanisationCost(russian, foldLatin(latin));

describe('romanisationCost', () => {
  it.each([
    ['орехов', 'Orekhov'],
    ['орехов', 'Orechov'],
    ['щербаков', 'Shcherbakov'],
    ['щербаков', 'Ščerbakov'],
    ['юлия', 'Yulia'],
    ['юлия', 'Julija'],
    ['сергей', 'Sergei'],
    ['сергей', 'Sergey'],
    ['зеленский', 'Zelenskyy'],
    ['джонсон', 'Johnson'],
    ['хьюстон', 'Houston'],
    ['кентербери', 'Canterbury'],
    ['мюллер', 'Müller'],
    ['лодзь', 'Łódź'],
  ])('%s may be %s', (russian, latin) => {
    expect(cost(russian, latin)).toBeLessThan(1.5);
  });

  it.each([
    ['орехова', 'Orekhov'],
    ['ореховым', 'Orekhov'],
    ['анны', 'Anna'],
    ['джонсоном', 'Johnson'],
    ['лондонский', 'London'],
    ['зеленского', 'Zelensky'],
  ])('%s is a case of %s', (russian, latin) => {
    expect(cost(russian, latin)).toBeLessThan(1.2);
  });

  it.each([
    ['орехов', 'Petrov'],
    ['лондон', 'Lisbon'],
    ['джонсон', 'Jackson'],
    ['сергей', 'Andrey'],
    ['вильнюс', 'Oslo'],
  ])('%s is not %s', (russian, latin) => {
    expect(cost(russian, latin)).toBeGreaterThan(1.9);
  });

  it('knows nothing of an empty word, and cuts an endless one', () => {
    expect(cost('', 'London')).toBe(Infinity);
    expect(cost('лондон', '')).toBe(Infinity);
    expect(cost('а'.repeat(1e6), 'a'.repeat(1e6))).toBeLessThan(0.2);
  });
});

it('beginningCost takes a name cut short for its beginning, and no three letters', () => {
  expect(beginningCost('ливингстон', 'livi')).toBeLessThan(0.5);
  expect(beginningCost('ливингстон', 'liv')).toBe(Infinity);
  expect(beginningCost('ливингстон', 'manc')).toBeGreaterThan(1);
});

it('foldLatin leaves the letters alone', () => {
  expect(foldLatin('O’Brien-Łukasz Öğe')).toBe('obrienlukaszoge');
});
