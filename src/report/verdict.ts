import type { RelationKind, RenderingResult } from '../core/result.ts';
import { isTranslation } from './outline.ts';

/** The words for a relation that follow the rendering's name: `000.txt: a translation`. */
export const relationWords: Readonly<Record<RelationKind, string>> = {
  translation: 'a translation',
  'partial-translation': 'a partial translation',
  comparable: 'another report on the same matter, not a translation',
  unrelated: 'a different text, not a translation',
};

/** A share as whole per cent, rounded down, so that only a full share reads 100 %. */
export function percent(share: number): string {
  // The addend keeps 0.29 * 100 = 28.999999999999996 from reading 28.
  return `${Math.floor(share * 100 + 1e-6)} %`;
}

/** What stands in place of the counts where a text that is no translation has no findings: it was not found faultless. */
export const NOT_COMPARED = 'not compared sentence by sentence';

/** `A translation. It carries 81 % of the source; ...`: the relation, then `verdict`. */
export function relationAndVerdict(rendering: RenderingResult): string {
  const relation = relationWords[rendering.relation.kind];
  return `${relation.charAt(0).toUpperCase()}${relation.slice(1)}. ${verdict(rendering)}`;
}

/** One sentence about how much of each side has its counterpart; the reason where the rendering is no translation. */
export function verdict(rendering: RenderingResult): string {
  if (!isTranslation(rendering)) return rendering.relation.reason;
  const { source, rendering: own } = rendering.coverage;
  return `It carries ${percent(source)} of the source; ${percent(own)} of its own text comes from the source.`;
}
