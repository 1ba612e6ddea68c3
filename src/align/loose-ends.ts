import type { Bead } from '../core/result.ts';
import type { SideWords } from '../embed/side-words.ts';
import { beadCoverage, coveredShare } from './coverage.ts';
import { MAX_GROUP, type GroupSimilarity } from './similarity.ts';
import { LOOSE_END_WEIGHTS } from './loose-end-weights.ts';

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
        cost: -Math.log(chance),
      };
      if (bead[side][0] === sentence) before.push(gap);
      else after.unshift(gap);
      bead = { ...bead, [side]: bead[side].filter((s) => s !== sentence), confidence: bead.confidence + (1 - bead.confidence) * chance };
      bead.similarity = similarityOf(bead, input.similarity);
    }
    out.push(...before, bead, ...after);
  }
  return out;
}

/** A gap joins a neighbouring bead only where it is rather sure to belong there: a missed omission is worse than one told twice. */
const JOIN_BELOW = 0.25;

/**
 * Puts gaps of body text into the bead before or behind them where their words have a counterpart there that the path
 * overlooked. O(words of the beads beside gaps squared).
 */
export function joinLooseGaps(beads: readonly Bead[], input: LooseEndInput): Bead[] {
  const out = [...beads];
  for (const side of ['source', 'rendering'] as const) {
    const other = side === 'source' ? 'rendering' : 'source';
    for (const gap of beads) {
      if (gap[other].length > 0 || input[side].document.sentences[gap[side][0]!]!.kind !== 'body') continue;
      const sentence = gap[side][0]!;
      const candidates = out
        .filter((bead) => bead[other].length > 0 && !bead.moved && bead[side].length < MAX_GROUP)
        .filter((bead) => bead[side].at(-1) === sentence - 1 || bead[side][0] === sentence + 1)
        .map((bead) => {
          const group = [...bead[side], sentence].sort((a, b) => a - b);
          const joined = { ...bead, [side]: group };
          const end = looseEnds(joined, input).find((e) => e.side === side && e.sentence === sentence)!;
          return { bead, joined, chance: chanceOf(end.signals) };
        })
        .filter(({ bead, chance }) => chance < JOIN_BELOW && isBody(bead[side], input[side]))
        .sort((a, b) => a.chance - b.chance);
      const best = candidates[0];
      if (!best) continue;
      best.joined.similarity = similarityOf(best.joined, input.similarity);
      best.joined.confidence = Math.min(best.bead.confidence, 1 - best.chance);
      out[out.indexOf(best.bead)] = best.joined;
      out.splice(out.indexOf(gap), 1);
    }
  }
  return out;
}

function isBody(group: readonly number[], side: SideWords): boolean {
  return group.every((index) => side.document.sentences[index]!.kind === 'body');
}

/** The first and the last sentence of each side of a bead that has more than one there. */
export function looseEnds(bead: Bead, input: LooseEndInput): LooseEnd[] {
  if (bead.source.length + bead.rendering.length < 3 || bead.source.length === 0 || bead.rendering.length === 0) return [];
  const covered = beadCoverage(input.source, bead.source, input.rendering, bead.rendering);
  const whole = similarityOf(bead, input.similarity);
  const ends: LooseEnd[] = [];
  for (const side of ['source', 'rendering'] as const) {
    const group = bead[side];
    if (group.length < 2) continue;
    const shares = group.map((_, x) => coveredShare([covered[side][x]!], [covered.weights[side][x]!]));
    for (const x of [0, group.length - 1]) {
      const rest = group.filter((_, y) => y !== x);
      const others = shares.filter((_, y) => y !== x).reduce((sum, share) => sum + share, 0) / rest.length;
      const alone = similarityOf({ ...bead, [side]: [group[x]!] }, input.similarity);
      const without = similarityOf({ ...bead, [side]: rest }, input.similarity);
      ends.push({ side, sentence: group[x]!, signals: [shares[x]!, others, alone, without, whole] });
    }
  }
  return ends;
}

function similarityOf(bead: Pick<Bead, 'source' | 'rendering'>, similarity: GroupSimilarity): number {
  return similarity.cosine(bead.source[0]!, bead.source.length, bead.rendering[0]!, bead.rendering.length);
}

function chanceOf(signals: readonly number[]): number {
  const odds = signals.reduce((sum, value, x) => sum + value * LOOSE_END_WEIGHTS[x]!, LOOSE_END_WEIGHTS.at(-1)!);
  return 1 / (1 + Math.exp(-odds));
}
