import { AlignError } from '../core/errors.ts';
import { BEAD_SHAPES, type BeadModel } from './bead-model.ts';

/** Shapes of two-sided beads and, last, the swap of two neighbouring pairs: what one edge of the lattice may be. */
export const EDGE_SHAPES: readonly (readonly [k: number, l: number])[] = [...BEAD_SHAPES, [2, 2]];
export const SWAP = EDGE_SHAPES.length - 1;

/** More cells than this need a banded search; at 76 bytes a cell this is 300 MB. */
export const MAX_CELLS = 4_000_000;

/**
 * Log odds of every bead that starts at every cell. Cell `(i, j)` means that `i` source and `j` rendering sentences
 * lie behind; `edges[(i * m + j) * EDGE_SHAPES.length + e]` is the bead of shape `e` from there, `-Infinity` where it
 * would run over an end.
 */
export interface Lattice {
  readonly n: number;
  readonly m: number;
  readonly edges: Float32Array;
  readonly sourceGaps: Float64Array;
  readonly renderingGaps: Float64Array;
  /** Added for each gap that follows a gap of its own side. */
  readonly run: number;
}

/** @throws AlignError `text-too-long` where `n` source and `m` rendering sentences are beyond `MAX_CELLS`. */
export function requireCells(n: number, m: number): void {
  if (n * m > MAX_CELLS)
    throw new AlignError(
      'text-too-long',
      `${n} source sentences against ${m} rendering sentences are more than the exact search holds (${MAX_CELLS} pairs).`,
      'Split the texts into parts, for example by chapter, and align them one by one.',
    );
}

/**
 * Computes the log odds of the whole lattice. O(n * m).
 *
 * @throws AlignError `text-too-long` beyond `MAX_CELLS` cells.
 */
export function buildLattice(model: BeadModel): Lattice {
  const { n, m } = model;
  requireCells(n, m);
  const shapes = EDGE_SHAPES.length;
  const edges = new Float32Array(n * m * shapes).fill(-Infinity);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const at = (i * m + j) * shapes;
      for (let e = 0; e < SWAP; e++) {
        const [k, l] = EDGE_SHAPES[e]!;
        if (i + k <= n && j + l <= m) edges[at + e] = model.bead(i, k, j, l);
      }
      if (i + 2 <= n && j + 2 <= m) edges[at + SWAP] = model.swap(i, j);
    }
  return {
    n,
    m,
    edges,
    sourceGaps: Float64Array.from({ length: n }, (_, i) => model.sourceGap(i)),
    renderingGaps: Float64Array.from({ length: m }, (_, j) => model.renderingGap(j)),
    run: model.weights['gap-run'],
  };
}
