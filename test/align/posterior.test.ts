import { expect, test } from 'vitest';
import { RENDERING_GAP, SOURCE_GAP } from '../../src/align/dynamic-program.ts';
import { EDGE_SHAPES } from '../../src/align/lattice.ts';
import { posterior } from '../../src/align/posterior.ts';
import { everyPath, lattices } from './lattices.ts';
import fc from '../fast-check.ts';

test('equals the sums over all paths', () => {
  fc.assert(
    fc.property(lattices, (lattice) => {
      const { n, m } = lattice;
      const paths = everyPath(lattice);
      const total = paths.reduce((sum, { odds }) => sum + Math.exp(odds), 0);
      const expected = (value: (path: (typeof paths)[number]) => number) =>
        paths.reduce((sum, path) => sum + (Math.exp(path.odds) / total) * value(path), 0);
      const found = posterior(lattice);

      expect(found.logSum).toBeCloseTo(Math.log(total), 9);
      expect(found.runs).toBeCloseTo(
        expected(({ runs }) => runs),
        9,
      );
      const steps = new Map<string, number>();
      for (const path of paths)
        for (const { edge, i, j } of path.steps) {
          const key = edge === SOURCE_GAP ? `s ${i}` : edge === RENDERING_GAP ? `r ${j}` : `${i} ${j} ${edge}`;
          steps.set(key, (steps.get(key) ?? 0) + Math.exp(path.odds) / total);
        }
      for (let i = 0; i < n; i++) expect(found.sourceGaps[i]).toBeCloseTo(steps.get(`s ${i}`) ?? 0, 9);
      for (let j = 0; j < m; j++) expect(found.renderingGaps[j]).toBeCloseTo(steps.get(`r ${j}`) ?? 0, 9);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++)
          EDGE_SHAPES.forEach(([k, l], edge) => {
            if (i + k <= n && j + l <= m)
              expect(found.edge(i, j, edge)).toBeCloseTo(steps.get(`${i} ${j} ${edge}`) ?? 0, 9);
          });
    }),
    { numRuns: 100 },
  );
});

test('of every sentence sums to 1 over the beads and gaps that may hold it', () => {
  fc.assert(
    fc.property(lattices, (lattice) => {
      const { n, m } = lattice;
      const found = posterior(lattice);
      const source = Array.from(found.sourceGaps);
      const rendering = Array.from(found.renderingGaps);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < m; j++)
          EDGE_SHAPES.forEach(([k, l], edge) => {
            if (i + k > n || j + l > m) return;
            const chance = found.edge(i, j, edge);
            for (let x = 0; x < k; x++) source[i + x]! += chance;
            for (let y = 0; y < l; y++) rendering[j + y]! += chance;
          });
      for (const sum of [...source, ...rendering]) expect(sum).toBeCloseTo(1, 8);
    }),
  );
});

test('stays finite where odds are far beyond what exp can hold', () => {
  const edges = new Float32Array(EDGE_SHAPES.length).fill(-Infinity);
  edges[0] = 5000;
  const lattice = {
    n: 1,
    m: 1,
    edges,
    sourceGaps: Float64Array.of(-4000),
    renderingGaps: Float64Array.of(-4000),
    run: 0,
  };
  const found = posterior(lattice);
  expect(found.logSum).toBe(5000);
  expect(found.edge(0, 0, 0)).toBe(1);
  expect(found.sourceGaps[0]).toBe(0);
});
