import { AlignError } from '../core/errors.ts';
import { dotRows, type Matrix } from '../core/matrix.ts';

/** The longest run of sentences that one side of a bead may hold. */
export const MAX_GROUP = 6;

/** Similarity between runs of consecutive sentences, the only thing the aligner asks of the vectors. */
export interface GroupSimilarity {
  /** Number of source sentences. */
  readonly n: number;
  /** Number of rendering sentences. */
  readonly m: number;
  /** Cosine, -1 to 1, of source sentences `i .. i+k-1` and rendering sentences `j .. j+l-1`; `k` and `l` are 1 to 6. O(1) or one dot product. */
  cosine(i: number, k: number, j: number, l: number): number;
}

/**
 * Similarity from the unnormalized rows of an additive embedder, where the vector of a run is the sum of its
 * sentences' rows: dot products of runs come from two-dimensional prefix sums of one `n * m` table, so that every
 * window costs O(1). O(n * m * d) once.
 *
 * @throws AlignError `invalid-vectors` where shapes differ or a value is not finite.
 */
export function additiveSimilarity(source: Matrix, rendering: Matrix): GroupSimilarity {
  checkPair(source, rendering);
  const n = source.rows;
  const m = rendering.rows;
  const width = m + 1;
  const prefix = new Float64Array((n + 1) * width);
  for (let i = 0; i < n; i++) {
    let rowSum = 0;
    const above = i * width + 1;
    const here = above + width;
    for (let j = 0; j < m; j++) {
      rowSum += dotRows(source, i, rendering, j);
      prefix[here + j] = prefix[above + j]! + rowSum;
    }
  }
  const sourceNorms = groupNorms(source);
  const renderingNorms = groupNorms(rendering);
  return {
    n,
    m,
    cosine(i, k, j, l) {
      const top = i * width;
      const bottom = (i + k) * width;
      const dot = prefix[bottom + j + l]! - prefix[top + j + l]! - prefix[bottom + j]! + prefix[top + j]!;
      const norm = sourceNorms[i * MAX_GROUP + k - 1]! * renderingNorms[j * MAX_GROUP + l - 1]!;
      return norm > 0 ? clamp(dot / norm) : 0;
    },
  };
}

/**
 * Similarity from vectors made for each run of sentences: `source[k - 1]` holds a unit row for each run of `k`
 * sentences, shape `[n - k + 1, d]`. Runs longer than the list are not compared by the aligner.
 *
 * @throws AlignError `invalid-vectors` where shapes differ or a value is not finite.
 */
export function windowSimilarity(source: readonly Matrix[], rendering: readonly Matrix[]): GroupSimilarity {
  const n = source[0]?.rows ?? 0;
  const m = rendering[0]?.rows ?? 0;
  for (const [side, count] of [
    [source, n],
    [rendering, m],
  ] as const) {
    side.forEach((rows, index) => {
      checkPair(rows, (source[0] ?? rendering[0])!);
      if (rows.rows !== Math.max(0, count - index))
        throw new AlignError(
          'invalid-vectors',
          `Windows of ${index + 1} sentences have ${rows.rows} rows, expected ${Math.max(0, count - index)}.`,
          'Give a row for each run of k consecutive sentences, in order.',
        );
    });
  }
  return {
    n,
    m,
    cosine(i, k, j, l) {
      const a = source[k - 1];
      const b = rendering[l - 1];
      return a && b ? clamp(dotRows(a, i, b, j)) : -1;
    },
  };
}

/**
 * How near each single sentence's neighbourhood is on the other side: the mean of its `HUB_RANKS` best cosines
 * (cross-domain similarity local scaling, Conneau et al. 2018, section 2.3). A hub, near to everything, has a high
 * value, and a margin takes it off. `source` and `rendering` give a value for each run of `k` sentences at
 * `i * MAX_GROUP + k - 1`.
 */
export interface Hubness {
  readonly source: Float64Array;
  readonly rendering: Float64Array;
  /** Best cosine of each single sentence on the other side. */
  readonly sourceBest: Float64Array;
  readonly renderingBest: Float64Array;
}

const HUB_RANKS = 3;
/**
 * What stands in for a rank that a very short other side lacks. On planted documents the second and third best cosines
 * of a sentence are .24 on the mean; more here, since nothing was there to be better.
 */
const MISSING_RANK = 0.3;

/** Hubness of every run of up to `MAX_GROUP` sentences against the other side's single sentences. O(n * m). */
export function hubness(similarity: GroupSimilarity): Hubness {
  const { n, m } = similarity;
  const side = (count: number, others: number, cosine: (i: number, k: number, j: number) => number) => {
    const runs = new Float64Array(count * MAX_GROUP);
    const best = new Float64Array(count);
    const top = new Float64Array(HUB_RANKS);
    for (let i = 0; i < count; i++) {
      for (let k = 1; k <= MAX_GROUP && i + k <= count; k++) {
        top.fill(-1);
        for (let j = 0; j < others; j++) insert(top, cosine(i, k, j));
        let sum = 0;
        for (let r = 0; r < HUB_RANKS; r++) sum += r < others ? top[r]! : MISSING_RANK;
        runs[i * MAX_GROUP + k - 1] = sum / HUB_RANKS;
        if (k === 1) best[i] = others > 0 ? top[0]! : 0;
      }
    }
    return { runs, best };
  };
  const source = side(n, m, (i, k, j) => similarity.cosine(i, k, j, 1));
  const rendering = side(m, n, (j, l, i) => similarity.cosine(i, 1, j, l));
  return { source: source.runs, rendering: rendering.runs, sourceBest: source.best, renderingBest: rendering.best };
}

function insert(top: Float64Array, value: number): void {
  if (value <= top[top.length - 1]!) return;
  let at = top.length - 1;
  while (at > 0 && top[at - 1]! < value) {
    top[at] = top[at - 1]!;
    at--;
  }
  top[at] = value;
}

/** Lengths of the summed rows of every run of up to `MAX_GROUP` sentences, at `i * MAX_GROUP + k - 1`. */
function groupNorms(rows: Matrix): Float64Array {
  const norms = new Float64Array(rows.rows * MAX_GROUP);
  const sum = new Float64Array(rows.columns);
  for (let i = 0; i < rows.rows; i++) {
    sum.fill(0);
    for (let k = 1; k <= MAX_GROUP && i + k <= rows.rows; k++) {
      const at = (i + k - 1) * rows.columns;
      let square = 0;
      for (let c = 0; c < rows.columns; c++) {
        const value = sum[c]! + rows.data[at + c]!;
        sum[c] = value;
        square += value * value;
      }
      norms[i * MAX_GROUP + k - 1] = Math.sqrt(square);
    }
  }
  return norms;
}

function checkPair(a: Matrix, b: Matrix): void {
  if (a.columns !== b.columns)
    throw new AlignError(
      'invalid-vectors',
      `Source vectors have ${a.columns} dimensions, rendering vectors ${b.columns}.`,
      'Embed both sides with the same model.',
    );
  for (const matrix of [a, b]) {
    if (matrix.data.length !== matrix.rows * matrix.columns)
      throw new AlignError(
        'invalid-vectors',
        `A matrix of ${matrix.rows} x ${matrix.columns} has ${matrix.data.length} values.`,
        'Give rows * columns values, row by row.',
      );
    for (const value of matrix.data)
      if (!Number.isFinite(value))
        throw new AlignError('invalid-vectors', `A vector holds ${value}.`, 'Every value must be a finite number.');
  }
}

function clamp(cosine: number): number {
  return cosine > 1 ? 1 : cosine < -1 ? -1 : cosine;
}
