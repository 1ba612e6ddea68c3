import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readQuotations } from '../../src/text/quotes.ts';

/** Quotations and faults as text; a line is a paragraph. */
function read(text: string, language = 'en'): { quotations: string[]; faults: string[] } {
  const blocks = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) blocks.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  const { quotations, faults } = readQuotations(text, language, blocks);
  return {
    quotations: quotations.map((q) => `${q.depth}${q.wellFormed ? '' : '!'} ${text.slice(q.start, q.end)}`),
    faults: faults.map((f) => `${f.kind} ${f.start}`),
  };
}

describe('quotations', () => {
  test.each([
    ['straight', 'He said "no" and "yes".', ['0 "no"', '0 "yes"']],
    ['curly', '“Word,” he said.', ['0 “Word,”']],
    ['German', 'Er sagte „so“ und „anders“.', ['0 „so“', '0 „anders“']],
    ['guillemets', 'Он сказал: «да».', ['0 «да»']],
    ['glued to dashes and brackets', '("a b")—"c d"—e', ['0 "a b"', '0 "c d"']],
    [
      'nested, same marks',
      '"The "first" and the "end of war,"" he said.',
      ['0 "The "first" and the "end of war,""', '1 "first"', '1 "end of war,"'],
    ],
    [
      'nested, other marks',
      "\"I yelled: 'There's a shark!'\" he said.",
      ["0 \"I yelled: 'There's a shark!'\"", "1 'There's a shark!'"],
    ],
    [
      'coinciding closing marks',
      'Владеет ООО «Аэропорт «Шереметьево».',
      ['0 «Аэропорт «Шереметьево»', '1 «Шереметьево»'],
    ],
    ['single', "AMs worried about 'looking like muppets'", ["0 'looking like muppets'"]],
    ['apostrophes', "The '80s and the workers' rights, rock 'n' roll, don't", []],
    ['feet and inches', 'He is 5\'10" tall, "and 6\'2" in shoes".', ['0 "and 6\'2" in shoes"']],
    ['inches', 'A 6" pipe and 40°26\'46" N', []],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual({ quotations: expected, faults: [] });
  });

  test('are opened anew at each paragraph', () => {
    expect(read('"One.\n"Two.\n"Three." he said.')).toEqual({
      quotations: ['0 "One.', '0 "Two.', '0 "Three."'],
      faults: [],
    });
  });

  test('run on into the next paragraphs', () => {
    expect(read('"One\ntwo\nthree." he said.')).toEqual({ quotations: ['0 "One\ntwo\nthree."'], faults: [] });
  });

  test('inner spans leave out the marks', () => {
    const { quotations } = readQuotations('a «b c» d', 'ru', [{ start: 0, end: 9 }]);
    expect(quotations).toEqual([{ start: 2, end: 7, inner: { start: 3, end: 6 }, depth: 0, wellFormed: true }]);
  });
});

describe('faults', () => {
  test.each([
    ['an opening mark used to close', '“We agreed on stability, “the ministry noted.', ['wrong-direction 25']],
    ['a closing mark of the wrong direction', '“We agreed on stability,“ the ministry noted.', ['wrong-direction 24']],
    ['an opening mark that closes nothing', 'in the seizure of other objects. “', ['unopened 33']],
    ['a missing opening mark', 'He said: are called to the members."', ['unopened 35']],
    ['a missing closing mark', 'He said "hello and left.', ['unclosed 8']],
    ['a missing closing mark before another quotation', 'He said "hello and left. She said "goodbye."', ['unclosed 8']],
    ['three marks', 'выразили "поддержку, отметили "своевременность и соразмерность" действий', ['unclosed 9']],
  ])('%s', (_, text, expected) => {
    expect(read(text).faults).toEqual(expected);
  });

  test('a quotation that is not closed ends with its paragraph', () => {
    expect(read('He said "no.\nNext one.').quotations).toEqual(['0! "no.']);
  });

  test('of the seeds', () => {
    const faults = (id: string): number =>
      read(readFileSync(new URL(`../fixtures/seeds/${id}.txt`, import.meta.url), 'utf8')).faults.length;
    expect(['000', '001', '002', '003', '004'].map(faults)).toEqual([0, 2, 0, 1, 0]);
  });
});

test('reads hostile texts in linear time', () => {
  for (const unit of ['"', '« "a ', "'a b' 'c ", '“a ', ' "']) {
    const text = unit.repeat(8_000);
    const { faults } = readQuotations(text, 'en', [{ start: 0, end: text.length }]);
    expect(faults.length).toBeLessThanOrEqual(text.length);
  }
});
