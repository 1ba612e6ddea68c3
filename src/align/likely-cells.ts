import { EDGE_SHAPES, RENDERING_COUNTS, SOURCE_COUNTS, type Lattice } from './lattice.ts';
import type { Steps } from '../core/steps.ts';

/**
 * Cells that no path e^-60 times as probable as the best one leads through are left out of the sums. In texts nothing that is told
 * changes by them; only where all alignments are about as likely, as they never are, do they come to something together.
 */
const LEAST_ODDS = -60;

/**
 * Marks the cells that a path near the best one may lead through; the others are most of the cells of a long text. `best`
 * holds for each cell the highest log odds of the paths to it. What is behind a cell is bounded from above, since the runs of
 * gaps are not told apart: a cell is marked rather than not. O(n * m), in steps, one a row.
 */
export function* likelyCellSteps(lattice: Lattice, best: Float64Array): Steps<Uint8Array> {
  const { n, m } = lattice;
  const cells = (n + 1) * (m + 1);
  const likely = new Uint8Array(cells);
  const rest = new Float64Array(cells);
  const least = best[cells - 1]! + LEAST_ODDS;
  for (let i = n; i >= 0; i--) {
    yield;
    markRow(lattice, best, rest, least, i, likely);
  }
  return likely;
}

const shapes = EDGE_SHAPES.length;

/** Writes the highest log odds of the paths from the cells of a row on to `rest`. */
function markRow(
  { n, m, edges, sourceGaps, renderingGaps, run }: Lattice,
  best: Float64Array,
  rest: Float64Array,
  least: number,
  i: number,
  likely: Uint8Array,
): void {
  const width = m + 1;
  const gain = Math.max(0, run);
  for (let j = m; j >= 0; j--) {
    const cell = i * width + j;
    let most = i === n && j === m ? 0 : -Infinity;
    const first = (i * m + j) * shapes;
    for (let e = 0; e < shapes; e++) {
      const k = SOURCE_COUNTS[e]!;
      const l = RENDERING_COUNTS[e]!;
      if (i + k > n || j + l > m) continue;
      const value = edges[first + e]! + rest[cell + k * width + l]!;
      if (value > most) most = value;
    }
    if (i < n) most = Math.max(most, sourceGaps[i]! + gain + rest[cell + width]!);
    if (j < m) most = Math.max(most, renderingGaps[j]! + gain + rest[cell + 1]!);
    rest[cell] = most;
    if (best[cell]! + most >= least) likely[cell] = 1;
  }
}
