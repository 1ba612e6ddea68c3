import { expect, it } from 'vitest';
import { cellWidth, takeCells, takeLastCells, wrapCells } from '../../src/report/cells.ts';

it('knows wide and combining characters', () => {
  expect(cellWidth('Дом')).toBe(3);
  expect(cellWidth('и\u0306')).toBe(1);
  expect(cellWidth('中文')).toBe(4);
  expect(cellWidth('😀')).toBe(2);
  expect(takeCells('中文字', 5)).toBe('中文');
  expect(takeLastCells('中文字a', 4)).toBe('字a');
});

it('knows the widths that terminals give to what news copy may hold', () => {
  const widths = {
    0: ['\u0301', '\u200b', '\u200d', '\u2060', '\ufe0f', '\u1160'],
    1: ['ё', '…', '█', '№', '₽', '×', '\u00ad', '\u{1f321}', 'ｱ', 'ש', '\u061f', '\u0600'],
    2: ['⌚', '✅', '⭐', '⚡', '\u{1f680}', '한', '！', '￥', '〜', '\u{20000}', '\u{1f1f7}\u{1f1fa}'],
  };
  for (const [width, texts] of Object.entries(widths))
    for (const text of texts) expect(cellWidth(text), JSON.stringify(text)).toBe(Number(width));
});

it('leaves no mark behind whose letter it has cut off', () => {
  expect(takeCells('и\u0306й', 1)).toBe('и\u0306');
  expect(takeLastCells('аби\u0306в', 1)).toBe('в');
  expect(takeLastCells('аби\u0306\u0301в', 2)).toBe('и\u0306\u0301в');
  expect(takeLastCells('аб中\u0301в', 2)).toBe('в');
});

it('wraps at spaces and cuts what is longer than a line', () => {
  expect(wrapCells('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapCells('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
  expect(wrapCells('', 10)).toEqual(['']);
  for (const line of wrapCells('слово '.repeat(50) + '中'.repeat(50), 11))
    expect(cellWidth(line)).toBeLessThanOrEqual(11);
});
