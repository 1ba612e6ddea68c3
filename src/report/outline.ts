import type { Bead, RenderingResult, Sentence, SourceResult } from '../core/result.ts';
import { markKind } from './kind.ts';

/**
 * What became of a bead's text:
 * `kept` it has its counterpart; `damaged` a finding lies in it; `partial` words are missing or added in it;
 * `missing`, `added` a side that should have a counterpart has none; `aside` a side that need not have one (a headline,
 * a dateline, metadata, unrelated text, any text of what is no translation) has none; `similar` both sides of a bead
 * where the rendering is no translation.
 */
export type BeadState = 'kept' | 'damaged' | 'partial' | 'missing' | 'added' | 'aside' | 'similar';

/** A bead as reports show it. `findings` are indices into the rendering's findings. */
export interface BeadOutline {
  bead: Bead;
  state: BeadState;
  findings: number[];
}

/** True for a relation under which omissions and additions are told one by one. */
export function isTranslation(rendering: RenderingResult): boolean {
  return rendering.relation.kind === 'translation' || rendering.relation.kind === 'partial-translation';
}

/** Every bead of a rendering with its state and its findings, in the result's order. O(beads + findings). */
export function outlineBeads(source: SourceResult, rendering: RenderingResult): BeadOutline[] {
  const findings: number[][] = rendering.beads.map(() => []);
  rendering.findings.forEach((finding, f) => finding.beads.forEach((b) => findings[b]?.push(f)));
  return rendering.beads.map((bead, b) => ({
    bead,
    state: stateOf(bead, source, rendering, findings[b]!),
    findings: findings[b]!,
  }));
}

function stateOf(bead: Bead, source: SourceResult, rendering: RenderingResult, findings: number[]): BeadState {
  const translated = isTranslation(rendering);
  if (bead.rendering.length === 0) return translated && expected(source.sentences, bead.source) ? 'missing' : 'aside';
  if (bead.source.length === 0) return translated && expected(rendering.sentences, bead.rendering) ? 'added' : 'aside';
  const kinds = findings.map((f) => rendering.findings[f]!).map(markKind);
  if (kinds.includes('damaged')) return 'damaged';
  if (kinds.length > 0) return 'partial';
  return translated ? 'kept' : 'similar';
}

function expected(sentences: readonly Sentence[], indices: readonly number[]): boolean {
  return indices.some((i) => sentences[i]!.kind === 'body' || sentences[i]!.kind === 'list-item');
}
