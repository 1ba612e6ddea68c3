import { expect, test } from 'vitest';
import { bestPath, RENDERING_GAP, SOURCE_GAP } from '../../src/align/dynamic-program.ts';
import { EDGE_SHAPES, SWAP, type Lattice } from '../../src/align/lattice.ts';
import { everyPath, lattices } from './lattices.ts';
import fc from '../fast-check.ts';

function flat(n: number, m: number, value: number, gap: number, run = 0): Lattice {
  return {
    n,
    m,
    edges: new Float32Array(n * m * EDGE_SHAPES.length).fill(value),
    sourceGaps: new Float64Array(n).fill(gap),
    renderingGaps: new Float64Array(m).fill(gap),
    run,
  };
}

test('finds the best of all paths', () => {
  fc.assert(
    fc.property(lattices, (lattice) => {
      const paths = everyPath(lattice);
      const found = JSON.stringify(bestPath(lattice));
      const best = Math.max(...paths.map(({ odds }) => odds));
      const same = paths.find(({ steps }) => JSON.stringify(steps) === found);
      expect(same, 'a path that the definition knows').toBeDefined();
      expect(same!.odds).toBeCloseTo(best, 9);
    }),
    { numRuns: 150 },
  );
});

test('of two empty sides is empty, of one empty side all gaps', () => {
  expect(bestPath(flat(0, 0, 1, 0))).toEqual([]);
  expect(bestPath(flat(2, 0, 1, 0)).map(({ edge }) => edge)).toEqual([SOURCE_GAP, SOURCE_GAP]);
  expect(bestPath(flat(0, 2, 1, 0)).map(({ edge }) => edge)).toEqual([RENDERING_GAP, RENDERING_GAP]);
});

test('puts source gaps before rendering gaps at one place', () => {
  const steps = bestPath(flat(2, 2, -100, 1));
  expect(steps.map(({ edge }) => edge)).toEqual([SOURCE_GAP, SOURCE_GAP, RENDERING_GAP, RENDERING_GAP]);
});

test('goes by gaps where no bead is allowed, whatever they cost', () => {
  expect(bestPath(flat(1, 1, -Infinity, -1e6)).map(({ edge }) => edge)).toEqual([SOURCE_GAP, RENDERING_GAP]);
});

test('gives ties to beads, before gaps', () => {
  const pair = EDGE_SHAPES.findIndex(([k, l]) => k === 1 && l === 1);
  expect(bestPath(flat(1, 1, 2, 1))).toEqual([{ edge: pair, i: 0, j: 0 }]);
});

test('gives ties to the earlier shape', () => {
  // One bead of any shape that spans all, and no gaps: 2 x 2 is a shape and the swap.
  const lattice = flat(2, 2, -Infinity, -Infinity);
  lattice.edges[EDGE_SHAPES.findIndex(([k, l]) => k === 2 && l === 2)] = 1;
  lattice.edges[SWAP] = 1;
  expect(bestPath(lattice)).toEqual([{ edge: EDGE_SHAPES.findIndex(([k, l]) => k === 2 && l === 2), i: 0, j: 0 }]);
});
