import { beadCoverage, coveredShare } from '../align/coverage.ts';
import type { MissingPhrase } from '../align/missing-phrases.ts';
import type { Bead } from '../core/result.ts';
import { isUnmarkedBorder } from '../text/unmarked-border.ts';
import type { RenderingContext } from './rule.ts';

type Side = 'source' | 'rendering';
type Groups = Pick<Bead, Side>;

/** So much of a phrase, by the weight of its words, is covered at least where it is said. */
const SAID = 0.65;
/** Beads of more words in all are left alone: no sentence of prose has so many. */
const MOST_WORDS = 400;

/**
 * Whether a phrase that its bead's other side lacks is said by a neighbouring bead: where no mark parts the bead from it on one of the
 * sides, the border may lie elsewhere than it was drawn; and a gap beside it may be the phrase's own counterpart. `beadOf` gives the
 * bead of each sentence. O(words of the beads squared).
 */
export function isSaidNextDoor(
  context: RenderingContext,
  side: Side,
  phrase: MissingPhrase,
  beadOf: Readonly<Record<Side, ArrayLike<number>>>,
): boolean {
  const bead = context.beads[phrase.bead]!;
  const other = side === 'source' ? 'rendering' : 'source';
  const beside = (border: Side, step: number): Bead | undefined => {
    const edge = step < 0 ? bead[border][0]! - 1 : bead[border].at(-1)!;
    const next = context.beads[beadOf[border][step < 0 ? edge : edge + 1] ?? -1];
    if (!next || next === bead || next[other].length === 0) return undefined;
    return next[side].length === 0 || isUnmarkedBorder(context[border], edge) ? next : undefined;
  };
  return [-1, 1].some((step) => {
    const neighbours = [beside('source', step), beside('rendering', step)].filter((next) => next !== undefined);
    return neighbours.length > 0 && isCoveredIn(context, side, phrase, union([bead, ...neighbours]));
  });
}

/** Whether a phrase is covered where some sentences of both sides are one bead. */
export function isCoveredIn(
  { coverage }: RenderingContext,
  side: Side,
  { sentence, words: [from, to] }: MissingPhrase,
  { source, rendering }: Groups,
): boolean {
  const { words } = coverage;
  const count = (of: Side, group: readonly number[]) =>
    group.reduce((sum, index) => sum + words[of].rows[index]!.length, 0);
  if (count('source', source) + count('rendering', rendering) > MOST_WORDS) return false;
  const { weights, ...chances } = beadCoverage(words.source, source, words.rendering, rendering);
  const at = (side === 'source' ? source : rendering).indexOf(sentence);
  return coveredShare([chances[side][at]!.subarray(from, to)], [weights[side][at]!.subarray(from, to)]) >= SAID;
}

/** The sentences of some beads, in order. */
function union(beads: readonly Groups[]): Groups {
  const all = (side: Side) => [...new Set(beads.flatMap((bead) => bead[side]))].sort((a, b) => a - b);
  return { source: all('source'), rendering: all('rendering') };
}
