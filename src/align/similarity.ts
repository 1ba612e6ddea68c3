import { AlignError } from '../core/errors.ts';
import { dotRows, rowsOf, type Matrix } from '../core/matrix.ts';
import { dotTables, fillRows, fillTable, type DotTable } from './dot-products.ts';
import { groupNorms, MAX_GROUP } from './group-norms.ts';
import { finish, type Steps } from '../core/steps.ts';

/** Similarity between runs of consecutive sentences, the only thing the aligner asks of the vectors. */
export interface GroupSimilarity {
  /** Number of source sentences. */
  readonly n: number;
  /** Number of rendering sentences. */
  readonly m: number;
  /** Cosine, -1 to 1, of source sentences `i .. i+k-1` and rendering sentences `j .. j+l-1`; `k` and `l` are 1 to 6. O(1) or one dot product. */
  cosine(i: number, k: number, j: number, l: number): number;
  /**
   * Writes `count` cosines to `out`, from `at` on: that of source sentences `i .. i+k-1` and rendering sentences `j .. j+l-1`,
   * and of runs as long that begin one sentence later each, on the side `along`. Present where that is quicker than one call
   * after the other, and with the same results.
   */
  writeCosines?(
    along: 'source' | 'rendering',
    i: number,
    k: number,
    j: number,
    l: number,
    count: number,
    out: Float64Array,
    at: number,
  ): void;
  /** For each sentence of both sides 1 where it says nearly the same as the one in front of it, else 0; absent where that is not known, as of long texts, of which parts alone are searched. */
  readonly twins?: Readonly<Record<'source' | 'rendering', Uint8Array>>;
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
    twins: { source: twinsByNorms(sourceNorms, n), rendering: twinsByNorms(renderingNorms, m) },
    cosine(i, k, j, l) {
      const top = i * width;
      const bottom = (i + k) * width;
      const dot = prefix[bottom + j + l]! - prefix[top + j + l]! - prefix[bottom + j]! + prefix[top + j]!;
      const norm = sourceNorms[i * MAX_GROUP + k - 1]! * renderingNorms[j * MAX_GROUP + l - 1]!;
      return norm > 0 ? clamp(dot / norm) : 0;
    },
    writeCosines(along, i, k, j, l, count, out, at) {
      const [down, right] = along === 'source' ? [1, 0] : [0, 1];
      let top = i * width + j;
      let x = i * MAX_GROUP + k - 1;
      let y = j * MAX_GROUP + l - 1;
      for (let end = at + count; at < end; at++) {
        const bottom = top + k * width;
        const dot = prefix[bottom + l]! - prefix[top + l]! - prefix[bottom]! + prefix[top]!;
        const norm = sourceNorms[x]! * renderingNorms[y]!;
        out[at] = norm > 0 ? clamp(dot / norm) : 0;
        top += down * width + right;
        x += down * MAX_GROUP;
        y += right * MAX_GROUP;
      }
    },
  };
}

/** Two sentences beside each other with this cosine are one in two versions, or a line and its copy. */
const LEAST_TWIN_COSINE = 0.9;

/** Which sentences are twins of those in front of them, by the norms of the two and of their sum. */
function twinsByNorms(norms: Float64Array, count: number): Uint8Array {
  return twinsBy(count, (i) => {
    const [a, b, both] = [norms[(i - 1) * MAX_GROUP]!, norms[i * MAX_GROUP]!, norms[(i - 1) * MAX_GROUP + 1]!];
    return a > 0 && b > 0 ? (both * both - a * a - b * b) / (2 * a * b) : 0;
  });
}

function twinsBy(count: number, cosineToLast: (i: number) => number): Uint8Array {
  const twins = new Uint8Array(count);
  for (let i = 1; i < count; i++) if (cosineToLast(i) >= LEAST_TWIN_COSINE) twins[i] = 1;
  return twins;
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
  const twinsOf = (rows: Matrix, count: number) => twinsBy(count, (i) => dotRows(rows, i - 1, rows, i));
  return {
    n,
    m,
    ...(singles ? { twins: { source: twinsOf(source[0]!, n), rendering: twinsOf(rendering[0]!, m) } } : {}),
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

/** One of the two texts. */
export type Side = 'source' | 'rendering';

/** What a similarity's `writeCosines` does, for those that have none too. */
export function writeCosines(
  similarity: GroupSimilarity,
  along: Side,
  i: number,
  k: number,
  j: number,
  l: number,
  count: number,
  out: Float64Array,
  at: number,
): void {
  if (similarity.writeCosines) similarity.writeCosines(along, i, k, j, l, count, out, at);
  else if (along === 'source') for (let x = 0; x < count; x++) out[at + x] = similarity.cosine(i + x, k, j, l);
  else for (let x = 0; x < count; x++) out[at + x] = similarity.cosine(i, k, j + x, l);
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
