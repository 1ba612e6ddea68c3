import { describe, expect, test } from 'vitest';
import { retoldBy } from '../../src/detect/retold.ts';
import { readDocument } from '../../src/text/document.ts';

const all = () => true;
const retold = (text: string, sentence: number, candidates = all, language = 'ru') =>
  retoldBy(readDocument({ id: 'x', text, language }), sentence, candidates);

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

  test('has to be one that may be looked at', () => {
    expect(retold(`${FIRST} ${AGAIN}`, 1, () => false)).toBeUndefined();
  });

  test('is not one with a figure of its own, nor one that shares a few words', () => {
    expect(retold(`${FIRST} Мост через Волгу откроют осенью 2031 года, как сообщил мэр Самары.`, 1)).toBeUndefined();
    expect(retold(`${FIRST} ${OTHER}`, 1)).toBeUndefined();
  });

  test('needs all its words to come again where it is short', () => {
    expect(retold('Стране нужно торговое соглашение, сказал министр. Стране нужно торговое соглашение.', 1)).toBe(0);
    expect(retold('Стране нужно торговое соглашение, сказал министр. Стране нужно торговое судно.', 1)).toBeUndefined();
  });
});
