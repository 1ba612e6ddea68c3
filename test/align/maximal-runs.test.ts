import { expect, test } from 'vitest';
import { maximalRuns, type Run } from '../../src/align/maximal-runs.ts';
import fc from '../fast-check.ts';

/**
 * The definition (Ruzzo and Tompa 1999, section 2): a stretch all of whose proper parts, the empty one too, have a lower
 * sum, and that lies in no longer stretch of that sort.
 */
function byDefinition(values: readonly number[]): Run[] {
  const sumOf = (start: number, end: number) => values.slice(start, end).reduce((sum, value) => sum + value, 0);
  const candidates: Run[] = [];
  for (let start = 0; start < values.length; start++)
    for (let end = start + 1; end <= values.length; end++) {
      const sum = sumOf(start, end);
      let highest = 0;
      for (let s = start; s < end; s++)
        for (let e = s + 1; e <= end; e++) if (s > start || e < end) highest = Math.max(highest, sumOf(s, e));
      if (sum > highest) candidates.push({ start, end, sum });
    }
  return candidates.filter(
    (run) => !candidates.some((other) => other !== run && other.start <= run.start && other.end >= run.end),
  );
}

test('are those of the definition', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 14 }), (values) => {
      expect(maximalRuns(values)).toEqual(byDefinition(values));
    }),
    { numRuns: 500 },
  );
});

test('are those of the paper’s example', () => {
  const values = [4, -5, 3, -3, 1, 2, -2, 2, -2, 1, 5];
  expect(maximalRuns(values)).toEqual([
    { start: 0, end: 1, sum: 4 },
    { start: 2, end: 3, sum: 3 },
    { start: 4, end: 11, sum: 7 },
  ]);
});

test('are none where nothing is above 0', () => {
  expect(maximalRuns([])).toEqual([]);
  expect(maximalRuns([0, -1, 0])).toEqual([]);
});

test('are disjoint, in order and above 0 for any finite values', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { maxLength: 60 }), (values) => {
      let last = 0;
      for (const { start, end, sum } of maximalRuns(values)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(sum).toBeGreaterThan(0);
        last = end;
      }
    }),
  );
});

test('are many where the sum falls all along', () => {
  const falling = Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 1 : -1.5));
  expect(maximalRuns(falling)).toEqual(
    Array.from({ length: 2000 }, (_, i) => ({ start: 2 * i, end: 2 * i + 1, sum: 1 })),
  );
});
