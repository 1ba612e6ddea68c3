import { expect, test } from 'vitest';
import { finish } from '../../src/core/steps.ts';
import { encodingRule } from '../../src/detect/encoding.ts';
import { visitingPieces } from '../../src/detect/text-pieces.ts';
import { draftsOf } from './drafts-of.ts';
import { madeContext, madeDocument } from './made-context.ts';

function pieces(text: string): { piece: string; start: number }[] {
  const all: { piece: string; start: number }[] = [];
  finish(visitingPieces(text, (piece, start) => all.push({ piece, start })));
  return all;
}

test('an article is one piece, an empty text too', () => {
  for (const text of ['', 'Да', 'слово '.repeat(2000)]) expect(pieces(text)).toEqual([{ piece: text, start: 0 }]);
});

test('pieces of a long text are the text, each begins with a space between two letters', () => {
  const text = 'Они ждали 40-летия, а «Сид» - нет. '.repeat(4000);
  const all = pieces(text);
  expect(all.length).toBeGreaterThan(text.length / 20_000);
  expect(all.map(({ piece }) => piece).join('')).toBe(text);
  for (const { piece, start } of all.slice(1)) {
    expect(text.slice(start, start + piece.length)).toBe(piece);
    expect(text.slice(start - 1, start + 2)).toMatch(/^\p{L} \p{L}$/u);
  }
});

test('a text without such a space is one piece', () => {
  for (const part of ['я', '1 2 ', 'а- б -\n']) expect(pieces(part.repeat(20_000))).toHaveLength(1);
});

test('places in a later piece are told as those of the text', () => {
  const plain = 'We saw them there. '.repeat(1500);
  const text = `${plain}It cost Â£5. ${plain}So â€” no.`;
  const context = madeContext(madeDocument('source', 'ru', ['Да.']), madeDocument('r', 'en', [text]));
  const [draft] = draftsOf(encodingRule, context);
  expect(draft!.rendering.map(({ start, end }) => text.slice(start, end))).toEqual(['Â£', 'â€”']);
});
