import { AlignError } from '../core/errors.ts';
import { BEAD_SHAPES, type BeadModel } from './bead-model.ts';
import { writeCosines } from './similarity.ts';
import { finish, type Steps } from '../core/steps.ts';

/** Shapes of two-sided beads and, last, the swap of two neighbouring pairs: what one edge of the lattice may be. */
export const EDGE_SHAPES: readonly (readonly [k: number, l: number])[] = [...BEAD_SHAPES, [2, 2]];
export const SWAP = EDGE_SHAPES.length - 1;

/** The sentences a side of each shape. */
export const SOURCE_COUNTS = Uint8Array.from(EDGE_SHAPES, ([k]) => k);
export const RENDERING_COUNTS = Uint8Array.from(EDGE_SHAPES, ([, l]) => l);

const PAIR = shapeOf(1, 1);
/** The shape with one source sentence less, or one rendering sentence less; 0 where there is none. */
const FEWER_SOURCE = Uint8Array.from(BEAD_SHAPES, ([k, l]) => Math.max(0, shapeOf(k - 1, l)));
const FEWER_RENDERING = Uint8Array.from(BEAD_SHAPES, ([k, l]) => Math.max(0, shapeOf(k, l - 1)));

function shapeOf(k: number, l: number): number {
  return BEAD_SHAPES.findIndex((shape) => shape[0] === k && shape[1] === l);
}

/** The exact search holds no more cells than this: at 76 bytes a cell the lattice alone takes 300 MB. */
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
      'Use a similarity from additiveSimilarity or windowSimilarity: they let long texts be searched in pieces.',
    );
}

/**
 * Computes the log odds of the whole lattice. O(n * m).
 *
 * @throws AlignError `text-too-long` beyond `MAX_CELLS` cells.
 */
export function buildLattice(model: BeadModel): Lattice {
  return finish(latticeSteps(model));
}

/** What `buildLattice` does, in steps: one a row. */
export function* latticeSteps(model: BeadModel): Steps<Lattice> {
  const { n, m } = model;
  requireCells(n, m);
  const edges = new Float32Array(n * m * EDGE_SHAPES.length).fill(-Infinity);
  let row = newRow(m);
  let next = newRow(m);
  if (n > 0) fillRow(model, 0, row);
  for (let i = 0; i < n; i++) {
    yield;
    if (i + 1 < n) fillRow(model, i + 1, next);
    writeEdges(model, i, row, next, edges);
    [row, next] = [next, row];
  }
  const sourceGaps = new Float64Array(n);
  for (let i = 0; i < n; i++) sourceGaps[i] = model.sourceGap(i);
  const renderingGaps = new Float64Array(m);
  for (let j = 0; j < m; j++) renderingGaps[j] = model.renderingGap(j);
  return { n, m, edges, sourceGaps, renderingGaps, run: model.weights['gap-run'] };
}

/** What the beads that start in one row of cells have in common with those of the row before: each is asked for by several. */
interface Row {
  /** By shape and cell. */
  readonly cosines: Float64Array;
  /** Log odds of single sentences. */
  readonly pairs: Float64Array;
}

function newRow(m: number): Row {
  return { cosines: new Float64Array(m * SWAP), pairs: new Float64Array(m) };
}

/** Writes the log odds of the beads that start in row `i`. */
function writeEdges(model: BeadModel, i: number, row: Row, next: Row, edges: Float32Array): void {
  const { n, m } = model;
  const { cosines, pairs } = row;
  const { cosines: nextCosines, pairs: nextPairs } = next;
  const shapes = EDGE_SHAPES.length;
  const first = i * m * shapes;
  for (let j = 0; j < m; j++) edges[first + j * shapes + PAIR] = pairs[j]!;
  for (let e = PAIR + 1; e < SWAP; e++) {
    const k = SOURCE_COUNTS[e]!;
    const l = RENDERING_COUNTS[e]!;
    if (i + k > n) continue;
    const here = e * m;
    const fewer = FEWER_SOURCE[e]! * m;
    const less = FEWER_RENDERING[e]! * m;
    for (let j = 0; j + l <= m; j++) {
      if (!model.allows(i, k, j, l)) continue;
      let smaller = -1;
      if (k > 1) smaller = Math.max(nextCosines[fewer + j]!, cosines[fewer + j]!);
      if (l > 1) smaller = Math.max(smaller, cosines[less + j + 1]!, cosines[less + j]!);
      edges[first + j * shapes + e] = model.odds(i, k, j, l, cosines[here + j]!, smaller);
    }
  }
  if (i + 2 > n) return;
  for (let j = 0; j + 2 <= m; j++)
    edges[first + j * shapes + SWAP] = pairs[j + 1]! + nextPairs[j]! + model.weights.swap;
}

/** Cosines of every bead that starts in row `i`, and the log odds of its pairs of single sentences. */
function fillRow(model: BeadModel, i: number, { cosines, pairs }: Row): void {
  const { n, m, similarity } = model;
  for (let e = 0; e < SWAP; e++) {
    const k = SOURCE_COUNTS[e]!;
    const l = RENDERING_COUNTS[e]!;
    if (i + k <= n && l <= m) writeCosines(similarity, 'rendering', i, k, 0, l, m - l + 1, cosines, e * m);
  }
  for (let j = 0; j < m; j++)
    pairs[j] = model.allows(i, 1, j, 1) ? model.odds(i, 1, j, 1, cosines[PAIR * m + j]!, -1) : -Infinity;
}
