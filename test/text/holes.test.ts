import fc from '../fast-check.ts';
import { describe, expect, test } from 'vitest';
import { holeEvidence } from '../../src/text/holes.ts';
import { readWords } from '../../src/text/words.ts';

function evidence(text: string, language = 'en'): number | null {
  const span = { start: 0, end: text.length };
  return holeEvidence(text, span, readWords(text, span, language), language);
}

describe('a word taken out', () => {
  test.each([
    ['The minister said that talks would go on.', 'The said that talks would go on.'],
    ['The convoy left for the north of the country.', 'The convoy left for the of the country.'],
    ['The report was published on Monday.', 'The was published on Monday.'],
    ['Prices are higher than a year ago.', 'Prices are than a year ago.'],
    ['He spoke of the need for reform.', 'He spoke of the for reform.'],
  ])('shows: %s', (whole, damaged) => {
    expect(evidence(damaged)!).toBeGreaterThan(evidence(whole)! + 0.5);
  });

  test.each([
    ['Министр заявил, что переговоры продолжатся.', 'Заявил, что.'],
    ['Они приехали из города на своей машине.', 'Они приехали из на своей машине.'],
    ['Он говорил о необходимости реформ.', 'Он говорил о реформ.'],
  ])('shows in Russian: %s', (whole, damaged) => {
    expect(evidence(damaged, 'ru')!).toBeGreaterThan(evidence(whole, 'ru')!);
  });

  test('is no matter of quotation marks, dashes and apostrophes, or of ё', () => {
    expect(evidence('“We don’t know” – he said')).toBe(evidence('"We don\'t know" - he said'));
    expect(evidence('Её отец уехал.', 'ru')).toBe(evidence('Ее отец уехал.', 'ru'));
  });

  test('is looked for where the sentence stands', () => {
    const text = 'Nobody knows why. He spoke of the for reform. It rained.';
    const span = { start: 18, end: 45 };
    expect(holeEvidence(text, span, readWords(text, span, 'en'), 'en')).toBe(evidence('He spoke of the for reform.'));
  });
});

describe('nothing is known', () => {
  test('of other languages', () => expect(evidence('Die Regierung trat zurück.', 'de')).toBeNull());
  test('of names that every object has', () => expect(evidence('The end.', 'constructor')).toBeNull());
  test('without a word', () => expect(evidence('***')).toBeNull());
  test('of a row too long for a sentence', () => {
    expect(evidence('so on '.repeat(150))).not.toBeNull();
    expect(evidence('so on '.repeat(250))).toBeNull();
    expect(evidence(`well ${'!'.repeat(500)}`)).toBeNull();
  });
});

test('any text has a finite figure, the same each time, or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('en', 'ru'), (text, language) => {
      const found = evidence(text, language);
      expect(found === null || Number.isFinite(found)).toBe(true);
      expect(evidence(text, language)).toBe(found);
    }),
  );
});
