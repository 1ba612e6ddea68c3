import { EDGE_SHAPES, RENDERING_COUNTS, SOURCE_COUNTS, type Lattice } from './lattice.ts';

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
  const { n, m, edges, sourceGaps, renderingGaps, run } = lattice;
  const width = m + 1;
  const cells = (n + 1) * width;
  const shapes = EDGE_SHAPES.length;
  // Forward: matched, source gaps, rendering gaps, any. Backward: after a bead, after a source gap, after a rendering gap.
  const fm = new Float64Array(cells).fill(-Infinity);
  const fs = new Float64Array(cells).fill(-Infinity);
  const fr = new Float64Array(cells).fill(-Infinity);
  const fa = new Float64Array(cells).fill(-Infinity);
  fm[0] = 0;
  const terms = new Float64Array(shapes);
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++) {
      const cell = i * width + j;
      let count = 0;
      for (let e = 0; e < shapes; e++) {
        const k = SOURCE_COUNTS[e]!;
        const l = RENDERING_COUNTS[e]!;
        if (i >= k && j >= l) terms[count++] = fa[cell - k * width - l]! + edges[((i - k) * m + j - l) * shapes + e]!;
      }
      if (cell > 0) fm[cell] = logSumOf(terms, count);
      if (i > 0) fs[cell] = sourceGaps[i - 1]! + logAdd(fm[cell - width]!, fs[cell - width]! + run);
      if (j > 0) fr[cell] = renderingGaps[j - 1]! + logAdd(logAdd(fm[cell - 1]!, fs[cell - 1]!), fr[cell - 1]! + run);
      fa[cell] = logAdd(logAdd(fm[cell]!, fs[cell]!), fr[cell]!);
    }
  const logSum = fa[cells - 1]!;
  const bm = new Float64Array(cells).fill(-Infinity);
  const bs = new Float64Array(cells).fill(-Infinity);
  const br = new Float64Array(cells).fill(-Infinity);
  const sourceSums = new Float64Array(n);
  const renderingSums = new Float64Array(m);
  let runs = 0;
  for (let i = n; i >= 0; i--)
    for (let j = m; j >= 0; j--) {
      const cell = i * width + j;
      let count = 0;
      for (let e = 0; e < shapes; e++) {
        const k = SOURCE_COUNTS[e]!;
        const l = RENDERING_COUNTS[e]!;
        if (i + k <= n && j + l <= m) terms[count++] = edges[(i * m + j) * shapes + e]! + bm[cell + k * width + l]!;
      }
      const beads = cell === cells - 1 ? 0 : logSumOf(terms, count);
      const down = i < n ? sourceGaps[i]! + bs[cell + width]! : -Infinity;
      const right = j < m ? renderingGaps[j]! + br[cell + 1]! : -Infinity;
      bm[cell] = logAdd(beads, logAdd(down, right));
      bs[cell] = logAdd(beads, logAdd(down + run, right));
      br[cell] = logAdd(beads, right + run);
      if (i < n) {
        const longer = Math.exp(fs[cell]! + run + down - logSum);
        sourceSums[i]! += Math.exp(fm[cell]! + down - logSum) + longer;
        runs += longer;
      }
      if (j < m) {
        const longer = Math.exp(fr[cell]! + run + right - logSum);
        renderingSums[j]! += Math.exp(logAdd(fm[cell]!, fs[cell]!) + right - logSum) + longer;
        runs += longer;
      }
    }
  return {
    logSum,
    edge(i, j, edge) {
      const [k, l] = EDGE_SHAPES[edge]!;
      const value = fa[i * width + j]! + edges[(i * m + j) * shapes + edge]! + bm[(i + k) * width + j + l]! - logSum;
      return Math.min(1, Math.exp(value));
    },
    sourceGaps: atMostOne(sourceSums),
    renderingGaps: atMostOne(renderingSums),
    runs,
  };
}

function atMostOne(chances: Float64Array): Float64Array {
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
