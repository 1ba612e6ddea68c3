import { describe, expect, test } from 'vitest';
import { finish } from '../../src/core/steps.ts';
import { partedSteps, readDocument } from '../../src/text/document.ts';
import { RunOns } from '../../src/text/run-on.ts';
import { starters } from '../../src/text/starters.ts';

/** The word behind the most probable place of a sentence, with its log odds. */
function best(text: string, language: string): [word: string, logOdds: number] {
  const places = new RunOns(text, language).places({ start: 0, end: text.length });
  const { start, logOdds } = places.reduce((a, b) => (b.logOdds > a.logOdds ? b : a));
  return [/^\p{L}+/u.exec(text.slice(start))![0], logOdds];
}

const sentences = (text: string, language: string, breaks: ReadonlySet<number> = new Set()) =>
  finish(partedSteps(readDocument({ id: 'x', text, language }), breaks)).sentences.map(({ start, end }) =>
    text.slice(start, end),
  );

describe('sentences that run into each other', () => {
  test.each([
    ['ru', 'Откройте крышку и проверьте уровень масла Если его мало, долейте до отметки.', 'Если'],
    ['ru', 'Цены на билеты выросли вдвое Однако перевозчики объясняют это ремонтом дороги.', 'Однако'],
    ['en', 'Press the green button and wait for the light If it does not come on, call us.', 'If'],
    ['en', 'The bakery will open again in spring They are looking for two more bakers.', 'They'],
  ])('are seen at a word that has its capital from its place: %s %s', (language, text, word) => {
    const [found, logOdds] = best(text, language);
    expect(found).toBe(word);
    expect(logOdds).toBeGreaterThan(0);
  });

  test.each([
    ['ru', 'Вчера в Казани мэр города Ильсур Метшин открыл мост через Казанку.'],
    ['ru', 'По словам главы Верховного суда Российской Федерации, решение вступило в силу.'],
    ['en', 'The mayor of Leeds told John Harper that the bridge over the River Aire is closed.'],
    ['en', 'On Monday the High Court in London heard the case of Miller against the Crown.'],
    ['ru', 'Пенсии жителей области вырастут уже весной, заявила В. Королёва.'],
    ['en', 'The crowd came to see his Today programme and stayed for an hour.'],
  ])('are not seen at names: %s %s', (language, text) => {
    expect(best(text, language)[1]).toBeLessThan(0.5);
    expect(sentences(text, language)).toEqual([text]);
  });

  test('are parted where that is all but sure, and the pieces are the sentence', () => {
    const text = 'Откройте крышку и проверьте уровень масла Если его мало, долейте до отметки.';
    expect(sentences(`Это просто. ${text}`, 'ru')).toEqual([
      'Это просто.',
      'Откройте крышку и проверьте уровень масла',
      'Если его мало, долейте до отметки.',
    ]);
  });

  test('are parted where the caller knows that they end', () => {
    const text = 'It is simple. Our coach Peter Murchie has every right to be content.';
    const at = text.indexOf('Peter');
    expect(sentences(text, 'en')).toHaveLength(2);
    expect(sentences(text, 'en', new Set([at]))).toEqual([
      'It is simple.',
      'Our coach',
      'Peter Murchie has every right to be content.',
    ]);
  });

  test('are not looked for in quotations, brackets, and other languages', () => {
    const quoted = 'Он сказал: "Откройте крышку Если масла мало долейте его" и ушел домой.';
    expect(new RunOns(quoted, 'ru').places({ start: 0, end: quoted.length })).toEqual([]);
    const french = 'Ouvrez le couvercle et attendez Si le niveau est bas, ajoutez de l’huile.';
    expect(new RunOns(french, 'fr').places({ start: 0, end: french.length })).toEqual([]);
    expect(starters('fr').size).toBe(0);
  });

  test.each([
    'A senior source in the party told The Sunday Times that the review goes on.',
    'The minister wrote The Guardian a long letter about the state of the railways.',
  ])('are not parted at the name of a newspaper: %s', (text) => {
    expect(sentences(`It is simple. ${text}`, 'en')).toEqual(['It is simple.', text]);
  });

  test('are looked for behind a quotation that an earlier sentence opened', () => {
    const text = '"They came back in the end," he said Besides closing the area, the resort stopped the lift.';
    expect(
      new RunOns(text.slice(1), 'en')
        .places({ start: 0, end: text.length - 1 })
        .map(({ start }) => text.slice(start + 1).split(' ')[0]),
    ).toEqual(['Besides']);
  });

  test('takes a time that grows with the length alone', () => {
    const time = (words: number) => {
      const text = 'слово Другое '.repeat(words);
      const started = performance.now();
      new RunOns(text, 'ru').places({ start: 0, end: text.length });
      return performance.now() - started;
    };
    time(1000);
    expect(time(200_000)).toBeLessThan(2_000);
  });
});

test('words that begin sentences have high log odds, names low ones', () => {
  expect(starters('en').get('however')).toBeGreaterThan(1);
  expect(starters('en').get('london')).toBeLessThan(-1);
  expect(starters('ru').get('однако')).toBeGreaterThan(1);
  expect(starters('ru').get('москве')).toBeLessThan(-1);
});
