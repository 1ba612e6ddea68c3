import type { Bead } from '../core/result.ts';
import type { SideWords } from '../embed/side-words.ts';
import { beadCoverage, coveredShare } from './coverage.ts';
import { lengthExcess } from './length-ratio.ts';
import { logistic, logOdds } from '../core/logistic.ts';
import { PAIR_WEIGHTS } from './pair-weights.ts';
import { MAX_GROUP } from './group-norms.ts';
import type { Hubness } from './hubness.ts';
import type { GroupSimilarity } from './similarity.ts';

/** What the check needs of the two texts. */
export interface PairInput {
  similarity: GroupSimilarity;
  hubs: Hubness;
  /** Characters of the rendering for one of the source. */
  lengthRatio: number;
  source: SideWords;
  rendering: SideWords;
}

/**
 * Parts beads that the path needed but whose words do not answer to each other; their sentences are gaps. The path's
 * confidence and the words' odds are taken as independent evidence.
 * O(words of the beads squared).
 */
export function partDoubtfulPairs(beads: readonly Bead[], input: PairInput): Bead[] {
  return beads.flatMap((bead) => {
    if (bead.source.length === 0 || bead.rendering.length === 0) return [bead];
    if (staysAnyway(bead, input)) return [bead];
    const odds = pairEvidence(bead, input) + logit(bead.confidence);
    if (odds >= LEAST_ODDS) return [bead];
    const gap = { similarity: 0, confidence: 1 - logistic(odds), cost: 0 };
    return [
      ...bead.source.map((index) => ({ source: [index], rendering: [], ...gap })),
      ...bead.rendering.map((index) => ({ source: [], rendering: [index], ...gap })),
    ];
  });
}

/**
 * What the words say for a bead, in nats. The weights are fitted on neighbours of one text, and make little of whole sentences that
 * have nothing in common, as those of two texts have.
 */
export function pairEvidence(bead: Bead, input: PairInput): number {
  if (bead.similarity <= 0) return -Infinity;
  const signals = pairSignals(bead, input);
  const share = (signals[0]! + signals[1]!) / 2;
  if (bead.similarity < LEAST_SIMILARITY && share < LEAST_SHARE && areWhole(bead, input)) return FOREIGN_ODDS;
  return logOdds(PAIR_WEIGHTS, signals) - PRIOR_ODDS;
}

/**
 * Of sentences put in the place of another of like length nine in ten have a lower cosine and less of their words covered; of 9,386 right
 * pairs of news one has.
 */
const LEAST_SIMILARITY = 0.15;
const LEAST_SHARE = 0.7;
/** Shorter sentences are rendered by what is said on such an occasion: `Дай-то бог.`, Let's hope so. */
const LEAST_WORDS = 6;
/** More than any path is sure. */
const FOREIGN_ODDS = -8;

/** Whether both sides of a bead have the words of a whole sentence. */
function areWhole({ source, rendering }: Bead, input: PairInput): boolean {
  const count = ({ rows }: SideWords, group: readonly number[]) =>
    group.reduce((sum, index) => sum + rows[index]!.length, 0);
  return Math.min(count(input.source, source), count(input.rendering, rendering)) >= LEAST_WORDS;
}

/** Parting a pair makes two gaps where there was none, so that the odds must be two to one against it. */
const LEAST_ODDS = -Math.LN2;

/** Log odds of a right pair in the data of the fit: what the path says stands in for it. */
const PRIOR_ODDS = Math.log(0.2 / 0.8);

function logit(chance: number): number {
  return Math.log((chance + 1e-3) / (1 - chance + 1e-3));
}

/** The covered shares that speak most against a pair. */
const WORST_SHARES = PAIR_WEIGHTS.slice(0, 2).map((weight) => (weight > 0 ? 0 : 1));

/** True for a pair that no words could part: most are, and their words need not be asked. */
function staysAnyway(bead: Bead, input: PairInput): boolean {
  const worst = logOdds(PAIR_WEIGHTS, [...WORST_SHARES, ...vectorSignals(bead, input)]);
  return bead.similarity >= LEAST_SIMILARITY && worst - PRIOR_ODDS + logit(bead.confidence) >= LEAST_ODDS;
}

/** The covered shares of both sides, cosine, margin, and the absolute log ratio of the lengths. */
export function pairSignals(bead: Bead, input: PairInput): number[] {
  const covered = beadCoverage(input.source, bead.source, input.rendering, bead.rendering);
  const share = (side: 'source' | 'rendering') => coveredShare(covered[side], covered.weights[side]);
  return [share('source'), share('rendering'), ...vectorSignals(bead, input)];
}

function vectorSignals(bead: Bead, input: PairInput): number[] {
  const hub =
    (input.hubs.source[bead.source[0]! * MAX_GROUP + bead.source.length - 1]! +
      input.hubs.rendering[bead.rendering[0]! * MAX_GROUP + bead.rendering.length - 1]!) /
    2;
  const unequal = Math.abs(lengthExcess(bead, 'source', input));
  return [bead.similarity, bead.similarity - hub, unequal];
}
