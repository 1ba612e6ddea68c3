import { describe, expect, test } from 'vitest';
import { syntheticTexts } from '../../bench/synthetic-texts.ts';
import { MAX_GROUP } from '../../src/align/group-norms.ts';
import { hubness } from '../../src/align/hubness.ts';
import { additiveSimilarity, windowSimilarity } from '../../src/align/similarity.ts';
import { topics, upTo } from './made.ts';
import { pairs, windowsOf } from './made-rows.ts';
import fc from '../fast-check.ts';

describe('hubness', () => {
  test('is the mean of the three best cosines, the best its first', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const similarity = additiveSimilarity(a, b);
        const found = hubness(similarity);
        const { n, m, twins } = similarity;
        const mean = (values: number[], side: 'source' | 'rendering') => {
          const different: number[] = [];
          for (const [x, value] of values.entries())
            if (twins![side][x]) different.push(Math.max(different.pop()!, value));
            else different.push(value);
          // Where the other side has fewer than three, .3 stands in for a rank.
          const best = [...different.sort((x, y) => y - x), 0.3, 0.3, 0.3].slice(0, 3);
          return best.reduce((sum, value) => sum + value, 0) / 3;
        };
        for (let i = 0; i < n; i++) {
          for (let k = 1; k <= MAX_GROUP && i + k <= n; k++) {
            const all = Array.from({ length: m }, (_, j) => similarity.cosine(i, k, j, 1));
            if (k === 1) expect(found.sourceBest[i]).toBe(m > 0 ? Math.max(...all) : 0);
            expect(found.source[i * MAX_GROUP + k - 1]).toBeCloseTo(mean(all, 'rendering'), 9);
          }
        }
        for (let j = 0; j < m; j++) {
          for (let l = 1; l <= MAX_GROUP && j + l <= m; l++) {
            const all = Array.from({ length: n }, (_, i) => similarity.cosine(i, 1, j, l));
            if (l === 1) expect(found.renderingBest[j]).toBe(n > 0 ? Math.max(...all) : 0);
            expect(found.rendering[j * MAX_GROUP + l - 1]).toBeCloseTo(mean(all, 'source'), 9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of a part is that of the whole, for the runs that lie in it; others have that of what lies in it', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        fc.pre(a.rows > 2 && b.rows > 2);
        const similarity = additiveSimilarity(a, b);
        const whole = hubness(similarity);
        const [n, m] = [a.rows - 2, b.rows - 2];
        const part = hubness(similarity, { i: 1, n, j: 2, m });
        const runs = (values: Float64Array, first: number, count: number) =>
          upTo(count * MAX_GROUP).map((at) => {
            const i = Math.floor(at / MAX_GROUP);
            return values[(first + i) * MAX_GROUP + Math.min(at % MAX_GROUP, count - i - 1)];
          });
        expect([...part.source]).toEqual(runs(whole.source, 1, n));
        expect([...part.rendering]).toEqual(runs(whole.rendering, 2, m));
        expect(part.sourceBest).toEqual(whole.sourceBest.slice(1, 1 + n));
        expect(part.renderingBest).toEqual(whole.renderingBest.slice(2, 2 + m));
      }),
    );
  });

  test('of windows is never above the mean of the three best cosines, and nearly always that', () => {
    const { source, rendering } = syntheticTexts({ sentences: 60, seed: 3, noise: 1.2 });
    const [a, b] = [windowsOf(source), windowsOf(rendering)];
    const similarity = windowSimilarity(a, b);
    const { costly, ...all } = similarity;
    expect(costly).toBe(true);
    const [found, exact] = [hubness(similarity), hubness(all)];
    expect(found.sourceBest).toEqual(exact.sourceBest);
    for (const side of ['source', 'rendering'] as const) {
      const apart = [...exact[side]].map((value, at) => value - found[side][at]!);
      expect(Math.min(...apart)).toBeGreaterThan(-1e-12);
      expect(Math.max(...apart)).toBeLessThan(0.05);
      expect(apart.filter((value) => value < 1e-12).length / apart.length).toBeGreaterThan(0.9);
    }
  });

  test('does not rise with a line that the other side has twice', () => {
    const [a, b] = [topics([[0], [1], [2]]), topics([[0], [0], [1], [2]])];
    for (const similarity of [additiveSimilarity(a, b), windowSimilarity(windowsOf(a), windowsOf(b))]) {
      expect([...similarity.twins!.rendering]).toEqual([0, 1, 0, 0]);
      const { source } = hubness(similarity);
      expect(source[0]).toBeCloseTo(source[MAX_GROUP]!, 9);
      expect(source[1]).toBeCloseTo(source[MAX_GROUP + 1]!, 9);
    }
  });

  test('of a run goes by the better of two that say the same', () => {
    const [a, plain] = [topics([[0], [1]]), topics([[0, 1], [2], [3], [4], [5]])];
    const doubled = topics([[0], [0, 1], [2], [3], [4], [5]]);
    const similarity = windowSimilarity(windowsOf(a), windowsOf(doubled));
    const twins = { source: new Uint8Array(2), rendering: Uint8Array.from([0, 1, 0, 0, 0, 0]) };
    const run = (one: typeof similarity) => hubness(one).source[1];
    expect(run({ ...similarity, twins })).toBeCloseTo(run(windowSimilarity(windowsOf(a), windowsOf(plain)))!, 9);
  });

  test('is higher for a sentence that is near to all', () => {
    const { source } = hubness(additiveSimilarity(topics([[0, 1, 2], [3]]), topics([[0], [1], [2], [3]])));
    expect(source[0]).toBeGreaterThan(source[MAX_GROUP]!);
  });
});
