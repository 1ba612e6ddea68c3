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

it('wraps at spaces and cuts what is longer than a line', () => {
  expect(wrapCells('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapCells('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
  expect(wrapCells('', 10)).toEqual(['']);
  for (const line of wrapCells('слово '.repeat(50) + '中'.repeat(50), 11))
    expect(cellWidth(line)).toBeLessThanOrEqual(11);
});
