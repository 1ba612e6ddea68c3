import type { Bead } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import type { Document } from '../text/document.ts';
import { coveredShare, type WordCoverage } from './coverage.ts';
import { lengthRatio } from './length-ratio.ts';
import { logistic, logOdds } from '../core/logistic.ts';
import { maximalRuns } from './maximal-runs.ts';
import { MISSING_PHRASE_WEIGHTS } from './missing-phrase-weights.ts';

/** Two documents, aligned to the word. */
export interface AlignedTexts {
  readonly source: Document;
  readonly rendering: Document;
  readonly beads: readonly Bead[];
  readonly coverage: WordCoverage;
}

/** A stretch of words of one side that its bead's other side may lack. */
export interface MissingPhrase {
  /** Index of the bead. */
  bead: number;
  /** Index of the sentence. */
  sentence: number;
  /** First word and the one after the last. */
  words: [number, number];
  span: Span;
  /** Number of content words. */
  content: number;
  /** What speaks for it, in the order of `MISSING_PHRASE_WEIGHTS`. */
  signals: number[];
  /** 0 to 1. */
  confidence: number;
}

/** A word's odds beyond these say no more. */
const CLIP = 3;
const COVERED_CLIP = 1.5;

/** Everything about one side that the signals need. */
interface OneSide {
  document: Document;
  chances: readonly Float32Array[];
  weights: readonly Float32Array[];
  of(bead: Bead): readonly number[];
}

/**
 * Every dense stretch of uncovered content words of one side, with the probability that the other side lacks it;
 * ordered by bead. Signals: the stretch's summed odds of not being covered, its number of content words (log), its share
 * of the side's weight, how much shorter the other side is than expected (log), the share of both sides that is not
 * covered, and the bead's similarity. O(words).
 */
export function missingPhrases(texts: AlignedTexts, side: 'source' | 'rendering'): MissingPhrase[] {
  const { source, rendering, coverage } = texts;
  const sides: Record<'source' | 'rendering', OneSide> = {
    source: { document: source, chances: coverage.source, weights: coverage.sourceWeights, of: (b) => b.source },
    rendering: {
      document: rendering,
      chances: coverage.rendering,
      weights: coverage.renderingWeights,
      of: (b) => b.rendering,
    },
  };
  const own = sides[side];
  const other = sides[side === 'source' ? 'rendering' : 'source'];
  const ratio = lengthRatio(own.document.language, other.document.language);
  const out: MissingPhrase[] = [];
  texts.beads.forEach((bead, index) => {
    if (bead.source.length === 0 || bead.rendering.length === 0) return;
    // Ten characters on both sides, as in the bead model.
    const deficit = Math.log((ratio * size(own, bead) + 10) / (size(other, bead) + 10));
    const uncovered = uncoveredShare(own, bead);
    const reverse = uncoveredShare(other, bead);
    const total = own.of(bead).reduce((sum, s) => sum + sumOf(own.weights[s]!), 0);
    for (const sentence of own.of(bead)) {
      const words = own.document.words[sentence]!;
      const weights = own.weights[sentence]!;
      const values = Array.from(own.chances[sentence]!, (chance, w) => {
        const odds = Math.log((1 - chance + 1e-3) / (chance + 1e-3));
        return weights[w]! * Math.max(-COVERED_CLIP, Math.min(CLIP, odds));
      });
      for (const run of maximalRuns(values)) {
        const inside = weights.subarray(run.start, run.end);
        const content = inside.filter((w) => w > 0).length;
        const share = sumOf(inside) / total;
        const signals = [run.sum, Math.log(content), share, deficit, uncovered, reverse, bead.similarity];
        out.push({
          bead: index,
          sentence,
          words: [run.start, run.end],
          span: { start: words[run.start]!.start, end: words[run.end - 1]!.end },
          content,
          signals,
          confidence: logistic(logOdds(MISSING_PHRASE_WEIGHTS, signals)),
        });
      }
    }
  });
  return out;
}

/** Characters of a side of a bead. */
function size({ document, of }: OneSide, bead: Bead): number {
  return of(bead).reduce((sum, s) => sum + document.sentences[s]!.end - document.sentences[s]!.start, 0);
}

function sumOf(weights: Float32Array): number {
  let sum = 0;
  for (const w of weights) sum += w;
  return sum;
}

/** The weighted share of a side of a bead that is not covered. */
function uncoveredShare({ chances, weights, of }: OneSide, bead: Bead): number {
  const pick = (rows: readonly Float32Array[]) => of(bead).map((s) => rows[s]!);
  return 1 - coveredShare(pick(chances), pick(weights));
}
