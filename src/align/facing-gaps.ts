import { logistic } from '../core/logistic.ts';
import type { Bead } from '../core/result.ts';
import { visiting, type Steps } from '../core/steps.ts';
import { pairEvidence, type PairInput } from './doubtful-pairs.ts';

/**
 * Log odds of a pair between two gaps that face each other, before their words are asked: that a translator left out a sentence
 * and put another of his own in its place is rarer than that he rendered it freely. On planted cases, bench:planted, two
 * right pairs in 7,000 have words that say less for them, and one neighbour in seven words that say more.
 */
const FACING_ODDS = 3.5;
/** What their place makes of two gaps is no more certain than this. */
const MOST_BY_PLACE = 0.5;
/** Sentences on either side of a place where gaps face each other, at most: a longer passage was replaced, not rendered freely. */
const LONGEST = 3;
/** A sentence that is so much nearer to another is a second version of that one's counterpart. */
const FAR_BETTER = 0.4;
/** A text with more gaps than this, as a share of its sentences, is no translation sentence by sentence. */
const MOST_GAPS = 1 / 3;
/** Sentences with more pairs of words are tables. */
const MOST_WORD_PAIRS = 40_000;

/**
 * Joins gaps that face each other between two beads, in order, where their words do not speak against it too much: neither
 * has another place to go to. At the ends of a text, where lines stand that are no part of it,
 * only finished sentences are. Where several gaps face several the more is asked of each pair the more are tried. A pair is as sure as its
 * words alone make it, or half. O(words of such gaps squared); a step a bead.
 */
export function* facingGapSteps(beads: readonly Bead[], input: PairInput): Steps<Bead[]> {
  if (tooManyGaps(beads, 'source') || tooManyGaps(beads, 'rendering')) return [...beads];
  const out: Bead[] = [];
  let gaps: Bead[] = [];
  let before: Bead | undefined;
  const close = (after?: Bead) => {
    const around = [before, ...gaps.slice(0, 2 * LONGEST + 1), after].filter((bead) => bead !== undefined);
    const mayJoin = isInOrder(around) && ((before && after) || gaps.every((gap) => areFinished(gap, input)));
    for (const bead of mayJoin ? joinFacing(gaps, input) : gaps) out.push(bead);
    gaps = [];
  };
  yield* visiting(beads, (bead) => {
    if (isGap(bead)) {
      gaps.push(bead);
      return;
    }
    close(bead);
    out.push(bead);
    before = bead;
  });
  close();
  return out;
}

/** Whether the sentences of a gap are of the body and end with a mark. */
function areFinished(gap: Bead, input: PairInput): boolean {
  return (['source', 'rendering'] as const).every((side) => {
    const { text, sentences } = input[side].document;
    return gap[side].every((index) => {
      const { start, end, kind } = sentences[index]!;
      return kind === 'body' && FINISHED.test(text.slice(Math.max(start, end - 4), end));
    });
  });
}

const FINISHED = /[.!?…]["”“»’')\]]{0,3}$/;

/** Whether no two of the beads cross: what stands beside a passage that moved may belong elsewhere. */
function isInOrder(beads: readonly Bead[]): boolean {
  return (['source', 'rendering'] as const).every((side) => {
    const sentences = beads.flatMap((bead) => bead[side]);
    return sentences.every((sentence, x) => x === 0 || sentence > sentences[x - 1]!);
  });
}

function isGap({ source, rendering }: Bead): boolean {
  return source.length === 0 || rendering.length === 0;
}

function tooManyGaps(beads: readonly Bead[], side: 'source' | 'rendering'): boolean {
  let all = 0;
  let alone = 0;
  for (const bead of beads) {
    all += bead[side].length;
    if (isGap(bead)) alone += bead[side].length;
  }
  return alone > MOST_GAPS * all;
}

/** The gaps between two beads, as pairs where they face each other: the choice of pairs in order whose odds are highest in all. */
function joinFacing(gaps: readonly Bead[], input: PairInput): readonly Bead[] {
  if (gaps.length > 2 * LONGEST) return gaps;
  const own = gaps.filter(({ source }) => source.length > 0);
  const others = gaps.filter(({ source }) => source.length === 0);
  if (own.length === 0 || others.length === 0 || Math.max(own.length, others.length) > LONGEST) return gaps;
  const taken = bestPairs(own, others, input);
  if (taken.length === 0) return gaps;
  const out: Bead[] = [];
  let next = [0, 0];
  for (const { x, y, bead } of [...taken, { x: own.length, y: others.length, bead: undefined }]) {
    out.push(...own.slice(next[0], x), ...others.slice(next[1], y));
    if (bead) out.push(bead);
    next = [x + 1, y + 1];
  }
  return out;
}

/** A pair of gaps that becomes a bead: their places among those of their sides, and its log odds. */
interface Pair {
  x: number;
  y: number;
  odds: number;
  bead: Bead;
}

/** The pairs in order, none of which crosses another, with the highest sum of odds above 0; `best[x][y]` is of the first `x` and `y` gaps. */
function bestPairs(own: readonly Bead[], others: readonly Bead[], input: PairInput): Pair[] {
  const prior = FACING_ODDS - 2 * Math.log(own.length * others.length);
  const best: { sum: number; pairs: Pair[] }[][] = [];
  for (let x = 0; x <= own.length; x++) {
    best.push([]);
    for (let y = 0; y <= others.length; y++) {
      let found = { sum: 0, pairs: [] as Pair[] };
      if (x > 0) found = best[x - 1]![y]!;
      if (y > 0 && best[x]![y - 1]!.sum > found.sum) found = best[x]![y - 1]!;
      if (x > 0 && y > 0) {
        const pair = pairOf(own[x - 1]!, others[y - 1]!, { x: x - 1, y: y - 1, prior }, input);
        const before = best[x - 1]![y - 1]!;
        if (pair.odds > 0 && before.sum + pair.odds > found.sum)
          found = { sum: before.sum + pair.odds, pairs: [...before.pairs, pair] };
      }
      best[x]!.push(found);
    }
  }
  return best[own.length]![others.length]!.pairs;
}

function pairOf(
  { source }: Bead,
  { rendering }: Bead,
  { x, y, prior }: Pick<Pair, 'x' | 'y'> & { prior: number },
  input: PairInput,
): Pair {
  const [i, j] = [source[0]!, rendering[0]!];
  const similarity = input.similarity.cosine(i, 1, j, 1);
  const bead = { source, rendering, similarity, confidence: 1, cost: 0 };
  const elsewhere = Math.max(input.hubs.sourceBest[i]!, input.hubs.renderingBest[j]!);
  const isTable = input.source.rows[i]!.length * input.rendering.rows[j]!.length > MOST_WORD_PAIRS;
  const evidence = isTable || elsewhere - similarity > FAR_BETTER ? -Infinity : pairEvidence(bead, input);
  const odds = evidence + prior;
  const confidence = Math.max(logistic(evidence), Math.min(MOST_BY_PLACE, logistic(odds)));
  return { x, y, odds, bead: { ...bead, confidence } };
}
