import { expect, test } from 'vitest';
import { isUnmarkedBorder } from '../../src/text/unmarked-border.ts';

/** Sentences of one line, or of a line each, with a space or a break between them. */
function textOf(parts: readonly string[], lines = false) {
  const sentences = parts.map((part, block) => {
    const start = parts.slice(0, block).reduce((sum, { length }) => sum + length + 1, 0);
    return { start, end: start + part.length, kind: 'body' as const, block: lines ? block : 0 };
  });
  return { text: parts.join(lines ? '\n' : ' '), sentences };
}

const NEXT = 'The ferry leaves at noon.';

test.each([
  ['a word', 'Mind the gap'],
  ['a figure', 'Gate 12'],
  ['a comma', 'Wait here,'],
  ['a dash', 'Паром ушёл —'],
  ['a quotation without a mark', 'Он сказал «да»'],
  ['a bracket without a mark', 'Паром (старый)'],
  ['a footnote without a mark', 'The pier[3]'],
])('a border behind %s is unmarked', (_, front) => {
  expect(isUnmarkedBorder(textOf([front, NEXT]), 0)).toBe(true);
});

test.each([
  ['a full stop', 'Mind the gap.'],
  ['a question mark', 'Куда ушёл паром?'],
  ['an exclamation mark', 'Wait!'],
  ['an ellipsis', 'Паром ушёл…'],
  ['a colon', 'The rules are these:'],
  ['a semicolon', 'the ferry is late;'],
  ['a quotation with a mark', 'He said “It is late.”'],
  ['a quotation in brackets', '(Он сказал: «Пора!»)'],
  ['a footnote with a mark', 'The pier is shut.[3][12]'],
  ['a star', 'The pier is shut.**'],
])('one behind %s is not', (_, front) => {
  expect(isUnmarkedBorder(textOf([front, NEXT]), 0)).toBe(false);
});

test('the border is that behind the sentence', () => {
  const text = textOf(['Mind the gap.', 'Gate 12', NEXT]);
  expect([0, 1].map((index) => isUnmarkedBorder(text, index))).toEqual([false, true]);
});

test('a mark of the sentence before a short one is not its own', () => {
  expect(isUnmarkedBorder(textOf(['Stop.', '«', NEXT]), 1)).toBe(true);
});

test('a line that ends marks the border', () => {
  expect(isUnmarkedBorder(textOf(['Mind the gap', NEXT], true), 0)).toBe(false);
});

test('there is none in front of the first sentence, nor behind the last', () => {
  const text = textOf(['Mind the gap', 'Gate 12']);
  expect([-1, 1].map((index) => isUnmarkedBorder(text, index))).toEqual([false, false]);
});
