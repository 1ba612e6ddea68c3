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
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++) {
      const cell = i * width + j;
      let sum = fm[cell]!;
      for (let e = 0; e < shapes; e++) {
        const k = SOURCE_COUNTS[e]!;
        const l = RENDERING_COUNTS[e]!;
        if (i >= k && j >= l) sum = logAdd(sum, fa[cell - k * width - l]! + edges[((i - k) * m + j - l) * shapes + e]!);
      }
      fm[cell] = sum;
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
      let beads = i === n && j === m ? 0 : -Infinity;
      for (let e = 0; e < shapes; e++) {
        const k = SOURCE_COUNTS[e]!;
        const l = RENDERING_COUNTS[e]!;
        if (i + k <= n && j + l <= m)
          beads = logAdd(beads, edges[(i * m + j) * shapes + e]! + bm[cell + k * width + l]!);
      }
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
    sourceGaps: sourceSums.map((p) => Math.min(1, p)),
    renderingGaps: renderingSums.map((p) => Math.min(1, p)),
    runs,
  };
}

/** log(exp(a) + exp(b)). */
function logAdd(a: number, b: number): number {
  const larger = a < b ? b : a;
  const difference = a < b ? a - b : b - a;
  // So much less cannot change the last bit of the larger: the same result, without exp and log1p.
  if (difference < -38 && (larger > 1 || larger < -1)) return larger;
  return larger === -Infinity ? larger : larger + Math.log1p(Math.exp(difference));
}
