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
  const likeness = new Float64Array(height * m);
  const sources = new Float64Array(height);
  sources.set(source);
  for (let i = 0, at = 0; i < n; i++)
    for (let j = 0; j < m; j++, at++) {
      if (source[i] === 0 || rendering[j] === 0) continue;
      const apart = Math.abs((i + 0.5) / n - (j + 0.5) / m);
      likeness[at] = Math.exp((cosines[at]! - NEUTRAL - DISTANCE * apart) / TEMPERATURE);
    }
  const rows = new Float64Array(height);
  const columns = new Float64Array(m).fill(1);
  const received = new Float64Array(m);
  for (let round = 0; round < ROUNDS; round++) {
    received.fill(0);
    for (let i = 0; i < n; i += 4) shareFour(likeness, sources, i, rows, columns, received);
    for (let j = 0; j < m; j++) columns[j] = rendering[j]! / (1 + received[j]!);
  }
  const out = { source: new Float64Array(n), rendering: new Float64Array(m) };
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      const sent = rows[i]! * likeness[i * m + j]! * columns[j]!;
      out.source[i]! += sent;
      out.rendering[j]! += sent;
    }
  toShares(out.source, source);
  toShares(out.rendering, rendering);
  return out;
}

/** Scales the rows `i` to `i + 3` so that each sends what it has, and adds what the columns receive from them. */
function shareFour(
  likeness: Float64Array,
  source: Float64Array,
  i: number,
  rows: Float64Array,
  columns: Float64Array,
  received: Float64Array,
): void {
  const m = columns.length;
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
