import { describe, expect, it } from 'vitest';
import { readTokens, TextCounts, WordCounts } from '../../src/text/capital-words.ts';

const TEXT = 'Мэр Ёлкин и the mayor Ёлкин, «the» mayor. The end of\u00a0the  mayor Ёлкин — I';

describe('tokens', () => {
  it('have a key in lower case without marks, and a capital where it is not that of any such word', () => {
    const tokens = readTokens(TEXT, { start: 0, end: TEXT.length });
    expect(tokens.map(({ key }) => key)).toEqual(
      'мэр елкин и the mayor елкин the mayor the end of the mayor елкин  i'.split(' '),
    );
    expect(tokens.flatMap(({ isCapital, key }) => (isCapital ? [key] : []))).toEqual(
      'мэр елкин елкин the елкин'.split(' '),
    );
  });

  it('of a stretch are the same, whether they are read for it or for the whole text', () => {
    const counts = new TextCounts(TEXT);
    for (let start = 0; start <= TEXT.length; start++)
      for (let end = start; end <= TEXT.length; end++)
        expect(counts.tokens({ start, end })).toEqual(readTokens(TEXT, { start, end }));
  });

  it('of a stretch of a long text are read beyond what is read for the whole', () => {
    const text = 'Слово '.repeat(5000);
    const counts = new TextCounts(text);
    for (const span of [
      { start: 19_980, end: 20_030 },
      { start: 29_000, end: 30_000 },
      { start: 60, end: 20_000 },
    ])
      expect(counts.tokens(span)).toEqual(readTokens(text, span));
  });
});

describe('counts', () => {
  const counts = new TextCounts(TEXT).get();

  it('tell words in lower case, with a capital behind a word, and pairs', () => {
    expect([counts.lower('the'), counts.capital('the')]).toEqual([3, 0]);
    expect([counts.lower('елкин'), counts.capital('елкин')]).toEqual([0, 3]);
    // The first word, and one behind a mark, may have their capital from the sentence.
    expect([counts.capital('мэр'), counts.capital('end'), counts.lower('end')]).toEqual([0, 0, 1]);
    expect([counts.pair('mayor', 'елкин'), counts.pair('the', 'mayor'), counts.pair('мэр', 'елкин')]).toEqual([
      2, 3, 1,
    ]);
    expect([counts.pair('елкин', 'mayor'), counts.pair('nobody', 'mayor'), counts.pair('mayor', 'nobody')]).toEqual([
      0, 0, 0,
    ]);
    expect(counts.lower('nobody')).toBe(0);
  });

  it('are the same when they are asked for again', () => {
    for (let k = 0; k < 2; k++) expect(counts.pair('mayor', 'елкин')).toBe(2);
  });

  it('of no words are none', () => {
    expect(new WordCounts('', []).lower('a')).toBe(0);
  });
});
