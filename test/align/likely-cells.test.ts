import { expect, test } from 'vitest';
import { bestPathSteps } from '../../src/align/dynamic-program.ts';
import { EDGE_SHAPES, type Lattice } from '../../src/align/lattice.ts';
import { likelyCellSteps } from '../../src/align/likely-cells.ts';
import { posterior, posteriorSteps, type Posterior } from '../../src/align/posterior.ts';
import { finish } from '../../src/core/steps.ts';
import { everyPath, lattices } from './lattices.ts';
import fc from '../fast-check.ts';

const likelyCells = (lattice: Lattice) => finish(likelyCellSteps(lattice, finish(bestPathSteps(lattice)).best));

/** A lattice of two texts of `size` sentences that follow each other, the odds of the wrong pairs by a counter. */
function diagonal(size: number, run: number): Lattice {
  const edges = new Float32Array(size * size * EDGE_SHAPES.length).fill(-Infinity);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      EDGE_SHAPES.forEach(([k, l], e) => {
        if (i + k > size || j + l > size) return;
        const wrong = -9 * (k + l) + 4 * Math.sin(1 + i * 7 + j * 13 + e * 29);
        edges[(i * size + j) * EDGE_SHAPES.length + e] = i === j && k === 1 && l === 1 ? 3 : wrong;
      });
  const gaps = (step: number) => Float64Array.from({ length: size }, (_, x) => -6 + Math.cos(x * step));
  return { n: size, m: size, edges, sourceGaps: gaps(1), renderingGaps: gaps(2), run };
}

/** Everything that is told of a lattice, whether or not the best path leads there. */
function told({ n, m }: Lattice, { logSum, sourceGaps, renderingGaps, edge }: Posterior): number[] {
  const chances: number[] = [];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++)
      EDGE_SHAPES.forEach(([k, l], e) => (i + k <= n && j + l <= m ? chances.push(edge(i, j, e)) : 0));
  return [logSum, ...sourceGaps, ...renderingGaps, ...chances];
}

test('few cells of two texts that follow each other are likely, and what is told is the same without the others', () => {
  for (const run of [-1, 0, 2]) {
    const lattice = diagonal(40, run);
    const likely = likelyCells(lattice);
    const share = likely.reduce((sum, is) => sum + is, 0) / likely.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.5);
    const whole = told(lattice, posterior(lattice));
    const part = told(lattice, finish(posteriorSteps(lattice, likely)));
    // What a caller is told of a bead or gap is more than a millionth; the rest is nothing either way.
    const shown = (chances: number[]) => chances.map((chance) => (Math.abs(chance) < 1e-6 ? 0 : chance));
    expect(shown(part)).toEqual(shown(whole));
    part.forEach((chance, x) => expect(Math.abs(chance - whole[x]!)).toBeLessThan(1e-20));
  }
});

test('every cell is likely that a path leads through whose odds are near the best', () => {
  fc.assert(
    fc.property(lattices, fc.double({ min: 1, max: 40, noNaN: true }), (lattice, scale) => {
      const scaled = (values: Float64Array) => values.map((value) => value * scale);
      const { edges, sourceGaps, renderingGaps, run, n, m } = lattice;
      const sharper = {
        ...{ n, m, run: run * scale, edges: edges.map((value) => value * scale) },
        ...{ sourceGaps: scaled(sourceGaps), renderingGaps: scaled(renderingGaps) },
      };
      const paths = everyPath(sharper);
      const best = Math.max(...paths.map(({ odds }) => odds));
      const likely = likelyCells(sharper);
      for (const { odds, steps } of paths)
        if (odds > best - 59.9) for (const { i, j } of steps) expect(likely[i * (m + 1) + j]).toBe(1);
    }),
  );
});

test('of two texts without a sentence the one cell is likely', () => {
  const none = new Float64Array(0);
  const empty = { n: 0, m: 0, edges: new Float32Array(0), sourceGaps: none, renderingGaps: none, run: 0 };
  expect([...likelyCells(empty)]).toEqual([1]);
});
