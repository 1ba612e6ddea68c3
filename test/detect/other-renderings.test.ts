import { expect, test } from 'vitest';
import { ALONE, othersOf, othersOfPhrase, withOdds } from '../../src/detect/other-renderings.ts';
import type { Siblings } from '../../src/detect/siblings.ts';

/** How many of `count` others carry, lack and have the words of each sentence. */
function siblings(count: number, carrying: number[], lacking: number[], having: number[] = []): Siblings {
  return {
    count,
    carrying: (sentence) => carrying[sentence]!,
    lacking: (sentence) => lacking[sentence]!,
    having: (sentence) => having[sentence]!,
  };
}

test('without others, and where they differ or are in doubt, nothing is said', () => {
  expect(othersOf(undefined, [0])).toBe(ALONE);
  expect(ALONE).toEqual({ words: '', odds: 1 });
  expect(othersOf(siblings(2, [1], [1]), [0])).toEqual(ALONE);
  expect(othersOf(siblings(2, [2, 1], [0, 1]), [0, 1])).toEqual(ALONE);
  expect(othersOf(siblings(2, [0, 1], [2, 1]), [0, 1])).toEqual(ALONE);
});

test('what every other one carries is surer', () => {
  expect(othersOf(siblings(1, [1], [0]), [0])).toEqual({ words: '; the other rendering carries it', odds: 2 });
  expect(othersOf(siblings(3, [3, 3], [0, 0]), [0, 1])).toEqual({
    words: '; the other 3 renderings carry them',
    odds: 2,
  });
});

test('what none of several others carries is less sure, what one other lacks says nothing', () => {
  expect(othersOf(siblings(1, [0], [1]), [0])).toEqual({
    words: '; the other rendering does not carry it either',
    odds: 1,
  });
  expect(othersOf(siblings(2, [0, 0], [2, 2]), [0, 1])).toEqual({
    words: '; none of the other 2 renderings carries them either',
    odds: 0.5,
  });
});

test('a phrase is surer where every other one has its words', () => {
  const phrase = { sentence: 1, words: [2, 5] as [number, number] };
  expect(othersOfPhrase(undefined, phrase)).toBe(ALONE);
  expect(othersOfPhrase(siblings(2, [], [], [2, 1]), phrase)).toEqual(ALONE);
  expect(othersOfPhrase(siblings(2, [], [], [0, 2]), phrase)).toEqual({
    words: '; the other 2 renderings carry it',
    odds: 2,
  });
});

test('odds change a probability', () => {
  expect(withOdds(0.5, 2)).toBeCloseTo(2 / 3, 12);
  expect(withOdds(0.8, 0.5)).toBeCloseTo(2 / 3, 12);
  expect(withOdds(0.3, 1)).toBeCloseTo(0.3, 12);
  expect([withOdds(0, 2), withOdds(1, 2)]).toEqual([0, 1]);
});
