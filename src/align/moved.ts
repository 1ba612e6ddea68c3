import type { Bead } from '../core/result.ts';
import type { BeadModel } from './bead-model.ts';
import type { Steps } from '../core/steps.ts';
import { MOVED_PENALTY } from './bead-weights.ts';
import { logistic } from '../core/logistic.ts';

/** Sentences a side that may move together; longer runs move one by one. */
const MOVED_SHAPES: readonly (readonly [k: number, l: number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
];

/** A pair of runs that lie in gaps on both sides, and what joining them gains. */
interface Join {
  i: number;
  k: number;
  j: number;
  l: number;
  gain: number;
}

/** Beads between two gaps that may be joined, at most: text does not move from chapter to chapter. */
const REACH = 250;

/**
 * Joins sentences that a monotone path had to leave in gaps on both sides because their text changed its place. A
 * join must gain more over the gaps that it replaces than `MOVED_PENALTY` and the log of the number of pairs tried, since
 * among many pairs some resemble each other by chance; the largest gain goes first, each sentence is joined once.
 * Joined beads are `moved`. O(g * h) for `g` and `h` gaps that lie within `REACH` beads; a step a gap.
 */
export function* rejoinMoved(beads: readonly Bead[], model: BeadModel): Steps<Bead[]> {
  const sourceGaps = gapsOf(beads, 'source');
  const renderingGaps = gapsOf(beads, 'rendering');
  const freeSource = new Set(sourceGaps.map(({ sentence }) => sentence));
  const freeRendering = new Set(renderingGaps.map(({ sentence }) => sentence));
  const crosses = crossingTest(beads, model.n);
  const joins: Join[] = [];
  const sourcesNear = gapsNear(renderingGaps, sourceGaps);
  const renderingsNear = gapsNear(sourceGaps, renderingGaps);
  for (const [x, { sentence: i }] of sourceGaps.entries()) {
    yield;
    const { first, last } = renderingsNear[x]!;
    for (let y = first; y < last; y++) {
      const j = renderingGaps[y]!.sentence;
      const tried = (last - first) * (sourcesNear[y]!.last - sourcesNear[y]!.first);
      const prior = MOVED_PENALTY + Math.log(Math.max(1, tried));
      for (const [k, l] of MOVED_SHAPES) {
        const gain = joinGain(model, freeSource, freeRendering, i, k, j, l) - prior;
        if (gain > 0 && crosses(i, j)) joins.push({ i, k, j, l, gain });
      }
    }
  }
  joins.sort((a, b) => b.gain - a.gain || a.i - b.i || a.j - b.j);
  const joined: Bead[] = [];
  for (const { i, k, j, l, gain } of joins) {
    const source = Array.from({ length: k }, (_, x) => i + x);
    const rendering = Array.from({ length: l }, (_, x) => j + x);
    if (!source.every((s) => freeSource.has(s)) || !rendering.every((r) => freeRendering.has(r))) continue;
    source.forEach((s) => freeSource.delete(s));
    rendering.forEach((r) => freeRendering.delete(r));
    const similarity = model.similarity.cosine(i, k, j, l);
    joined.push({ source, rendering, similarity, confidence: logistic(gain), cost: 0, moved: true });
  }
  if (joined.length === 0) return [...beads];
  const kept = beads.filter(
    (b) =>
      (b.source.length > 0 && b.rendering.length > 0) ||
      b.source.some((s) => freeSource.has(s)) ||
      b.rendering.some((r) => freeRendering.has(r)),
  );
  return insertBySource(kept, joined);
}

function joinGain(
  model: BeadModel,
  freeSource: ReadonlySet<number>,
  freeRendering: ReadonlySet<number>,
  i: number,
  k: number,
  j: number,
  l: number,
): number {
  const run = Math.max(0, model.weights['gap-run']);
  let gain = model.bead(i, k, j, l);
  for (let x = i; x < i + k; x++) {
    if (!freeSource.has(x)) return -Infinity;
    gain -= model.sourceGap(x) + run;
  }
  for (let y = j; y < j + l; y++) {
    if (!freeRendering.has(y)) return -Infinity;
    gain -= model.renderingGap(y) + run;
  }
  return gain;
}

/** A sentence without counterpart, and the index of its bead. */
interface FreeSentence {
  sentence: number;
  place: number;
}

function gapsOf(beads: readonly Bead[], side: 'source' | 'rendering'): FreeSentence[] {
  const other = side === 'source' ? 'rendering' : 'source';
  const gaps: FreeSentence[] = [];
  for (let place = 0; place < beads.length; place++)
    if (beads[place]![other].length === 0) for (const sentence of beads[place]![side]) gaps.push({ sentence, place });
  return gaps;
}

/** For each gap of one side the gaps of the other side within `REACH` beads, from `first` up to `last`; both in order. O(gaps). */
function gapsNear(gaps: readonly FreeSentence[], others: readonly FreeSentence[]) {
  let first = 0;
  let last = 0;
  return gaps.map(({ place }) => {
    while (first < others.length && others[first]!.place < place - REACH) first++;
    while (last < others.length && others[last]!.place <= place + REACH) last++;
    return { first, last };
  });
}

/**
 * Tells whether a bead that starts at `(i, j)` crosses one of these: text has moved only then; what fits in its place,
 * the path left apart. O(n + beads) once, O(1) a question.
 */
export function crossingTest(beads: readonly Bead[], n: number): (i: number, j: number) => boolean {
  // The last rendering sentence that starts a bead of an earlier source sentence, the first that starts one from `i` on.
  const lastBefore = new Int32Array(n + 1).fill(-1);
  const firstFrom = new Float64Array(n + 1).fill(Infinity);
  for (const { source, rendering } of beads) {
    if (source.length === 0 || rendering.length === 0) continue;
    const [s, r] = [source[0]!, rendering[0]!];
    lastBefore[s + 1] = Math.max(lastBefore[s + 1]!, r);
    firstFrom[s] = Math.min(firstFrom[s]!, r);
  }
  for (let i = 1; i <= n; i++) lastBefore[i] = Math.max(lastBefore[i]!, lastBefore[i - 1]!);
  for (let i = n - 1; i >= 0; i--) firstFrom[i] = Math.min(firstFrom[i]!, firstFrom[i + 1]!);
  return (i, j) => lastBefore[i]! >= j || firstFrom[i]! < j;
}

/** Puts each joined bead in front of the first bead whose source lies behind it. */
function insertBySource(beads: readonly Bead[], joined: readonly Bead[]): Bead[] {
  const waiting = [...joined].sort((a, b) => a.source[0]! - b.source[0]!);
  const out: Bead[] = [];
  let next = 0;
  for (const bead of beads) {
    while (next < waiting.length && bead.source.length > 0 && waiting[next]!.source[0]! < bead.source[0]!)
      out.push(waiting[next++]!);
    out.push(bead);
  }
  return [...out, ...waiting.slice(next)];
}
