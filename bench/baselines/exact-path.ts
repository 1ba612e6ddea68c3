import type { GroupSimilarity } from '../../src/align/similarity.ts';

/** A bead of a baseline: the sentences of both sides by index; one side of a gap is empty. */
export interface PlainBead {
  readonly source: number[];
  readonly rendering: number[];
}

export type Shape = readonly [k: number, l: number];

/** Every shape of a bead with `k + l <= size`, both sides at least one sentence, none more than six. */
export function shapesUpTo(size: number): Shape[] {
  const out: Shape[] = [];
  for (let k = 1; k < size; k++) for (let l = 1; k + l <= size; l++) if (k <= 6 && l <= 6) out.push([k, l]);
  return out;
}

/**
 * The monotone path of lowest total cost over all cells, no band and no first pass: what a baseline's cost can do
 * where no search error is in the way. `bead` is the cost of source `i .. i+k-1` with rendering `j .. j+l-1`, `gap` of
 * a sentence alone. Ties go to the shape that stands first, beads before gaps. O(n * m * shapes).
 */
export function cheapestPath(
  n: number,
  m: number,
  shapes: readonly Shape[],
  bead: (i: number, k: number, j: number, l: number) => number,
  gap: (side: 'source' | 'rendering', index: number) => number,
): PlainBead[] {
  const width = m + 1;
  const cost = new Float64Array((n + 1) * width).fill(Infinity);
  const steps: Shape[] = [...shapes, [1, 0], [0, 1]];
  const from = new Uint8Array(cost.length);
  cost[0] = 0;
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++)
      for (let s = 0; s < steps.length; s++) {
        const [k, l] = steps[s]!;
        if (i < k || j < l) continue;
        const before = cost[(i - k) * width + j - l]!;
        const own = l === 0 ? gap('source', i - 1) : k === 0 ? gap('rendering', j - 1) : bead(i - k, k, j - l, l);
        if (before + own >= cost[i * width + j]!) continue;
        cost[i * width + j] = before + own;
        from[i * width + j] = s;
      }
  const out: PlainBead[] = [];
  for (let i = n, j = m; i > 0 || j > 0;) {
    const [k, l] = steps[from[i * width + j]!]!;
    i -= k;
    j -= l;
    out.push({ source: range(i, k), rendering: range(j, l) });
  }
  return out.reverse();
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}

/** The same similarity, each cosine computed once: the formulas of the papers ask for most of them many times. */
export function computedOnce(similarity: GroupSimilarity): GroupSimilarity {
  const { n, m } = similarity;
  const tables = new Map<number, Float64Array>();
  return {
    n,
    m,
    cosine(i, k, j, l) {
      let table = tables.get(k * 8 + l);
      if (!table) tables.set(k * 8 + l, (table = new Float64Array(n * m).fill(NaN)));
      const value = table[i * m + j]!;
      return value === value ? value : (table[i * m + j] = similarity.cosine(i, k, j, l));
    },
  };
}

/** Sums of the first values: `sums[i]` is the sum of those before `i`. */
export function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}
