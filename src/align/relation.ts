import type { Bead, Coverage, Relation } from '../core/result.ts';
import type { Document } from '../text/document.ts';
import type { WordCoverage } from './coverage.ts';

/** Bounds between the kinds of relation; see options.ts. */
export interface RelationThresholds {
  translationCoverage: number;
  partialCoverage: number;
  comparableCoverage: number;
}

export interface Aligned {
  source: Document;
  rendering: Document;
  beads: readonly Bead[];
  coverage: WordCoverage;
}

/**
 * How a rendering as a whole relates to its source, from the shares of both sides' content that have a counterpart.
 * O(words).
 */
export function relate(aligned: Aligned, thresholds: RelationThresholds): { relation: Relation; share: Coverage } {
  const { source, rendering, coverage } = aligned;
  const share = {
    source: contentShare(source, coverage.source, coverage.sourceWeights),
    rendering: contentShare(rendering, coverage.rendering, coverage.renderingWeights),
  };
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

/** The weighted share of a side's content words that are covered; headline, dateline, metadata and unrelated text left out. */
function contentShare(document: Document, coverage: readonly Float32Array[], weights: readonly Float32Array[]): number {
  let covered = 0;
  let total = 0;
  document.sentences.forEach(({ kind }, index) => {
    if (kind !== 'body' && kind !== 'list-item') return;
    const chances = coverage[index]!;
    const rarity = weights[index]!;
    for (let w = 0; w < chances.length; w++) {
      covered += chances[w]! * rarity[w]!;
      total += rarity[w]!;
    }
  });
  return total > 0 ? covered / total : 0;
}
