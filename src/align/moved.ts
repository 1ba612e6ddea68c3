import type { Bead } from '../core/result.ts';
import type { BeadModel } from './bead-model.ts';
import { MOVED_PENALTY } from './bead-weights.ts';
import { logistic } from './logistic.ts';

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

/**
 * Joins sentences that a monotone path had to leave in gaps on both sides because their text changed its place. A
 * join must gain more over the gaps that it replaces than `MOVED_PENALTY` and the log of the number of pairs tried, since
 * among many pairs some resemble each other by chance; the largest gain goes first, each sentence is joined once.
 * Joined beads are `moved`. O(g * h) for `g` and `h` gaps.
 */
export function rejoinMoved(beads: readonly Bead[], model: BeadModel): Bead[] {
  const freeSource = new Set(beads.filter((b) => b.rendering.length === 0).flatMap((b) => b.source));
  const freeRendering = new Set(beads.filter((b) => b.source.length === 0).flatMap((b) => b.rendering));
  const prior = MOVED_PENALTY + Math.log(Math.max(1, freeSource.size * freeRendering.size));
  const paired = beads.filter((b) => b.source.length > 0 && b.rendering.length > 0);
  const joins: Join[] = [];
  for (const i of freeSource)
    for (const j of freeRendering)
      for (const [k, l] of MOVED_SHAPES) {
        const gain = joinGain(model, freeSource, freeRendering, i, k, j, l) - prior;
        if (gain > 0 && crosses(i, j, paired)) joins.push({ i, k, j, l, gain });
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

/** Whether a bead that starts at `(i, j)` crosses another: text has moved only then; what fits in its place, the path left apart. */
export function crosses(i: number, j: number, paired: readonly Bead[]): boolean {
  return paired.some(({ source, rendering }) => source[0]! < i !== rendering[0]! < j);
}

/** Puts each joined bead in front of the first bead whose source lies behind it. */
function insertBySource(beads: readonly Bead[], joined: readonly Bead[]): Bead[] {
  const waiting = [...joined].sort((a, b) => a.source[0]! - b.source[0]!);
  const out: Bead[] = [];
  for (const bead of beads) {
    while (waiting.length > 0 && bead.source.length > 0 && waiting[0]!.source[0]! < bead.source[0]!)
      out.push(waiting.shift()!);
    out.push(bead);
  }
  return [...out, ...waiting];
}
