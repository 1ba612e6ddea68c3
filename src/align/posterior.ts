import { EDGE_SHAPES, RENDERING_COUNTS, SOURCE_COUNTS, type Lattice } from './lattice.ts';
import { finish, type Steps } from './steps.ts';

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

/** What `posterior` does, in steps: one a row, forward and backward. */
export function* posteriorSteps(lattice: Lattice): Steps<Posterior> {
  const { n, m, edges } = lattice;
  const width = m + 1;
  const forward = statesOf(lattice);
  const { any: fa } = forward;
  forward.matched[0] = 0;
  for (let i = 0; i <= n; i++) {
    yield;
    forwardRow(lattice, forward, i);
  }
  const logSum = fa[fa.length - 1]!;
  const backward = statesOf(lattice);
  const { matched: bm } = backward;
  const sums: Sums = { source: new Float64Array(n), rendering: new Float64Array(m), runs: 0 };
  for (let i = n; i >= 0; i--) {
    yield;
    backwardRow(lattice, forward, backward, i, sums);
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
 * Logs of sums over the paths of each cell: forward over those to it that end with a bead, a source gap, a rendering gap;
 * backward over those from it that come after one.
 */
interface States {
  readonly matched: Float64Array;
  readonly sourceGap: Float64Array;
  readonly renderingGap: Float64Array;
  /** All three; forward only. */
  readonly any: Float64Array;
}
@@@function atMostOne(chances: Float64Array): Float64Array {
  for (let x = 0; x < chances.length; x++) chances[x] = Math.min(1, chances[x]!);
  return chances;
}

/** Terms so much less than the largest, in nats, cannot change the last bit of a sum. */
const NOTHING = 38;

/** Log of the sum of exp(value) over the first `count` values; `-Infinity` of none. */
function logSumOf(values: Float64Array, count: number): number {
  let largest = -Infinity;
  for (let x = 0; x < count; x++) if (values[x]! > largest) largest = values[x]!;
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
