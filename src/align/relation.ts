import type { Coverage, Relation } from '../core/result.ts';
import { missingPhrases, type AlignedTexts } from './missing-phrases.ts';

/** Bounds between the kinds of relation; see options.ts. */
export interface RelationThresholds {
  translationCoverage: number;
  partialCoverage: number;
  comparableCoverage: number;
}

/**
 * How a rendering as a whole relates to its source, from the shares of both sides' content that have a counterpart.
 * O(words).
 */
export function relate(texts: AlignedTexts, thresholds: RelationThresholds): { relation: Relation; share: Coverage } {
  const share = { source: contentShare(texts, 'source'), rendering: contentShare(texts, 'rendering') };
  return { relation: judge(share, thresholds), share };
}

function judge(share: Coverage, thresholds: RelationThresholds): Relation {
  const smaller = Math.min(share.source, share.rendering);
  const larger = Math.max(share.source, share.rendering);
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const shares = `${percent(share.source)} of the source and ${percent(share.rendering)} of the rendering`;
  if (smaller >= thresholds.translationCoverage)
    return { kind: 'translation', confidence: smaller, reason: `${shares} have a counterpart.` };
  if (larger >= thresholds.partialCoverage)
    return { kind: 'partial-translation', confidence: larger, reason: `Only ${shares} have a counterpart.` };
  if (larger >= thresholds.comparableCoverage)
    return { kind: 'comparable', confidence: 1 - larger, reason: `Only ${shares} have a counterpart.` };
  return { kind: 'unrelated', confidence: 1 - larger, reason: `Only ${shares} have a counterpart.` };
}

/**
 * The weighted share of a side's content words that have a counterpart: all of a bead's words, by the bead's
 * confidence, but for stretches that its other side lacks, by theirs. Headline, dateline, metadata and unrelated text
 * are left out.
 */
function contentShare(texts: AlignedTexts, side: 'source' | 'rendering'): number {
  const document = texts[side];
  const weights = side === 'source' ? texts.coverage.sourceWeights : texts.coverage.renderingWeights;
  const weigh = (sentence: number, from = 0, to = weights[sentence]!.length) => {
    let sum = 0;
    for (let w = from; w < to; w++) sum += weights[sentence]![w]!;
    return sum;
  };
  const counts = (sentence: number) => {
    const { kind } = document.sentences[sentence]!;
    return kind === 'body' || kind === 'list-item';
  };
  let total = 0;
  let covered = 0;
  for (const bead of texts.beads)
    for (const sentence of bead[side].filter(counts)) {
      const weight = weigh(sentence);
      total += weight;
      if (bead.source.length > 0 && bead.rendering.length > 0) covered += weight * bead.confidence;
    }
  for (const { bead, sentence, words, confidence } of missingPhrases(texts, side))
    if (counts(sentence)) covered -= weigh(sentence, ...words) * confidence * texts.beads[bead]!.confidence;
  return total > 0 ? covered / total : 0;
}
