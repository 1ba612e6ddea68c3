import { describe, expect, test } from 'vitest';
import { formKeys } from '../../src/text/inflection.ts';
import { findPhrases } from '../../src/text/phrases.ts';
import { isPersonalPronoun } from '../../src/text/pronouns.ts';
import { readDocument } from '../../src/text/document.ts';

const mayBeOne = (a: string, b: string, language: string) => {
  const keys = formKeys(a, language);
  return formKeys(b, language).some((key) => keys.includes(key));
};

describe('forms of one word', () => {
  test.each([
    ['ru', 'площадь', 'площадью'],
    ['ru', 'площадь', 'площади'],
    ['ru', 'смоленская', 'смоленской'],
    ['ru', 'партия', 'партий'],
    ['ru', 'москва', 'москвой'],
    ['ru', 'путин', 'путиным'],
    ['ru', 'казахстан', 'казахстане'],
    ['ru', 'министерство', 'министерств'],
    ['ru', 'иностранных', 'иностранные'],
    ['en', 'ministry', "ministry's"],
    ['en', 'ministry', 'ministries'],
    ['en', 'force', 'forces'],
    ['en', 'clash', 'clashes'],
  ])('%s: %s, %s', (language, a, b) => expect(mayBeOne(a, b, language)).toBe(true));

  test.each([
    ['ru', 'партия', 'парта'],
    ['ru', 'мост', 'мостик'],
    ['ru', 'завод', 'заводчик'],
    ['en', 'glass', 'glas'],
    ['en', 'us', 'u'],
    ['de', 'haus', 'hauses'],
  ])('%s: not %s, %s', (language, a, b) => expect(mayBeOne(a, b, language)).toBe(false));
});

function found(phrases: string[], text: string, language: string, capitals = true) {
  return findPhrases(phrases, readDocument({ id: 'a', text, language }), { capitals }).map(
    ({ phrase, sentence, start, end }) => [phrase, sentence, text.slice(start, end)],
  );
}

describe('phrases', () => {
  test('are found in any form, over hyphens and quotation marks, but not over other marks', () => {
    const text = 'На Смоленской площади молчат. Приехал Касым-Жомарт Токаев. Смоленская, площадь.';
    expect(found(['Смоленская площадь', 'Касым Жомарт Токаев'], text, 'ru')).toEqual([
      [0, 0, 'Смоленской площади'],
      [1, 1, 'Касым-Жомарт Токаев'],
    ]);
  });

  test('ask for the capitals that they have, where this is wanted', () => {
    const text = 'Он вошёл в белый дом. Белый дом молчит.';
    expect(found(['Белый дом'], text, 'ru')).toEqual([[0, 1, 'Белый дом']]);
    expect(found(['Белый дом'], text, 'ru', false)).toHaveLength(2);
    expect(found(['US'], 'They told us that the US forces left.', 'en', false)).toEqual([[0, 0, 'US']]);
  });

  test('in capitals are abbreviations: МИД has cases, НАТО has none', () => {
    const text = 'В МИДе и НАТО нет ни НАТа, ни мида.';
    expect(found(['МИД', 'НАТО'], text, 'ru')).toEqual([
      [0, 0, 'МИДе'],
      [1, 0, 'НАТО'],
    ]);
  });

  test('the longest comes first where several begin', () => {
    expect(found(['bank', 'Bank of Russia'], 'The Bank of Russia agreed.', 'en').map(([phrase]) => phrase)).toEqual([
      1, 0,
    ]);
  });

  test('without a word are never found, nor do they run over the end of a sentence', () => {
    expect(found(['—', 'Europe Asia'], 'He left Europe. Asia waited — for long.', 'en')).toEqual([]);
  });

  test('take linear time on a long line and with many phrases', () => {
    const phrases = Array.from({ length: 5000 }, (_, i) => `министерство ${'абвгд'.charAt(i % 5)}${i}`);
    const start = process.cpuUsage();
    expect(found(phrases, 'Министерства а7 '.repeat(2), 'ru')).toEqual([]);
    expect(found(['слово дело'], 'слово '.repeat(200_000), 'ru')).toEqual([]);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
  });
});

test('pronouns of the third person', () => {
  expect(['He', 'their', 'Её', 'им'].map((word, i) => isPersonalPronoun(word, i < 2 ? 'en' : 'ru'))).toEqual(
    Array(4).fill(true),
  );
  expect(isPersonalPronoun('you', 'en')).toBe(false);
  expect(isPersonalPronoun('er', 'de')).toBe(false);
});
