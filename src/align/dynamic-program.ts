import { EDGE_SHAPES, RENDERING_COUNTS, SOURCE_COUNTS, type Lattice } from './lattice.ts';
import { finish, type Steps } from '../core/steps.ts';

/**
 * A step of a path: `edge` is an index into `EDGE_SHAPES`, or one of the two gaps; it starts behind `i` source and
 * `j` rendering sentences.
 */
export interface Step {
  edge: number;
  i: number;
  j: number;
}

export const SOURCE_GAP = -1;
export const RENDERING_GAP = -2;

/**
 * States of a path at a cell: it came by a two-sided bead, by a source gap or by a rendering gap. Where both sides
 * lack something at one place, source gaps come first, so that each alignment is one path:
 *
 *         .----.                      .----.
 *         v    |                      v    |
 *      MATCHED -----> SOURCE_GAPS --> RENDERING_GAPS
 *         ^  '------------|-----------------^  |
 *         '---------------'--------------------'
 */
const MATCHED = 0;
const SOURCE_GAPS = 1;
const RENDERING_GAPS = 2;
const STATES = 3;

/**
 * The path with the highest log odds, exact. Ties go to the earlier shape in `EDGE_SHAPES`, then to the source gap.
 *
 *     best(i, j, MATCHED)        = max over shapes (k, l):  best(i - k, j - l, any) + edge
 *     best(i, j, SOURCE_GAPS)    = gap(i - 1) + max( best(i - 1, j, MATCHED),  best(i - 1, j, SOURCE_GAPS) + run )
 *     best(i, j, RENDERING_GAPS) = gap(j - 1) + max( best(i, j - 1, MATCHED | SOURCE_GAPS),
 *                                                    best(i, j - 1, RENDERING_GAPS) + run )
 *
 * O(n * m) time and memory (18 shapes and a swap a cell).
 */
export function bestPath(lattice: Lattice): Step[] {
  return finish(bestPathSteps(lattice)).path;
}

/** What `bestPath` does, in steps: one a row. With the path, the highest log odds of the paths to each cell. */
export function* bestPathSteps(lattice: Lattice): Steps<{ path: Step[]; best: Float64Array }> {
  const { n, m } = lattice;
  const cells = (n + 1) * (m + 1);
  const table: Table = {
    best: new Float64Array(cells * STATES).fill(-Infinity),
    any: new Float64Array(cells),
    from: new Int8Array(cells * STATES),
  };
  table.best[MATCHED] = 0;
  for (let i = 0; i <= n; i++) {
    yield;
    fillRow(lattice, table, i);
  }
  return { path: trace(n, m, table), best: table.any };
}

interface Table {
  /** By cell and state. */
  readonly best: Float64Array;
  /** The best of the three states of each cell. */
  readonly any: Float64Array;
  /** What led to each state: the edge for MATCHED, the state before for the gaps. */
  readonly from: Int8Array;
}

function fillRow({ m, edges, sourceGaps, renderingGaps, run }: Lattice, { best, any, from }: Table, i: number): void {
  const width = m + 1;
  const shapes = EDGE_SHAPES.length;
  for (let j = 0; j <= m; j++) {
    const cell = (i * width + j) * STATES;
    let most = best[cell]!;
    for (let e = 0; e < shapes; e++) {
      const k = SOURCE_COUNTS[e]!;
      const l = RENDERING_COUNTS[e]!;
      if (i < k || j < l) continue;
      const value = any[(i - k) * width + j - l]! + edges[((i - k) * m + j - l) * shapes + e]!;
      if (value > most) {
        most = value;
        from[cell] = e;
      }
    }
    best[cell] = most;
    if (i > 0) {
      const above = cell - width * STATES;
      const fresh = best[above + MATCHED]!;
      const longer = best[above + SOURCE_GAPS]! + run;
      best[cell + SOURCE_GAPS] = sourceGaps[i - 1]! + Math.max(fresh, longer);
      from[cell + SOURCE_GAPS] = fresh >= longer ? MATCHED : SOURCE_GAPS;
    }
    if (j > 0) {
      const left = cell - STATES;
      const matched = best[left + MATCHED]!;
      const crossing = best[left + SOURCE_GAPS]!;
      const longer = best[left + RENDERING_GAPS]! + run;
      best[cell + RENDERING_GAPS] = renderingGaps[j - 1]! + Math.max(matched, crossing, longer);
      from[cell + RENDERING_GAPS] =
        matched >= crossing && matched >= longer ? MATCHED : crossing >= longer ? SOURCE_GAPS : RENDERING_GAPS;
    }
    any[i * width + j] = Math.max(best[cell]!, best[cell + SOURCE_GAPS]!, best[cell + RENDERING_GAPS]!);
  }
}

function trace(n: number, m: number, { best, from }: Table): Step[] {
  const width = m + 1;
  const steps: Step[] = [];
  let i = n;
  let j = m;
  let state = -1;
  while (i > 0 || j > 0) {
    const cell = (i * width + j) * STATES;
    if (state < 0) {
      state = MATCHED;
      for (const other of [SOURCE_GAPS, RENDERING_GAPS]) if (best[cell + other]! > best[cell + state]!) state = other;
    }
    const before = from[cell + state]!;
    if (state === MATCHED) {
      const [k, l] = EDGE_SHAPES[before]!;
      i -= k;
      j -= l;
      steps.push({ edge: before, i, j });
      state = -1;
    } else {
      if (state === SOURCE_GAPS) i--;
      else j--;
      steps.push({ edge: state === SOURCE_GAPS ? SOURCE_GAP : RENDERING_GAP, i, j });
      state = before;
    }
  }
  return steps.reverse();
}
