import { expect, test } from 'vitest';
import { isExonym, isKnownAcronym, isOfPeople } from '../../src/text/exonyms.ts';

test.each([
  ['алма', 'almaty'],
  ['пекине', 'beijing'],
  ['пекин', 'peking'],
  ['германией', 'germany'],
  ['немецкий', 'german'],
  ['вены', 'vienna'],
  ['париж', 'french'],
  ['риме', 'rome'],
  ['сша', 'american'],
  ['мид', 'foreign'],
  ['киевский', 'kyiv'],
  ['глазго', 'glaswegian'],
  ['пенсильвания', 'pa'],
  ['минкультуры', 'ministry'],
  ['росреестр', 'federal'],
  ['росздравнадзора', 'service'],
  ['отечеству', 'fatherland'],
  ['гебридские', 'isles'],
  ['гидрометцентр', 'met'],
  ['новая', 'new'],
  ['кубка', 'cup'],
  ['игил', 'isis'],
])('%s may be %s', (russian, latin) => {
  expect(isExonym(russian, latin)).toBe(true);
});

test.each([
  ['римейк', 'rome'],
  ['пекин', 'tokyo'],
  ['германия', 'france'],
  ['вода', 'vienna'],
  ['миссисипи', 'missouri'],
  ['мичигане', 'michael'],
  ['вашингтоне', 'washburn'],
  ['колорадо', 'colombia'],
  ['куба', 'cup'],
  ['ранг', 'academy'],
])('%s is not %s', (russian, latin) => {
  expect(isExonym(russian, latin)).toBe(false);
});

test('words of peoples have no capital in Russian', () => {
  expect(isOfPeople('китайский')).toBe(true);
  expect(isOfPeople('французы')).toBe(true);
  expect(isOfPeople('каменный')).toBe(false);
});

test.each(['перспективы', 'персонал', 'грузовик', 'делить', 'индивидуальный', 'коренной', 'осложнения', 'штатный'])(
  '%s only begins as a people does',
  (word) => {
    expect(isOfPeople(word)).toBe(false);
  },
);

test.each(['персидский', 'грузинский', 'делийский', 'индийский', 'корейский'])('%s is of one', (word) => {
  expect(isOfPeople(word)).toBe(true);
});

test('an acronym is known where all that may stand for it is', () => {
  expect(isKnownAcronym('сша')).toBe(true);
  expect(isKnownAcronym('втб')).toBe(false);
});
