import type { WordCoverage } from '../align/coverage.ts';
import type { RenderingContext } from './rule.ts';

/** What the other renderings make of each sentence of the source. */
export interface Siblings {
  /** How many other renderings follow the source. */
  readonly count: number;
  /** How many of them surely have a counterpart of the sentence. */
  carrying(sentence: number): number;
  /** How many of them surely have none. */
  lacking(sentence: number): number;
  /** How many of them surely have a counterpart of the words of a sentence from the first to before the second. */
  having(sentence: number, words: readonly [from: number, to: number]): number;
}

/** A bead or gap less certain than this says nothing. */
const LEAST_CONFIDENCE = 0.5;
/** So surely are words carried on the mean, each by its weight, where a phrase surely is. */
const LEAST_COVERAGE = 0.9;

/**
 * Gives each rendering a view of the others. Reports that tell the source anew, and unrelated texts, are no witnesses.
 * O(sentences of all); `having` is O(renderings * words) a call.
 */
export function withSiblings(contexts: readonly RenderingContext[]): RenderingContext[] {
  const own = contexts.map((context) => (isWitness(context) ? statesOf(context) : undefined));
  const witnesses = own.filter((states) => states !== undefined);
  if (witnesses.length === 0) return [...contexts];
  const carried = witnesses[0]!.map((_, s) => witnesses.filter((states) => states[s] === CARRIED).length);
  const lacked = witnesses[0]!.map((_, s) => witnesses.filter((states) => states[s] === LACKED).length);
  return contexts.map((context, index) => {
    const states = own[index];
    const count = witnesses.length - (states === undefined ? 0 : 1);
    if (count === 0) return context;
    const siblings: Siblings = {
      count,
      carrying: (sentence) => carried[sentence]! - (states?.[sentence] === CARRIED ? 1 : 0),
      lacking: (sentence) => lacked[sentence]! - (states?.[sentence] === LACKED ? 1 : 0),
      having: (sentence, words) =>
        contexts.filter(
          (other, o) => o !== index && own[o]?.[sentence] === CARRIED && covers(other.coverage, sentence, words),
        ).length,
    };
    return { ...context, siblings };
  });
}

const CARRIED = 1;
const LACKED = 2;

function isWitness({ relation }: RenderingContext): boolean {
  return relation.kind === 'translation' || relation.kind === 'partial-translation';
}

/** For each source sentence whether the rendering carries it; 0 where that is in doubt. */
function statesOf({ source, beads }: RenderingContext): number[] {
  const states = new Array<number>(source.sentences.length).fill(0);
  for (const bead of beads)
    if (bead.confidence >= LEAST_CONFIDENCE)
      for (const sentence of bead.source) states[sentence] = bead.rendering.length > 0 ? CARRIED : LACKED;
  return states;
}

function covers(
  { source, sourceWeights }: WordCoverage,
  sentence: number,
  [from, to]: readonly [number, number],
): boolean {
  let sum = 0;
  let total = 0;
  for (let word = from; word < to; word++) {
    const weight = sourceWeights[sentence]![word]!;
    sum += weight * source[sentence]![word]!;
    total += weight;
  }
  return total > 0 && sum >= LEAST_COVERAGE * total;
}
