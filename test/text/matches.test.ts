import { expect, test } from 'vitest';
import { allMatches } from '../../src/text/matches.ts';

test('all matches are those of matchAll, wherever the pattern stood before', () => {
  const pattern = /(\p{L})\p{L}*/gu;
  for (const text of ['', '12', 'one, два and 😀 three']) {
    pattern.lastIndex = 5;
    expect(allMatches(pattern, text).map((match) => [...match, match.index])).toEqual(
      [...text.matchAll(/(\p{L})\p{L}*/gu)].map((match) => [...match, match.index]),
    );
  }
});
