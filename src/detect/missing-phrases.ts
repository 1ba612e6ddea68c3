import type { Bead } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { lengthRatio } from '../align/length-ratio.ts';
import type { Document } from '../text/document.ts';
import { MISSING_PHRASE_WEIGHTS } from './missing-phrase-weights.ts';
import type { RenderingContext } from './rule.ts';
import { maximalRuns } from './runs.ts';

/** A stretch of source words that the bead's rendering lacks. */
export interface MissingPhrase {
  /** Index of the bead. */
  bead: number;
  span: Span;
  /** 0 to 1. */
  confidence: number;
}

/** A stretch that may be missing, with the signals of `MISSING_PHRASE_WEIGHTS`. */
export interface PhraseCandidate {
  bead: number;
  sentence: number;
  span: Span;
  signals: number[];
}

const MIN_CONFIDENCE = 0.5;

/** Stretches of source words without counterpart in their bead, ordered by bead. O(words). */
export function missingPhrases(context: RenderingContext): MissingPhrase[] {
  return phraseCandidates(context).flatMap(({ bead, span, signals }) => {
    const odds = signals.reduce((sum, value, x) => sum + value * MISSING_PHRASE_WEIGHTS[x]!, MISSING_PHRASE_WEIGHTS.at(-1)!);
    const confidence = 1 / (1 + Math.exp(-odds));
    return confidence >= MIN_CONFIDENCE ? [{ bead, span, confidence }] : [];
  });
}

/** Odds of a word beyond these say no more. */
const CLIP = 3;

/** Every dense stretch of uncovered content words of every bead with two sides. */
export function phraseCandidates(context: RenderingContext): PhraseCandidate[] {
  const { source, rendering, beads, coverage } = context;
  const ratio = lengthRatio(source.language, rendering.language);
  const out: PhraseCandidate[] = [];
  beads.forEach((bead, index) => {
    if (bead.source.length === 0 || bead.rendering.length === 0) return;
    const deficit = Math.log((ratio * size(source, bead.source) + 10) / (size(rendering, bead.rendering) + 10));
    const uncovered = mean(coverage.source, coverage.sourceWeights, bead.source);
    const reverse = mean(coverage.rendering, coverage.renderingWeights, bead.rendering);
    for (const sentence of bead.source) {
      const words = source.words[sentence]!;
      const chances = coverage.source[sentence]!;
      const weights = coverage.sourceWeights[sentence]!;
      const total = bead.source.reduce((sum, s) => sum + weightOf(coverage.sourceWeights[s]!), 0);
      const values = Array.from(chances, (chance, w) => {
        const odds = Math.log((1 - chance + 1e-3) / (chance + 1e-3));
        return weights[w]! * Math.max(-CLIP, Math.min(CLIP, odds));
      });
      for (const run of maximalRuns(values)) {
        const content = weights.subarray(run.start, run.end).filter((w) => w > 0).length;
        if (content < 2) continue;
        const share = weightOf(weights.subarray(run.start, run.end)) / total;
        out.push({
          bead: index,
          sentence,
          span: { start: words[run.start]!.start, end: words[run.end - 1]!.end },
          signals: [run.sum, Math.log(content), share, deficit, uncovered, reverse, bead.similarity],
        });
      }
    }
  });
  return out;
}

function size(document: Document, sentences: Bead['source']): number {
  return sentences.reduce((sum, s) => sum + document.sentences[s]!.end - document.sentences[s]!.start, 0);
}

function weightOf(weights: Float32Array): number {
  return weights.reduce((sum, w) => sum + w, 0);
}

/** Weighted mean of the chances that words are not covered. */
function mean(chances: readonly Float32Array[], weights: readonly Float32Array[], sentences: readonly number[]): number {
  let sum = 0;
  let total = 0;
  for (const s of sentences)
    for (let w = 0; w < chances[s]!.length; w++) {
      sum += weights[s]![w]! * (1 - chances[s]![w]!);
      total += weights[s]![w]!;
    }
  return total > 0 ? sum / total : 0;
}
