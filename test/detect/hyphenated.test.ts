import { expect, it } from 'vitest';
import { hyphenatedWords } from '../../src/detect/hyphenated.ts';
import fc from '../fast-check.ts';

/** What is sought, by the pattern alone. */
const HYPHENATED = /(\p{L}{2,40})(-\u00ad?|\u00ad-|\u2010)(?:[ \u00a0]|\r?\n)?(?=(\p{L}{2,40}))/gu;

const read = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => [match.index, ...match]);

it('is what the pattern finds, for any text', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'Яд',
      'ё',
      '-',
      '-',
      '-',
      '\u00ad',
      '\u2010',
      ' ',
      '\n',
      '\r\n',
      '\u00a0',
      '1',
      '’',
      '中文',
      '\u0301',
      '𝒳𝒴',
    ],
    ...['x'.repeat(39), 'y'.repeat(45), '\ud83d', '—'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('');
      expect(read(hyphenatedWords(text))).toEqual(read(text.matchAll(HYPHENATED)));
    }),
    { numRuns: 3000 },
  );
});

it('takes linear time where there is hyphen by hyphen, or none', () => {
  for (const text of [
    '-'.repeat(1_000_000),
    'x-'.repeat(500_000),
    'xyz'.repeat(300_000),
    `${'x'.repeat(60)}-`.repeat(16_000),
  ]) {
    const start = performance.now();
    hyphenatedWords(text);
    expect(performance.now() - start).toBeLessThan(2_000);
  }
});
