import { finish, type Steps } from '../core/steps.ts';
import { MAX_GROUP } from './group-norms.ts';
import type { Piece } from './pieces.ts';
import { writeCosines, type GroupSimilarity, type Side } from './similarity.ts';

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
function runCosine(similarity: GroupSimilarity, side: Side, i: number, k: number, j: number): number {
  return side === 'source' ? similarity.cosine(i, k, j, 1) : similarity.cosine(j, 1, i, k);
}

/** Writes the cosines of a run of a side with all sentences of the other. */
function writeRunCosines(similarity: GroupSimilarity, side: Side, i: number, k: number, out: Float64Array): void {
  if (side === 'source') writeCosines(similarity, 'rendering', i, k, 0, 1, out.length, out, 0);
  else writeCosines(similarity, 'source', 0, 1, i, k, out.length, out, 0);
}

function* sideHubness(
  similarity: GroupSimilarity,
  side: Side,
  first: number,
  count: number,
): Steps<{ runs: Float64Array; best: Float64Array }> {
  const others = side === 'source' ? similarity.m : similarity.n;
  const runs = new Float64Array(count * MAX_GROUP);
  const best = new Float64Array(count);
  const top = new Float64Array(HUB_RANKS);
  const cosines = new Float64Array(others);
  const sums = new Float64Array(others);
  const likely = new Int32Array(Math.min(CANDIDATES, others));
  for (let i = 0; i < count; i++) {
    yield;
    const longest = Math.min(MAX_GROUP, count - i);
    sums.fill(0);
    for (let k = 1; k <= longest; k++) {
      const inserted = insertHighest(similarity, side, first + i, k, top, cosines, sums, likely);
      runs[i * MAX_GROUP + k - 1] = meanOfTop(top, inserted);
      if (k === 1) best[i] = others > 0 ? top[0]! : 0;
    }
    runs.fill(runs[i * MAX_GROUP + longest - 1]!, i * MAX_GROUP + longest, (i + 1) * MAX_GROUP);
  }
  return { runs, best };
}

/**
 * Writes the highest cosines of the run of `k` sentences from `i` on into `top`, and returns how many it looked at. Sentences beside
 * each other that say the same count as one, since none of them takes the other's counterpart away. `sums` holds the cosines of the run's
 * single sentences up to `k - 1`, and `k` after the call, where longer runs are costly; `cosines` and `likely` are room for cosines and
 * candidates.
 */
function insertHighest(
  similarity: GroupSimilarity,
  side: Side,
  i: number,
  k: number,
  top: Float64Array,
  cosines: Float64Array,
  sums: Float64Array,
  likely: Int32Array,
): number {
  top.fill(-1);
  const twins = similarity.twins?.[side === 'source' ? 'rendering' : 'source'];
  if (similarity.costly) {
    writeRunCosines(similarity, side, i + k - 1, 1, cosines);
    for (let j = 0; j < sums.length; j++) sums[j]! += cosines[j]!;
    if (k > 1) {
      const held = highest(sums, twins, likely);
      for (let x = 0; x < held; x++) insert(top, runCosine(similarity, side, i, k, likely[x]!));
      return held;
    }
  }
  writeRunCosines(similarity, side, i, k, cosines);
  let inserted = 0;
  for (let j = 0; j < cosines.length; inserted++) {
    let most = cosines[j++]!;
    while (twins?.[j] === 1) most = Math.max(most, cosines[j++]!);
    insert(top, most);
  }
  return inserted;
}

/** The mean of the highest of `count` cosines. */
function meanOfTop(top: Float64Array, count: number): number {
  let sum = 0;
  for (let r = 0; r < HUB_RANKS; r++) sum += r < count ? top[r]! : MISSING_RANK;
  return sum / HUB_RANKS;
}

/** Writes the indices of the highest values, one of each group of twins, and returns how many; of equal ones the first. */
function highest(values: Float64Array, twins: Uint8Array | undefined, indices: Int32Array): number {
  let held = 0;
  for (let next = 0; next < values.length;) {
    let j = next++;
    while (twins?.[next] === 1) {
      if (values[next]! > values[j]!) j = next;
      next++;
    }
    if (held < indices.length) held++;
    else if (!(values[j]! > values[indices[held - 1]!]!)) continue;
    let at = held - 1;
    while (at > 0 && values[indices[at - 1]!]! < values[j]!) {
      indices[at] = indices[at - 1]!;
      at--;
    }
    indices[at] = j;
  }
  return held;
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
