import { mapping, visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { excerpt } from './gaps.ts';
import { beadBySentence } from './places.ts';
import { keyOf, repeatSteps, type Repeat } from './repeats.ts';
import type { Draft, RenderingContext, Rule } from './rule.ts';

/** Set by hand: a sentence right after its twin is a slip, one farther off may be a refrain. */
const CONFIDENCE = { adjacent: 0.95, distant: 0.85 } as const;

/** Sentences that the rendering says twice and the source once. */
export const duplicationRule: Rule = {
  id: 'duplication',
  category: 'fluency/duplication',
  summary: 'A sentence is repeated where the source does not repeat itself.',
  severity: { literal: 'warning', wire: 'warning' },
  check,
};

function* check({ source, rendering, beads }: RenderingContext): Steps<Draft[]> {
  const repeats = yield* repeatSteps(rendering);
  if (repeats.length === 0) return [];
  const repeated = yield* repeatedSentences(source);
  const inSource = (own: readonly number[], kind: 'once more' | 'adjacent'): boolean =>
    own.some((bead) => beads[bead]!.source.some((index) => repeated[kind].has(index)));
  const beadOf = beadBySentence(beads, 'rendering', rendering.sentences.length);
  const beadsOf = (sentences: readonly number[]): number[] =>
    [...new Set(sentences.map((index) => beadOf[index]!))].filter((bead) => bead >= 0);
  const runs: Repeat[][] = [];
  yield* visiting(repeats, (repeat) => {
    const own = beadsOf(repeat.sentences);
    const first = beadsOf(repeat.originalSentences);
    if (inSource([...own, ...first], 'adjacent') || (inSource(own, 'once more') && inSource(first, 'once more')))
      return;
    if (!repeat.adjacent && own.some((bead) => !first.includes(bead) && hasOwnSource(beads, first, bead))) return;
    const last = runs.at(-1)?.at(-1);
    // A repeated paragraph is one finding.
    if (last && follows(last.sentences, repeat.sentences) && follows(last.originalSentences, repeat.originalSentences))
      runs.at(-1)!.push(repeat);
    else runs.push([repeat]);
  });
  return yield* mapping(runs, (run) => ({
    confidence: run[0]!.adjacent ? CONFIDENCE.adjacent : CONFIDENCE.distant,
    message: messageFor(rendering, run),
    source: [],
    rendering: run.map(({ start, end }) => ({ start, end })),
    beads: beadsOf(run.flatMap(({ sentences }) => sentences)),
  }));
}

function follows(before: readonly number[], after: readonly number[]): boolean {
  return before.at(-1)! + 1 === after[0];
}

/** The share of the original's similarity from which on a bead shows that the source says the same twice in other words. */
const OWN_SHARE = 0.6;

function hasOwnSource(beads: RenderingContext['beads'], first: readonly number[], bead: number): boolean {
  const { source, similarity } = beads[bead]!;
  const original = Math.max(0, ...first.map((index) => beads[index]!.similarity));
  return source.length > 0 && similarity >= OWN_SHARE * original;
}

/** The sentences of the source that stand in it more than once, in whole or in part, and those right by their like. */
function* repeatedSentences(source: Document): Steps<Record<'once more' | 'adjacent', Set<number>>> {
  const repeats = yield* repeatSteps(source);
  const parts = (of: readonly Repeat[]): number[] =>
    of.flatMap(({ sentences, originalSentences }) => [...sentences, ...originalSentences]);
  const onceMore = new Set(parts(repeats));
  const adjacent = new Set(parts(repeats.filter((repeat) => repeat.adjacent)));
  const seen = new Map<string, number>();
  yield* visiting(source.sentences, (_, index) => {
    const key = keyOf(source, index);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else if (key !== '') onceMore.add(first).add(index);
  });
  return { 'once more': onceMore, adjacent };
}

function messageFor({ text, sentences }: Document, run: readonly Repeat[]): string {
  const { original, originalSentences, adjacent } = run[0]!;
  const words = excerpt(text, run[0]!);
  const where = adjacent
    ? 'right before'
    : `earlier, in paragraph ${sentences[originalSentences[0]!]!.block + 1} (character ${original.start})`;
  return run.length === 1
    ? `${words} is repeated: the same stands ${where}.`
    : `${run.length} sentences are repeated, from ${words} on: the same stand ${where}.`;
}
