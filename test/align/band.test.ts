import { expect, test } from 'vitest';
import { bandAround, bandSize, bestGridPath, wholeBand, type GridPath } from '../../src/align/band.ts';
import type { CoarseView } from '../../src/align/coarse-view.ts';
import { finish } from '../../src/core/steps.ts';
import fc from '../fast-check.ts';

const LEAST_CONTRAST = 1.5;

/** A view of given contrasts. */
function viewOf(contrasts: readonly (readonly number[])[], m: number): CoarseView {
  return {
    n: contrasts.length,
    m,
    contrast: (i, j) => contrasts[i]![j]!,
    coarser: () => {
      throw new Error('not asked for');
    },
  };
}

const views = fc.tuple(fc.nat(5), fc.nat(5)).chain(([n, m]) =>
  fc
    .array(fc.array(fc.double({ min: -3, max: 6, noNaN: true }), { minLength: m, maxLength: m }), {
      minLength: n,
      maxLength: n,
    })
    .map((contrasts) => viewOf(contrasts, m)),
);

/** Largest sum over all monotone choices of pairs, by plain recursion. */
function bestSum(view: CoarseView, i: number, j: number): number {
  if (i === view.n || j === view.m) return 0;
  return Math.max(
    bestSum(view, i + 1, j),
    bestSum(view, i, j + 1),
    view.contrast(i, j) - LEAST_CONTRAST + bestSum(view, i + 1, j + 1),
  );
}

function sumOf({ n, contrast }: GridPath): number {
  let sum = 0;
  for (let i = 0; i < n; i++) if (contrast[i]! > -Infinity) sum += contrast[i]! - LEAST_CONTRAST;
  return sum;
}

test('the path through the whole grid is the best of all', () => {
  fc.assert(
    fc.property(views, (view) => {
      const path = finish(bestGridPath(view, wholeBand(view.n, view.m)));
      expect(sumOf(path)).toBeCloseTo(bestSum(view, 0, 0), 9);
    }),
  );
});

test('the path is the same in any band that holds it', () => {
  fc.assert(
    fc.property(views, fc.nat(3), (view, reach) => {
      const { n, m } = view;
      const whole = finish(bestGridPath(view, wholeBand(n, m)));
      const band = {
        n,
        m,
        first: whole.first.map((j) => Math.max(0, j - reach)),
        last: whole.last.map((j) => Math.min(m, j + reach)),
      };
      const { first, last } = finish(bestGridPath(view, band));
      expect({ first, last }).toEqual({ first: whole.first, last: whole.last });
    }),
  );
});

test('pairs are mutual where each is the best of its row and of its column', () => {
  const path = finish(
    bestGridPath(
      viewOf(
        [
          [5, 0, 0],
          [0, 3, 4],
          [0, 0, 5],
        ],
        3,
      ),
      wholeBand(3, 3),
    ),
  );
  expect([...path.last]).toEqual([0, 1, 2, 3]);
  expect([...path.mutual]).toEqual([1, 0, 1]);
});

test('the band round a path holds the path through blocks half as large, and so many more on every side', () => {
  fc.assert(
    fc.property(views, fc.nat(4), fc.boolean(), fc.boolean(), (view, reach, oddRows, oddColumns) => {
      const path = finish(bestGridPath(view, wholeBand(view.n, view.m)));
      const n = Math.max(0, 2 * view.n - (oddRows ? 1 : 0));
      const m = Math.max(0, 2 * view.m - (oddColumns ? 1 : 0));
      const { first, last } = bandAround(path, n, m, reach);
      expect([first[0], last[n]]).toEqual([0, m]);
      for (let i = 0; i <= view.n; i++)
        for (let row = 2 * i - reach; row <= 2 * i + reach; row++) {
          if (row < 0 || row > n) continue;
          expect(first[row]).toBeLessThanOrEqual(Math.max(0, Math.min(m, 2 * path.first[i]!) - reach));
          expect(last[row]).toBeGreaterThanOrEqual(Math.min(m, 2 * path.last[i]! + reach));
        }
    }),
  );
});

test('the size of a band is the number of its points', () => {
  expect(bandSize(wholeBand(3, 4))).toBe(20);
  expect(bandSize({ n: 1, m: 5, first: Int32Array.of(0, 2), last: Int32Array.of(3, 5) })).toBe(8);
});
