import { Scratch } from '../core/scratch.ts';
import { TransportKernel } from './transport-kernel.ts';

/**
 * A cosine at which a word is as likely to have no counterpart as this one, and how fast that changes with it; by how
 * much words at opposite ends of their sides are less alike. Measured with bench/fit-coverage.ts and bench/word-level.ts;
 * half or double of each does worse.
 */
const NEUTRAL = 0.32;
const TEMPERATURE = 0.08;
const DISTANCE = 0.12;
/** The shares change by less than a hundredth after so many rounds. */
const ROUNDS = 20;

/**
 * What share of each word's weight finds a counterpart when the words of two sides share each other out: every word of
 * one side spreads its weight over those of the other, and over none, in proportion to how alike they are, and takes no
 * more than its own weight. A word whose only likeness is another word's true counterpart so comes away empty.
 * Unbalanced transport with an entropy term, solved by Sinkhorn's scaling (Cuturi 2013, "Sinkhorn distances", with one
 * more column and row of unbounded capacity for no counterpart).
 *
 * @param cosines `[source, rendering]`, row-major
 * @param source weights of the source's words, 0 for a word without vector; `rendering` likewise
 */
export function transportedShares(
  cosines: Float64Array,
  source: Float64Array,
  rendering: Float64Array,
): { source: Float64Array; rendering: Float64Array } {
  const n = source.length;
  const m = rendering.length;
  // Four rows at a time, each sum by itself, so that none waits for another; rows of zeros fill the last four.
  const height = (n + 3) & ~3;
  const likeness = scratch.likeness.take(height * m).fill(0, n * m, height * m);
  const sources = scratch.sources.take(height).fill(0, n, height);
  for (let i = 0; i < n; i++) sources[i] = source[i]!;
  const columns = scratch.columns.take(m);
  for (let j = 0; j < m; j++) columns[j] = (j + 0.5) / m;
  for (let i = 0, at = 0; i < n; i++) {
    const place = (i + 0.5) / n;
    for (let j = 0; j < m; j++, at++) {
      const apart = Math.abs(place - columns[j]!);
      likeness[at] =
        source[i] === 0 || rendering[j] === 0 ? 0 : Math.exp((cosines[at]! - NEUTRAL - DISTANCE * apart) / TEMPERATURE);
    }
  }
  const rows = scratch.rows.take(height);
  if (kernel === undefined) kernel = TransportKernel.make() ?? null;
  if (kernel?.takes(height, m)) kernel.scale(likeness, height, m, sources, rendering, rows, columns, ROUNDS);
  else scalePlainly(likeness, height, m, sources, rendering, rows, columns);
  const out = { source: new Float64Array(n), rendering: new Float64Array(m) };
  for (let i = 0, at = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < m; j++, at++) {
      const sent = rows[i]! * likeness[at]! * columns[j]!;
      sum += sent;
      out.rendering[j]! += sent;
    }
    out.source[i] = sum;
  }
  toShares(out.source, source);
  toShares(out.rendering, rendering);
  return out;
}

/** Made when it is first asked for; null where there is none. */
let kernel: TransportKernel | null | undefined;

/** What the kernel does, without WebAssembly. */
function scalePlainly(
  likeness: Float64Array,
  height: number,
  m: number,
  sources: Float64Array,
  rendering: Float64Array,
  rows: Float64Array,
  columns: Float64Array,
): void {
  const received = scratch.received.take(m);
  columns.fill(1, 0, m);
  for (let round = 0; round < ROUNDS; round++) {
    received.fill(0, 0, m);
    for (let i = 0; i < height; i += 4) shareFour(likeness, sources, i, m, rows, columns, received);
    for (let j = 0; j < m; j++) columns[j] = rendering[j]! / (1 + received[j]!);
  }
}

const scratch = {
  likeness: new Scratch(),
  sources: new Scratch(),
  rows: new Scratch(),
  columns: new Scratch(),
  received: new Scratch(),
};

/** Scales the rows `i` to `i + 3` so that each sends what it has, and adds what the `m` columns receive from them. */
function shareFour(
  likeness: Float64Array,
  source: Float64Array,
  i: number,
  m: number,
  rows: Float64Array,
  columns: Float64Array,
  received: Float64Array,
): void {
  const first = i * m;
  const second = first + m;
  const third = second + m;
  const fourth = third + m;
  let s0 = 1;
  let s1 = 1;
  let s2 = 1;
  let s3 = 1;
  for (let j = 0; j < m; j++) {
    const column = columns[j]!;
    s0 += likeness[first + j]! * column;
    s1 += likeness[second + j]! * column;
    s2 += likeness[third + j]! * column;
    s3 += likeness[fourth + j]! * column;
  }
  const r0 = (rows[i] = source[i]! / s0);
  const r1 = (rows[i + 1] = source[i + 1]! / s1);
  const r2 = (rows[i + 2] = source[i + 2]! / s2);
  const r3 = (rows[i + 3] = source[i + 3]! / s3);
  for (let j = 0; j < m; j++)
    received[j] =
      received[j]! +
      likeness[first + j]! * r0 +
      likeness[second + j]! * r1 +
      likeness[third + j]! * r2 +
      likeness[fourth + j]! * r3;
}

/** Turns the weight that each word sent into its share of all its weight, in place. */
function toShares(sent: Float64Array, weights: Float64Array): void {
  for (let w = 0; w < sent.length; w++) sent[w] = weights[w]! > 0 ? Math.min(1, sent[w]! / weights[w]!) : 0;
}
