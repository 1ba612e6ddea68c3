import { expect, test } from 'vitest';
import type { Span } from '../../src/core/span.ts';
import { firstEndingAfter, merged, touches } from '../../src/detect/span-sets.ts';

const spans = (...pairs: [start: number, end: number][]): Span[] => pairs.map(([start, end]) => ({ start, end }));

test.each([
  ['none', [], []],
  ['in order', spans([5, 7], [1, 3]), spans([1, 3], [5, 7])],
  ['those that overlap are one', spans([1, 4], [3, 6], [5, 9]), spans([1, 9])],
  ['one inside another is part of it', spans([1, 9], [2, 3], [8, 9]), spans([1, 9])],
  ['those that only meet stay two', spans([1, 3], [3, 5]), spans([1, 3], [3, 5])],
])('merged: %s', (_, given, expected) => {
  const before = structuredClone(given);
  expect(merged(given)).toEqual(expected);
  expect(given).toEqual(before);
});

const apart = spans([2, 4], [6, 8], [10, 12]);

test.each([
  [0, 0],
  [3, 0],
  [4, 1],
  [7, 1],
  [8, 2],
  [11, 2],
  [12, 3],
  [99, 3],
])('the first that ends after %i is number %i', (offset, index) => {
  expect(firstEndingAfter(apart, offset)).toBe(index);
});

test.each([
  [[0, 2], false],
  [[0, 3], true],
  [[3, 3], false],
  [[4, 6], false],
  [[4, 7], true],
  [[1, 99], true],
  [[11, 13], true],
  [[12, 13], false],
])('%j touches one of them: %s', ([start, end], expected) => {
  expect(touches(apart, { start: start!, end: end! })).toBe(expected);
});
