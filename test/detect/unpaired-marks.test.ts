import { describe, expect, test } from 'vitest';
import { unpairedMarksRule } from '../../src/detect/unpaired-marks.ts';
import { documentDraftsOf, draftsOf } from './drafts-of.ts';
import { contextOf } from './quotation-context.ts';

function marks(...paragraphs: string[]): string[] {
  const context = contextOf(
    paragraphs.map(() => ['Так.']),
    paragraphs.map((paragraph) => [paragraph]),
  );
  return draftsOf(unpairedMarksRule, context).map(({ rendering }) => {
    const { start, end } = rendering[0]!;
    return `${context.rendering.text.slice(start, end)} ${start}`;
  });
}

describe('told', () => {
  test.each([
    ['a mark that faces the wrong way', '“We agreed on stability, “the ministry noted.', ['“ 25']],
    ['a quotation that is not closed', 'He said "no and left.', ['" 8']],
    ['a bracket that is not closed', 'The talks (in Geneva were short.', ['( 10']],
    ['a bracket that closes nothing', 'The talks in Geneva) were short.', [') 19']],
    ['two faults, in order', 'A [b "c d.', ['[ 2', '" 5']],
  ])('%s', (_, text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  test('with the bead it lies in', () => {
    const context = contextOf([['Да.'], ['Нет.']], [['Yes.'], ['No (so.']]);
    const [draft] = draftsOf(unpairedMarksRule, context);
    expect(draft!.beads).toEqual([1]);
    expect(draft!.message).toBe('The bracket ( is not closed in its paragraph.');
  });
});

test.each([
  ['pairs', 'MOSCOW (TASS): "Yes," he said [twice] (1986-88).'],
  ['list markers', '1) first, b) second'],
  ['smileys', 'Fine :) and sad :-( and so on)))'],
])('not told: %s', (_, text) => {
  expect(marks(text)).toEqual([]);
});

test('a paragraph with too many faults is told once, quickly', () => {
  const context = contextOf([['Так.']], [['«'.repeat(20_000)]]);
  const start = performance.now();
  const drafts = draftsOf(unpairedMarksRule, context);
  expect(performance.now() - start).toBeLessThan(2000);
  expect(drafts).toHaveLength(1);
  expect(drafts[0]!.message).toMatch(
    /^\d{5} quotation marks and brackets of the paragraph do not pair, from this one on.$/,
  );
});

test('a fault of the source is told once, as info', () => {
  const context = contextOf([['Он сказал: «да.']], [['He said yes.']]);
  const drafts = documentDraftsOf(unpairedMarksRule, { source: context.source, renderings: [context, context] });
  expect(drafts).toHaveLength(1);
  expect(drafts[0]).toMatchObject({ severity: 'info', source: [{ start: 11, end: 12 }], places: [] });
  expect(draftsOf(unpairedMarksRule, context)).toEqual([]);
});

describe('a mark whose partner another rule tells of is not told again', () => {
  const misread = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

  test.each([
    ['closed by a misread mark', 'He said “yesâ€\u009d and left.', 0],
    ['closed by a misread guillemet', 'Он сказал «нетÂ» и ушёл.', 0],
    ['opened by a misread guillemet', 'Он сказал Â«нет» и ушёл.', 0],
    ['opened by a misread low mark', 'Er sagte â€žnein” und ging.', 0],
    ['whose last byte was lost', 'He said â€no” and left.', 0],
    ['beside a misread dash', 'He said “no â€” and left.', 1],
    ['on the wrong side of it', 'He said â€ž and “no.', 1],
    ['one misread mark for two faults', 'He said “no. “Yesâ€\u009d.', 1],
  ])('%s', (_, text, count) => {
    expect(marks(text)).toHaveLength(count);
  });

  test.each([12, 13])('misread so many paragraphs away: %i', (paragraphs) => {
    expect(
      marks('He said “no', ...Array<string>(paragraphs - 1).fill('And so on.'), `yes${misread('”')} and left.`),
    ).toEqual(paragraphs > 12 ? ['“ 8'] : []);
  });

  test('left out, or left in the language of the source', () => {
    const source = [['Он сказал: «Это наш мост.'], ['Мы строили его вместе».']];
    const told = (first: string, second: string | null) => {
      const context = contextOf(source, [[first], ...(second === null ? [] : [[second]])]);
      const beads = context.beads.map((bead, index) =>
        second === null && index === 1 ? { ...bead, rendering: [] } : bead,
      );
      return draftsOf(unpairedMarksRule, { ...context, beads }).length;
    };
    expect(told('He said: “This is our bridge.', null)).toBe(0);
    expect(told('He said: “This is our bridge.', 'Мы строили его вместе.')).toBe(0);
    expect(told('He said: “This is our bridge.', 'We built it together.')).toBe(1);
  });
});
