import { describe, expect, test } from 'vitest';
import { isOtherVersion, retoldBy } from '../../src/detect/retold.ts';
import type { Bead } from '../../src/core/result.ts';
import { readDocument } from '../../src/text/document.ts';

/** Sentence `i` is carried by sentence `i` of the rendering, which is like the others by `cosine`. */
const bead = (i: number): Bead => ({ source: [i], rendering: [i], cost: 0, similarity: 0.7, confidence: 1 });
const retold = (
  text: string,
  sentence: number,
  { carriedBy = bead, cosine = 0 }: { carriedBy?: (i: number) => Bead | undefined; cosine?: number } = {},
) => {
  const source = readDocument({ id: 'x', text, language: 'ru' });
  const n = source.sentences.length;
  const similarity = { n, m: n, cosine: (i: number, _: number, j: number) => (i === j ? 0.7 : cosine) };
  return retoldBy({ source, similarity }, sentence, carriedBy);
};

const FIRST = 'По словам мэра Самары, новый мост через Волгу откроют осенью следующего года.';
const AGAIN = 'Мост через Волгу откроют осенью следующего года, как сообщил мэр Самары.';
const OTHER = 'Движение по старой переправе остановят на три недели, и паром пойдет чаще.';

describe('a sentence that says again what one beside it says', () => {
  test('is found in either order, near by', () => {
    expect(retold(`${FIRST} ${AGAIN}`, 1)).toBe(0);
    expect(retold(`${FIRST} ${AGAIN}`, 0)).toBe(1);
    expect(retold(`${FIRST} ${OTHER} ${AGAIN}`, 2)).toBe(0);
    expect(retold(`${FIRST} ${`${OTHER} `.repeat(5)}${AGAIN}`, 6)).toBeUndefined();
  });

  test('may be a part of one, which is looked at by itself', () => {
    const source = readDocument({ id: 'x', text: `${OTHER.slice(0, -1)}, ${FIRST}\n${AGAIN}`, language: 'ru' });
    const similarity = { n: 2, m: 2, cosine: () => 0.7 };
    const half = { start: OTHER.length + 1, end: OTHER.length + 1 + FIRST.length };
    const by = (part?: { start: number; end: number }) => retoldBy({ source, similarity }, 0, bead, part);
    expect(source.sentences).toHaveLength(2);
    expect(by(half)).toBe(1);
    expect(by()).toBeUndefined();
    expect(by({ start: 0, end: OTHER.length - 1 })).toBeUndefined();
    // Fewer words in common are enough for a whole sentence alone: of a part the cosine is not known.
    const [one, two] = [
      'Мост в Самаре через Волгу начнёт работать в сентябре',
      'Мост через Волгу в Самаре откроют в сентябре.',
    ];
    const whole = readDocument({ id: 'x', text: `${one}.\n${two}`, language: 'ru' });
    const like = { source: whole, similarity };
    expect(retoldBy(like, 0, bead)).toBe(1);
    expect(retoldBy(like, 0, bead, { start: 0, end: one.length })).toBeUndefined();
  });

  test('has to be one that may be looked at', () => {
    expect(retold(`${FIRST} ${AGAIN}`, 1, { carriedBy: () => undefined })).toBeUndefined();
  });

  test('is not one with a figure of its own, nor one that shares a few words', () => {
    expect(retold(`${FIRST} Мост через Волгу откроют осенью 2031 года, как сообщил мэр Самары.`, 1)).toBeUndefined();
    expect(retold(`${FIRST} ${OTHER}`, 1)).toBeUndefined();
  });

  test('needs all its words to come again where it is short', () => {
    expect(retold('Стране нужно торговое соглашение, сказал министр. Стране нужно торговое соглашение.', 1)).toBe(0);
    expect(retold('Стране нужно торговое соглашение, сказал министр. Стране нужно торговое судно.', 1)).toBeUndefined();
  });

  test('may have fewer words in common right beside it, if both are nearly as like the same counterpart', () => {
    const [one, two] = [
      'Мост через Волгу в Самаре откроют в сентябре.',
      'Мост в Самаре через Волгу начнёт работать в сентябре.',
    ];
    expect(retold(`${two} ${one}`, 0)).toBeUndefined();
    expect(retold(`${two} ${one}`, 0, { cosine: 0.5 })).toBeUndefined();
    expect(retold(`${two} ${one}`, 0, { cosine: 0.6 })).toBe(1);
    expect(retold(`${two} ${OTHER} ${one}`, 0, { cosine: 0.6 })).toBeUndefined();
  });

  test.each([
    ['Цены в области выросли на 3,5 процента.', 'Цены в области выросли на 3,7 процента.'],
    ['В парке посадили 1,200 молодых лип и клёнов.', 'В парке посадили 1,900 молодых лип и клёнов.'],
    ['Мост закроют 10.01.2031 на полгода, сказал мэр.', 'Мост закроют 10.02.2031 на полгода, сказал мэр.'],
    ['Ремонт займёт 10-15 дней, говорит подрядчик.', 'Ремонт займёт 10-20 дней, говорит подрядчик.'],
  ])('is not one with another figure: %s', (one, other) => {
    expect(retold(`${one} ${other}`, 1, { cosine: 0.7 })).toBeUndefined();
  });

  test('needs all its words where it is short, however alike both are', () => {
    expect(
      retold('Прокурор потребовал отпустить губернатора. Прокурор потребовал отпустить мэра.', 1, { cosine: 0.7 }),
    ).toBeUndefined();
  });

  test('has the same figures, whatever is written beside them', () => {
    expect(retold('Ему 41 год, и мост он строит пятый. Мост он, 41-летний, строит пятый год.', 1)).toBe(0);
  });
});

describe('of two versions of a sentence', () => {
  test('the other is the one that the rendering is more like', () => {
    const source = readDocument({ id: 'x', text: `${FIRST} ${AGAIN}`, language: 'ru' });
    const similarity = { n: 2, m: 1, cosine: (i: number) => [0.6, 0.7][i]! };
    const at = (sentence: number): Bead => ({ ...bead(0), source: [sentence] });
    const isFree = () => false;
    expect(isOtherVersion({ source, similarity }, at(0), isFree)).toBe(true);
    expect(isOtherVersion({ source, similarity }, at(0), (sentence) => sentence === 1)).toBe(false);
    expect(isOtherVersion({ source, similarity }, at(1), isFree)).toBe(false);
    expect(isOtherVersion({ source, similarity }, { ...bead(0), source: [0, 1] }, isFree)).toBe(false);
  });
});
