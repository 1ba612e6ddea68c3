import type { Bead } from '../core/result.ts';
import type { SideWords } from '../embed/side-words.ts';
import { beadCoverage, coveredShare, coveredWeight, totalWeight } from './coverage.ts';
import { MAX_GROUP } from './group-norms.ts';
import { type GroupSimilarity } from './similarity.ts';
import { finish, type Steps } from '../core/steps.ts';
import { lengthExcess } from './length-ratio.ts';
import { logistic, logOdds } from '../core/logistic.ts';
import { LOOSE_END_WEIGHTS } from './loose-end-weights.ts';
import { isUnmarkedBorder } from '../text/unmarked-border.ts';

/** A sentence at an edge of a bead of several, with what speaks for its having no counterpart there. */
export interface LooseEnd {
  side: 'source' | 'rendering';
  /** Index of the sentence. */
  sentence: number;
  signals: number[];
}

/** What the check needs of the two texts. */
export interface LooseEndInput {
  similarity: GroupSimilarity;
  /** Characters of the rendering for one of the source. */
  lengthRatio: number;
  source: SideWords;
  rendering: SideWords;
}

/**
 * Takes sentences out of beads of several whose own words have no counterpart there: vectors of a whole text drift
 * towards its topic, so that a neighbour may raise the cosine of a bead without being translated in it. Words tell
 * better, and here few need to be compared. A sentence taken out is a gap. O(words of such beads squared).
 */
export function dropLooseEnds(beads: readonly Bead[], input: LooseEndInput): Bead[] {
  const out: Bead[] = [];
  for (let bead of beads) {
    const before: Bead[] = [];
    const after: Bead[] = [];
    for (;;) {
      const worst = looseEnds(bead, input)
        .map((end) => ({ ...end, chance: chanceOf(end.signals) }))
        .sort((a, b) => b.chance - a.chance)[0];
      if (!worst || worst.chance < 0.5) break;
      const { side, sentence, chance } = worst;
      const gap: Bead = {
        source: side === 'source' ? [sentence] : [],
        rendering: side === 'rendering' ? [sentence] : [],
        similarity: 0,
        confidence: chance,
        cost: 0,
      };
      if (bead[side][0] === sentence) before.push(gap);
      else after.unshift(gap);
      bead = {
        ...bead,
        [side]: bead[side].filter((s) => s !== sentence),
        confidence: bead.confidence + (1 - bead.confidence) * chance,
      };
      bead.similarity = similarityOf(bead, input.similarity);
    }
    out.push(...before, bead, ...after);
  }
  return out;
}

/** A gap joins a neighbouring bead only where it is rather sure to belong there: a missed omission is worse than one told twice. */
const JOIN_BELOW = 0.3;
/** The same where no mark parts the two: there was hardly a sentence of its own. */
const JOIN_RUN_ON_BELOW = 0.7;

/**
 * Puts gaps of body text into the bead before or behind them where their words have a counterpart there that the path
 * overlooked. O(words of the beads beside gaps squared).
 */
export function joinLooseGaps(beads: readonly Bead[], input: LooseEndInput): Bead[] {
  return finish(looseGapSteps(beads, input));
}

/** What `joinLooseGaps` does, in steps: one a gap. */
export function* looseGapSteps(beads: readonly Bead[], input: LooseEndInput): Steps<Bead[]> {
  const out = new Set(beads);
  const home = { source: new Map<number, Bead>(), rendering: new Map<number, Bead>() };
  const place = (bead: Bead) => {
    for (const side of ['source', 'rendering'] as const) for (const s of bead[side]) home[side].set(s, bead);
  };
  beads.forEach(place);
  const replaced = new Map<Bead, Bead>();
  // Where a bead that grew began: it may grow again.
  const origin = new Map<Bead, Bead>();
  for (const side of ['source', 'rendering'] as const) {
    const other = side === 'source' ? 'rendering' : 'source';
    for (const gap of beads) {
      const sentence = gap[side][0];
      if (gap[other].length > 0 || sentence === undefined || !isBody([sentence], input[side])) continue;
      yield;
      const neighbours = [home[side].get(sentence - 1), home[side].get(sentence + 1)];
      const best = neighbours
        .flatMap((bead) => (bead && mayGrow(bead, side, input) ? [grown(bead, side, sentence, input)] : []))
        .filter(
          ({ chance, bead }) =>
            chance <
            (isUnmarkedBorder(input[side].document, sentence < bead[side][0]! ? sentence : sentence - 1)
              ? JOIN_RUN_ON_BELOW
              : JOIN_BELOW),
        )
        .sort((a, b) => a.chance - b.chance)[0];
      if (!best) continue;
      out.delete(gap);
      const first = origin.get(best.bead) ?? best.bead;
      replaced.set(first, best.joined);
      origin.set(best.joined, first);
      place(best.joined);
    }
  }
  return beads.filter((bead) => out.has(bead)).map((bead) => replaced.get(bead) ?? bead);
}

function mayGrow(bead: Bead, side: 'source' | 'rendering', input: LooseEndInput): boolean {
  return (
    bead.source.length > 0 &&
    bead.rendering.length > 0 &&
    !bead.moved &&
    bead[side].length < MAX_GROUP &&
    isBody(bead[side], input[side])
  );
}

/** A bead with one more sentence, and the chance that the sentence does not belong there. */
function grown(bead: Bead, side: 'source' | 'rendering', sentence: number, input: LooseEndInput) {
  const joined = { ...bead, [side]: [...bead[side], sentence].sort((a, b) => a - b) };
  const end = looseEnds(joined, input, { side, sentence })[0]!;
  const chance = chanceOf(end.signals);
  joined.similarity = similarityOf(joined, input.similarity);
  joined.confidence = Math.min(bead.confidence, 1 - chance);
  return { bead, joined, chance };
}

function isBody(group: readonly number[], side: SideWords): boolean {
  return group.every((index) => side.document.sentences[index]!.kind === 'body');
}

/**
 * The first and the last sentence of each side of a bead that has more than one there. Signals: the covered share of
 * the sentence's words, the share that is covered beyond doubt, the covered share of its companions, how much weight of
 * the other side is covered by this sentence alone (as a share of the sentence's own weight, and of the other side's),
 * the cosine of the sentence alone, of the bead without it and of the whole bead, how much too long its side is with
 * it, by how much it makes the lengths less equal, the sentence's best cosine outside the bead, and whether it stands in
 * another block than its companions (translators seldom join or split sentences across paragraphs). With `only`, that one
 * alone, if it is among them.
 */
export function looseEnds(bead: Bead, input: LooseEndInput, only?: Omit<LooseEnd, 'signals'>): LooseEnd[] {
  if (bead.source.length + bead.rendering.length < 3 || bead.source.length === 0 || bead.rendering.length === 0)
    return [];
  const cover = (b: Pick<Bead, 'source' | 'rendering'>) =>
    beadCoverage(input.source, b.source, input.rendering, b.rendering);
  const covered = cover(bead);
  const whole = similarityOf(bead, input.similarity);
  const ends: LooseEnd[] = [];
  for (const side of ['source', 'rendering'] as const) {
    const other = side === 'source' ? 'rendering' : 'source';
    const group = bead[side];
    if (group.length < 2) continue;
    const weights = covered.weights[side];
    const entire = coveredWeight(covered[other], covered.weights[other]);
    for (const x of [0, group.length - 1]) {
      if (only && (only.side !== side || only.sentence !== group[x])) continue;
      const without = { ...bead, [side]: group.filter((_, y) => y !== x) };
      const rest = cover(without);
      const gained = entire - coveredWeight(rest[other], rest.weights[other]);
      const own = covered[side][x]!;
      const signals = [
        coveredShare([own], [weights[x]!]),
        coveredShare([own.map((chance) => (chance > SURE ? 1 : 0))], [weights[x]!]),
        coveredShare(rest[side], rest.weights[side]),
        gained / (1 + totalWeight([weights[x]!])),
        gained / (1 + totalWeight(covered.weights[other])),
        similarityOf({ ...bead, [side]: [group[x]!] }, input.similarity),
        similarityOf(without, input.similarity),
        whole,
        lengthExcess(bead, side, input),
        Math.abs(lengthExcess(bead, side, input)) - Math.abs(lengthExcess(without, side, input)),
        nearestElsewhere(group[x]!, side, bead[other], input),
        crossesBlock(group, x, input[side]) ? 1 : 0,
      ];
      ends.push({ side, sentence: group[x]!, signals });
    }
  }
  return ends;
}

const SURE = 0.7;

/** So many sentences on both sides of a bead are looked at for a better place: all of an article. */
const ELSEWHERE = 250;

/** Best cosine of a sentence with sentences of the other side, `ELSEWHERE` from the bead at most, that are not in it; 0 where there are none. */
function nearestElsewhere(
  sentence: number,
  side: 'source' | 'rendering',
  bead: readonly number[],
  { similarity }: LooseEndInput,
): number {
  let best = 0;
  const count = side === 'source' ? similarity.m : similarity.n;
  const last = Math.min(count, bead.at(-1)! + 1 + ELSEWHERE);
  for (let other = Math.max(0, bead[0]! - ELSEWHERE); other < last; other++) {
    if (bead.includes(other)) continue;
    best = Math.max(
      best,
      side === 'source' ? similarity.cosine(sentence, 1, other, 1) : similarity.cosine(other, 1, sentence, 1),
    );
  }
  return best;
}

function crossesBlock(group: readonly number[], x: number, { document }: SideWords): boolean {
  const neighbour = group[x === 0 ? 1 : x - 1]!;
  return document.sentences[group[x]!]!.block !== document.sentences[neighbour]!.block;
}

function similarityOf(bead: Pick<Bead, 'source' | 'rendering'>, similarity: GroupSimilarity): number {
  return similarity.cosine(bead.source[0]!, bead.source.length, bead.rendering[0]!, bead.rendering.length);
}

/** Log odds of a loose end in the data of the fit. */
const PRIOR_ODDS = Math.log(0.39 / 0.61);

/** What the words say for a sentence's being a loose end of a bead, in nats; undefined where it is at none of its edges. */
export function looseEvidence(
  bead: Bead,
  side: 'source' | 'rendering',
  sentence: number,
  input: LooseEndInput,
): number | undefined {
  const [end] = looseEnds(bead, input, { side, sentence });
  return end && logOdds(LOOSE_END_WEIGHTS, end.signals) - PRIOR_ODDS;
}

function chanceOf(signals: readonly number[]): number {
  return logistic(logOdds(LOOSE_END_WEIGHTS, signals));
}
