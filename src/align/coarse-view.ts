import { dotRows, zeros, type Matrix } from '../core/matrix.ts';
import type { LongAccess } from './similarity.ts';
import type { Steps } from '../core/steps.ts';

/**
 * Two texts seen as blocks of 1, 2, 4 ... sentences. A block's vector is the sum of its sentences' unit rows, less the
 * mean row of their side: what all of a text has in common would make every two long blocks alike.
 */
export interface CoarseView {
  /** Number of source blocks. */
  readonly n: number;
  /** Number of rendering blocks. */
  readonly m: number;
  /** How far source block `i` and rendering block `j` stand out from any two blocks: standard deviations of their cosine. */
  contrast(i: number, j: number): number;
  /** The same texts in blocks twice as large. */
  coarser(): Steps<CoarseView>;
}

/** The rows of one side of a view, and what turns a dot product into a cosine of centred rows. */
interface Side {
  readonly rows: Matrix;
  /** 1 / length of each row. */
  readonly scale: Float64Array;
  /** Dot product of the unit row with the mean row of the other side; 0 where the rows are centred. */
  readonly shift: Float64Array;
  /** 1 / length of each unit row less its side's mean. */
  readonly rescale: Float64Array;
  /** The mean of the unit rows; absent where the rows are centred. */
  readonly mean?: Float64Array;
}

/** The view of single sentences. O((n + m) * d) time, O(n + m) memory and `MOST_COLUMNS` values a sentence where `d` is more. */
export function* sentenceView(access: LongAccess): Steps<CoarseView> {
  const [source, rendering] = [yield* folded(access.source), yield* folded(access.rendering)];
  const means = [yield* meanOfUnits(source), yield* meanOfUnits(rendering)] as const;
  const a = yield* sentenceSide(source, means[0], means[1]);
  const b = yield* sentenceSide(rendering, means[1], means[0]);
  return viewOf(a, b, dot(means[0], means[1]));
}

const ROWS_A_STEP = 1024;

/** Longer rows are folded to so many columns: a path needs no exact cosines. */
const MOST_COLUMNS = 256;

/**
 * Rows with every column added to one of `MOST_COLUMNS` with a sign of its own (count sketch: Charikar, Chen and
 * Farach-Colton 2002): cosines keep their mean, with a standard deviation of at most 1 / sqrt(`MOST_COLUMNS`) = .06.
 */
function* folded(matrix: Matrix): Steps<Matrix> {
  const { rows, columns, data } = matrix;
  if (columns <= MOST_COLUMNS) return matrix;
  const out = zeros(rows, MOST_COLUMNS);
  const signs = Int8Array.from({ length: columns }, (_, c) => (Math.imul(c + 1, 0x9e3779b1) < 0 ? -1 : 1));
  for (let i = 0; i < rows; i++) {
    if (i % ROWS_A_STEP === 0) yield;
    for (let c = 0, at = i * columns; c < columns; c++, at++)
      out.data[i * MOST_COLUMNS + (c % MOST_COLUMNS)]! += signs[c]! * data[at]!;
  }
  return out;
}

function viewOf(a: Side, b: Side, shift: number): CoarseView {
  const n = a.rows.rows;
  const m = b.rows.rows;
  const cosine = (i: number, j: number) =>
    (dotRows(a.rows, i, b.rows, j) * a.scale[i]! * b.scale[j]! - a.shift[i]! - b.shift[j]! + shift) *
    a.rescale[i]! *
    b.rescale[j]!;
  const { middle, spread } = background(n, m, cosine);
  return {
    n,
    m,
    contrast: (i, j) => (cosine(i, j) - middle) / spread,
    *coarser() {
      return viewOf(yield* blockSide(a), yield* blockSide(b), 0);
    },
  };
}

function* meanOfUnits(rows: Matrix): Steps<Float64Array> {
  const { rows: count, columns, data } = rows;
  const mean = new Float64Array(columns);
  for (let i = 0; i < count; i++) {
    if (i % ROWS_A_STEP === 0) yield;
    const scale = inverse(Math.sqrt(dotRows(rows, i, rows, i))) / count;
    for (let c = 0, at = i * columns; c < columns; c++, at++) mean[c]! += data[at]! * scale;
  }
  return mean;
}

function* sentenceSide(rows: Matrix, mean: Float64Array, otherMean: Float64Array): Steps<Side> {
  const { rows: count, columns, data } = rows;
  const side = {
    rows,
    scale: new Float64Array(count),
    shift: new Float64Array(count),
    rescale: new Float64Array(count),
    mean,
  };
  for (let i = 0; i < count; i++) {
    if (i % ROWS_A_STEP === 0) yield;
    const scale = inverse(Math.sqrt(dotRows(rows, i, rows, i)));
    let shift = 0;
    let square = 0;
    for (let c = 0, at = i * columns; c < columns; c++, at++) {
      const value = data[at]! * scale;
      shift += value * otherMean[c]!;
      square += (value - mean[c]!) ** 2;
    }
    side.scale[i] = scale;
    side.shift[i] = shift;
    side.rescale[i] = inverse(Math.sqrt(square));
  }
  return side;
}

/** Pairs of blocks as one; a last block without a partner stays by itself. */
function* blockSide({ rows, scale, mean }: Side): Steps<Side> {
  const { columns, data } = rows;
  const count = Math.ceil(rows.rows / 2);
  const sums = zeros(count, columns);
  for (let i = 0; i < rows.rows; i++) {
    if (i % ROWS_A_STEP === 0) yield;
    const to = (i >> 1) * columns;
    // Rows of blocks are sums already; only sentences are brought to one length and centred.
    const by = mean ? scale[i]! : 1;
    for (let c = 0, at = i * columns; c < columns; c++, at++)
      sums.data[to + c]! += data[at]! * by - (mean ? mean[c]! : 0);
  }
  const lengths = Float64Array.from({ length: count }, (_, i) => inverse(Math.sqrt(dotRows(sums, i, sums, i))));
  return { rows: sums, scale: lengths, shift: new Float64Array(count), rescale: new Float64Array(count).fill(1) };
}

const SAMPLES = 4096;

/**
 * Median and spread of the cosines of any two blocks, from an even sample. The spread is that of the lower half, which
 * blocks that answer to each other do not reach.
 */
function background(
  n: number,
  m: number,
  cosine: (i: number, j: number) => number,
): { middle: number; spread: number } {
  const values = new Float64Array(Math.min(SAMPLES, n * m));
  // Steps of the golden ratio reach all of a range evenly; two of them that have nothing in common reach all pairs.
  for (let s = 0; s < values.length; s++)
    values[s] = cosine(Math.floor(((s * GOLDEN) % 1) * n), Math.floor(((s * SILVER) % 1) * m));
  values.sort();
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? 0;
  const middle = at(0.5);
  return { middle, spread: Math.max(1e-6, middle - at(0.16)) };
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const SILVER = Math.SQRT2 - 1;

function inverse(length: number): number {
  return length > 0 ? 1 / length : 0;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += a[c]! * b[c]!;
  return sum;
}
