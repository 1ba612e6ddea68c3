import { EDGE_SHAPES, RENDERING_COUNTS, SOURCE_COUNTS, type Lattice } from './lattice.ts';
import { finish, type Steps } from '../core/steps.ts';

/** Probabilities of beads and gaps over all paths of a lattice. */
export interface Posterior {
  /** Log of the sum of exp(log odds) over all paths; `-Infinity` where no path is allowed. */
  readonly logSum: number;
  /** Probability of the bead of shape `edge` that starts at cell `(i, j)`. */
  edge(i: number, j: number, edge: number): number;
  /** Probability that source sentence `i` has no counterpart, wherever the path lies. */
  readonly sourceGaps: Float64Array;
  readonly renderingGaps: Float64Array;
  /** Expected number of gaps that follow a gap of their own side; for the fit. */
  readonly runs: number;
}

/**
 * Forward-backward over the same states as `bestPath` (Rabiner 1989, section III; here for a semi-Markov lattice).
 * O(n * m) time and memory.
 */
export function posterior(lattice: Lattice): Posterior {
  return finish(posteriorSteps(lattice));
}

/** What `posterior` does, in steps: one a row, forward and backward. With `likely`, only paths through cells that are marked. */
export function* posteriorSteps(lattice: Lattice, likely?: Uint8Array): Steps<Posterior> {
  const { n, m, edges } = lattice;
  const width = m + 1;
  const cells = (n + 1) * width;
  const fa = impossible(cells);
  // Written out, not spread: engines compile for objects of one making.
  const { matched, sourceGap, renderingGap } = statesOf(cells);
  const forward: Forward = { matched, sourceGap, renderingGap, before: impossible(cells), any: fa };
  forward.matched[0] = 0;
  for (let i = 0; i <= n; i++) {
    yield;
    forwardRow(lattice, forward, i, likely);
  }
  const logSum = fa[cells - 1]!;
  const backward = statesOf(cells);
  const { matched: bm } = backward;
  const sums: Sums = { source: new Float64Array(n), rendering: new Float64Array(m), runs: 0 };
  for (let i = n; i >= 0; i--) {
    yield;
    backwardRow(lattice, forward, backward, i, sums, likely);
  }
  return {
    logSum,
    edge(i, j, edge) {
      const [k, l] = EDGE_SHAPES[edge]!;
      const value = fa[i * width + j]! + edges[(i * m + j) * EDGE_SHAPES.length + edge]! + bm[(i + k) * width + j + l]!;
      return Math.min(1, Math.exp(value - logSum));
    },
    sourceGaps: atMostOne(sums.source),
    renderingGaps: atMostOne(sums.rendering),
    runs: sums.runs,
  };
}

/**
 * By cell, the logs of sums over paths: forward over those to it that end with a bead, a source gap, a rendering gap;
 * backward over those from it that come after one.
 */
interface States {
  readonly matched: Float64Array;
  readonly sourceGap: Float64Array;
  readonly renderingGap: Float64Array;
}

interface Forward extends States {
  /** Over all paths to a cell but those that end with a rendering gap. */
  readonly before: Float64Array;
  /** Over all paths to a cell. */
  readonly any: Float64Array;
}

/** What the rows add up to. */
interface Sums {
  readonly source: Float64Array;
  readonly rendering: Float64Array;
  runs: number;
}

function statesOf(cells: number): States {
  return { matched: impossible(cells), sourceGap: impossible(cells), renderingGap: impossible(cells) };
}

function impossible(cells: number): Float64Array {
  return new Float64Array(cells).fill(-Infinity);
}

const shapes = EDGE_SHAPES.length;
const terms = new Float64Array(shapes);

function forwardRow(
  { m, edges, sourceGaps, renderingGaps, run }: Lattice,
  states: Forward,
  i: number,
  likely: Uint8Array | undefined,
): void {
  const { matched: fm, sourceGap: fs, renderingGap: fr, before: fb, any: fa } = states;
  const width = m + 1;
  for (let j = 0; j <= m; j++) {
    const cell = i * width + j;
    if (likely?.[cell] === 0) continue;
    let count = 0;
    let largest = -Infinity;
    for (let e = 0; e < shapes; e++) {
      const k = SOURCE_COUNTS[e]!;
      const l = RENDERING_COUNTS[e]!;
      if (i < k || j < l) continue;
      const term = fa[cell - k * width - l]! + edges[((i - k) * m + j - l) * shapes + e]!;
      terms[count++] = term;
      if (term > largest) largest = term;
    }
    if (cell > 0) fm[cell] = logSumOf(terms, count, largest);
    if (i > 0) fs[cell] = sourceGaps[i - 1]! + logAdd(fm[cell - width]!, fs[cell - width]! + run);
    if (j > 0) fr[cell] = renderingGaps[j - 1]! + logAdd(fb[cell - 1]!, fr[cell - 1]! + run);
    fb[cell] = logAdd(fm[cell]!, fs[cell]!);
    fa[cell] = logAdd(fb[cell]!, fr[cell]!);
  }
}

/** The states of a row from behind, and what the gaps that start in it add to the sums. */
function backwardRow(
  lattice: Lattice,
  forward: Forward,
  states: States,
  i: number,
  sums: Sums,
  likely: Uint8Array | undefined,
): void {
  const { n, m, edges, sourceGaps, renderingGaps, run } = lattice;
  const { matched: fm, sourceGap: fs, renderingGap: fr, before: fb, any: fa } = forward;
  const { matched: bm, sourceGap: bs, renderingGap: br } = states;
  const width = m + 1;
  const last = (n + 1) * width - 1;
  const logSum = fa[last]!;
  let { runs } = sums;
  for (let j = m; j >= 0; j--) {
    const cell = i * width + j;
    if (likely?.[cell] === 0) continue;
    let count = 0;
    let largest = -Infinity;
    for (let e = 0; e < shapes; e++) {
      const k = SOURCE_COUNTS[e]!;
      const l = RENDERING_COUNTS[e]!;
      if (i + k > n || j + l > m) continue;
      const term = edges[(i * m + j) * shapes + e]! + bm[cell + k * width + l]!;
      terms[count++] = term;
      if (term > largest) largest = term;
    }
    const beads = cell === last ? 0 : logSumOf(terms, count, largest);
    const down = i < n ? sourceGaps[i]! + bs[cell + width]! : -Infinity;
    const right = j < m ? renderingGaps[j]! + br[cell + 1]! : -Infinity;
    bm[cell] = logAdd(beads, logAdd(down, right));
    bs[cell] = logAdd(beads, logAdd(down + run, right));
    br[cell] = logAdd(beads, right + run);
    if (i < n) {
      const longer = Math.exp(fs[cell]! + run + down - logSum);
      sums.source[i]! += Math.exp(fm[cell]! + down - logSum) + longer;
      runs += longer;
    }
    if (j < m) {
      const longer = Math.exp(fr[cell]! + run + right - logSum);
      sums.rendering[j]! += Math.exp(fb[cell]! + right - logSum) + longer;
      runs += longer;
    }
  }
  sums.runs = runs;
}

function atMostOne(chances: Float64Array): Float64Array {
  for (let x = 0; x < chances.length; x++) chances[x] = Math.min(1, chances[x]!);
  return chances;
}

/** Terms so much less than the largest, in nats, cannot change the last bit of a sum. */
const NOTHING = 38;

/** Log of the sum of exp(value) over the first `count` values, the `largest` of which is known; `-Infinity` of none. */
function logSumOf(values: Float64Array, count: number, largest: number): number {
  if (largest === -Infinity) return largest;
  let sum = 0;
  for (let x = 0; x < count; x++) {
    const difference = values[x]! - largest;
    if (difference === 0) sum += 1;
    else if (difference > -NOTHING) sum += Math.exp(difference);
  }
  return sum === 1 ? largest : largest + Math.log(sum);
}

/** log(exp(a) + exp(b)). */
function logAdd(a: number, b: number): number {
  const larger = a < b ? b : a;
  const difference = a < b ? a - b : b - a;
  if (difference < -NOTHING && (larger > 1 || larger < -1)) return larger;
  return larger === -Infinity ? larger : larger + Math.log1p(Math.exp(difference));
}
