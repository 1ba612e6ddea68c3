import { AlignError } from '../core/errors.ts';
import { dotRows, rowsOf, type Matrix } from '../core/matrix.ts';
import { dotTables, fillRows, fillTable, type DotTable } from './dot-products.ts';
import { groupNorms, MAX_GROUP } from './group-norms.ts';
import type { Piece } from './pieces.ts';
import { finish, type Steps } from '../core/steps.ts';

/** Similarity between runs of consecutive sentences, the only thing the aligner asks of the vectors. */
export interface GroupSimilarity {
  /** Number of source sentences. */
  readonly n: number;
  /** Number of rendering sentences. */
  readonly m: number;
  /** Cosine, -1 to 1, of source sentences `i .. i+k-1` and rendering sentences `j .. j+l-1`; `k` and `l` are 1 to 6. O(1) or one dot product. */
  cosine(i: number, k: number, j: number, l: number): number;
  /** Set where every cosine of longer runs is a dot product of its own: hubness then looks at likely neighbours alone. */
  readonly costly?: true;
  /** What the search through long texts needs; present where the texts are too long for the exact search. */
  readonly long?: LongAccess;
}

/** Parts of a similarity of long texts. */
export interface LongAccess {
  /** A row for each source sentence. */
  readonly source: Matrix;
  /** A row for each rendering sentence. */
  readonly rendering: Matrix;
  /** The similarity of `n` source sentences from `i` on and `m` rendering sentences from `j` on, counted from there. */
  stretch(i: number, n: number, j: number, m: number): GroupSimilarity;
}

/**
 * Texts with more pairs of sentences than this are searched coarse to fine. 500 sentences a side: an article has 20 to
 * 100, and the exact search takes about a second for so many (bench/scale.md).
 */
export const EXACT_CELLS = 250_000;

/**
 * Similarity from the unnormalized rows of an additive embedder, where the vector of a run is the sum of its
 * sentences' rows. O(n * m * d) once and O(1) a cosine; beyond `EXACT_CELLS` pairs O((n + m) * d) once and O(k * l * d) a
 * cosine.
 *
 * @throws AlignError `invalid-vectors` where shapes differ or a value is not finite.
 */
export function additiveSimilarity(source: Matrix, rendering: Matrix): GroupSimilarity {
  return finish(additiveSimilaritySteps(source, rendering));
}

/** What `additiveSimilarity` does, in steps: one for some rows of dot products. */
export function* additiveSimilaritySteps(source: Matrix, rendering: Matrix): Steps<GroupSimilarity> {
  checkColumns(source, rendering);
  yield* checkingRows(source);
  yield* checkingRows(rendering);
  if (source.rows * rendering.rows > EXACT_CELLS) return yield* longAdditiveSteps(source, rendering);
  const sourceNorms = yield* groupNorms(source);
  const renderingNorms = yield* groupNorms(rendering);
  const dots = dotTables(source, rendering)(0, source.rows, 0, rendering.rows);
  for (let i = 0; i < dots.n; i += ROWS_A_STEP) {
    yield;
    fillRows(dots, i, Math.min(dots.n, i + ROWS_A_STEP));
  }
  return tableOf(dots, sourceNorms, renderingNorms);
}

/** Rows of dot products that are computed between two pauses; even, since they are computed two by two. */
const ROWS_A_STEP = 8;

/** Dot products of runs by two-dimensional prefix sums of one `n * m` table, so that every window costs O(1). */
function tableOf(dots: DotTable, sourceNorms: Float64Array, renderingNorms: Float64Array): GroupSimilarity {
  fillTable(dots);
  const { n, m, values } = dots;
  const width = m + 1;
  const prefix = new Float64Array((n + 1) * width);
  for (let i = 0; i < n; i++) {
    let rowSum = 0;
    const above = i * width + 1;
    const here = above + width;
    for (let j = 0; j < m; j++) {
      rowSum += values[i * m + j]!;
      prefix[here + j] = prefix[above + j]! + rowSum;
    }
  }
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

/** `additiveSimilarity` without the table, which is made for stretches alone; the rows have been checked. */
export function longAdditiveSimilarity(source: Matrix, rendering: Matrix): GroupSimilarity & { long: LongAccess } {
  return finish(longAdditiveSteps(source, rendering));
}

function* longAdditiveSteps(source: Matrix, rendering: Matrix): Steps<GroupSimilarity & { long: LongAccess }> {
  const sourceNorms = yield* groupNorms(source);
  const renderingNorms = yield* groupNorms(rendering);
  const tables = dotTables(source, rendering);
  const norms = (of: Float64Array, first: number, count: number) =>
    of.subarray(first * MAX_GROUP, (first + count) * MAX_GROUP);
  return {
    n: source.rows,
    m: rendering.rows,
    cosine(i, k, j, l) {
      let dot = 0;
      for (let x = i; x < i + k; x++) for (let y = j; y < j + l; y++) dot += dotRows(source, x, rendering, y);
      const norm = sourceNorms[i * MAX_GROUP + k - 1]! * renderingNorms[j * MAX_GROUP + l - 1]!;
      return norm > 0 ? clamp(dot / norm) : 0;
    },
    long: {
      source,
      rendering,
      stretch: (i, n, j, m) => tableOf(tables(i, n, j, m), norms(sourceNorms, i, n), norms(renderingNorms, j, m)),
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
  return finish(windowSimilaritySteps(source, rendering));
}

/** What `windowSimilarity` does, in steps: one for some rows that are checked. */
export function* windowSimilaritySteps(
  source: readonly Matrix[],
  rendering: readonly Matrix[],
): Steps<GroupSimilarity> {
  const n = source[0]?.rows ?? 0;
  const m = rendering[0]?.rows ?? 0;
  for (const windows of [source, rendering])
    for (const [index, rows] of windows.entries()) {
      const expected = Math.max(0, windows[0]!.rows - index);
      yield* checkingRows(rows);
      if (rows.columns !== windows[0]!.columns)
        throw new AlignError(
          'invalid-vectors',
          `Windows of ${index + 1} sentences have ${rows.columns} dimensions, those of one ${windows[0]!.columns}.`,
          'Embed all of a side with the same model.',
        );
      if (rows.rows !== expected)
        throw new AlignError(
          'invalid-vectors',
          `Windows of ${index + 1} sentences have ${rows.rows} rows, expected ${expected}.`,
          'Give a row for each run of k consecutive sentences, in order.',
        );
    }
  if (source[0] && rendering[0]) checkColumns(source[0], rendering[0]);
  if (n * m > EXACT_CELLS) return { ...windowsOf(source, rendering, n, m), long: longWindows(source, rendering) };
  const singles = n * m > 0 ? dotTables(source[0]!, rendering[0]!)(0, n, 0, m) : undefined;
  return windowsOf(source, rendering, n, m, singles);
}

/** `singles` holds what has been computed of the cosines of single sentences, which are asked for again and again. */
function windowsOf(
  source: readonly Matrix[],
  rendering: readonly Matrix[],
  n: number,
  m: number,
  singles?: DotTable,
): GroupSimilarity {
  return {
    n,
    m,
    costly: true,
    cosine(i, k, j, l) {
      if (k === 1 && l === 1 && singles) {
        const { values } = singles;
        const at = i * m + j;
        if (Number.isNaN(values[at])) singles.fill(i, j);
        return clamp(values[at]!);
      }
      const a = source[k - 1];
      const b = rendering[l - 1];
      return a && b ? clamp(dotRows(a, i, b, j)) : -1;
    },
  };
}

function longWindows(source: readonly Matrix[], rendering: readonly Matrix[]): LongAccess {
  const part = (windows: readonly Matrix[], first: number, count: number) =>
    windows.map((rows, index) => rowsOf(rows, first, Math.max(0, Math.min(count - index, rows.rows - first))));
  const tables = dotTables(source[0]!, rendering[0]!);
  return {
    source: source[0]!,
    rendering: rendering[0]!,
    stretch: (i, n, j, m) => windowsOf(part(source, i, n), part(rendering, j, m), n, m, tables(i, n, j, m)),
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

/** Of a run whose cosines are costly, so many sentences of the other side are looked at: the nearest to its sentences, summed. */
const CANDIDATES = 4;

/**
 * Hubness of every run of up to `MAX_GROUP` sentences against the other side's single sentences; of the sentences of
 * `part` alone, counted from its start, where that is given: a run that would leave the part has the hubness of what
 * lies in it. O(n * m).
 */
export function hubness(similarity: GroupSimilarity, part?: Piece): Hubness {
  return finish(hubnessSteps(similarity, part));
}

/** What `hubness` does, in steps: one a sentence. */
export function* hubnessSteps(
  similarity: GroupSimilarity,
  part: Piece = { i: 0, n: similarity.n, j: 0, m: similarity.m },
): Steps<Hubness> {
  const source = yield* sideHubness(similarity, 'source', part.i, part.n);
  const rendering = yield* sideHubness(similarity, 'rendering', part.j, part.m);
  return { source: source.runs, rendering: rendering.runs, sourceBest: source.best, renderingBest: rendering.best };
}

/** Cosine of a run of a side with a sentence of the other. */
function runCosine(similarity: GroupSimilarity, side: 'source' | 'rendering', i: number, k: number, j: number): number {
  return side === 'source' ? similarity.cosine(i, k, j, 1) : similarity.cosine(j, 1, i, k);
}

function* sideHubness(
  similarity: GroupSimilarity,
  side: 'source' | 'rendering',
  first: number,
  count: number,
): Steps<{ runs: Float64Array; best: Float64Array }> {
  const others = side === 'source' ? similarity.m : similarity.n;
  const runs = new Float64Array(count * MAX_GROUP);
  const best = new Float64Array(count);
  const top = new Float64Array(HUB_RANKS);
  const sums = new Float64Array(others);
  const likely = new Int32Array(Math.min(CANDIDATES, others));
  for (let i = 0; i < count; i++) {
    yield;
    const longest = Math.min(MAX_GROUP, count - i);
    sums.fill(0);
    for (let k = 1; k <= longest; k++) {
      insertHighest(similarity, side, first + i, k, top, sums, likely);
      runs[i * MAX_GROUP + k - 1] = meanOfTop(top, others);
      if (k === 1) best[i] = others > 0 ? top[0]! : 0;
    }
    runs.fill(runs[i * MAX_GROUP + longest - 1]!, i * MAX_GROUP + longest, (i + 1) * MAX_GROUP);
  }
  return { runs, best };
}

/**
 * Writes the highest cosines of the run of `k` sentences from `i` on into `top`. `sums` holds those of its single sentences
 * up to `k - 1`, and `k` after the call, where longer runs are costly; `likely` is room for candidates.
 */
function insertHighest(
  similarity: GroupSimilarity,
  side: 'source' | 'rendering',
  i: number,
  k: number,
  top: Float64Array,
  sums: Float64Array,
  likely: Int32Array,
): void {
  const others = sums.length;
  top.fill(-1);
  if (similarity.costly) {
    for (let j = 0; j < others; j++) sums[j]! += runCosine(similarity, side, i + k - 1, 1, j);
    if (k > 1) {
      highest(sums, likely);
      for (const j of likely) insert(top, runCosine(similarity, side, i, k, j));
      return;
    }
  }
  for (let j = 0; j < others; j++) insert(top, runCosine(similarity, side, i, k, j));
}

function meanOfTop(top: Float64Array, others: number): number {
  let sum = 0;
  for (let r = 0; r < HUB_RANKS; r++) sum += r < others ? top[r]! : MISSING_RANK;
  return sum / HUB_RANKS;
}

/** Writes the indices of the highest values, as many as `indices` holds; of equal ones the first. */
function highest(values: Float64Array, indices: Int32Array): void {
  let held = 0;
  for (let j = 0; j < values.length; j++) {
    if (held < indices.length) held++;
    else if (!(values[j]! > values[indices[held - 1]!]!)) continue;
    let at = held - 1;
    while (at > 0 && values[indices[at - 1]!]! < values[j]!) {
      indices[at] = indices[at - 1]!;
      at--;
    }
    indices[at] = j;
  }
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

function checkColumns(a: Matrix, b: Matrix): void {
  if (a.columns === b.columns) return;
  throw new AlignError(
    'invalid-vectors',
    `Source vectors have ${a.columns} dimensions, rendering vectors ${b.columns}.`,
    'Embed both sides with the same model.',
  );
}

function* checkingRows({ rows, columns, data }: Matrix): Steps<void> {
  if (data.length !== rows * columns)
    throw new AlignError(
      'invalid-vectors',
      `A matrix of ${rows} x ${columns} has ${data.length} values.`,
      'Give rows * columns values, row by row.',
    );
  for (let at = 0; at < data.length; at += VALUES_A_STEP) {
    if (at > 0) yield;
    const part = data.subarray(at, at + VALUES_A_STEP);
    if (areFinite(part)) continue;
    const found = part.find((value) => !Number.isFinite(value));
    throw new AlignError('invalid-vectors', `A vector holds ${found}.`, 'Every value must be a finite number.');
  }
}

/** Values that are looked at in one step: hardly a millisecond of work. */
const VALUES_A_STEP = 262_144;

/** The bits of the exponent of a float: all are set in an infinity and in NaN. */
const EXPONENT = 0x7f800000;

/** Whether all values are finite. Their bits are read as integers, in half the time: vectors are millions of values. */
function areFinite({ buffer, byteOffset, length }: Float32Array): boolean {
  const bits = new Int32Array(buffer, byteOffset, length);
  for (let at = 0; at < length; at++) if ((bits[at]! & EXPONENT) === EXPONENT) return false;
  return true;
}

function clamp(cosine: number): number {
  return cosine > 1 ? 1 : cosine < -1 ? -1 : cosine;
}
