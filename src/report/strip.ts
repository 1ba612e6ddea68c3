import type { RenderingResult, Sentence, SourceResult } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { markKind } from './kind.ts';
import { outlineBeads } from './outline.ts';

/** What one cell of a strip says about its part of the text; the graver hides the milder. */
export type StripState = 'kept' | 'aside' | 'missing' | 'added' | 'damaged';

/**
 * Both texts of a pair drawn as rows of `cells` cells each, from their beginning to their end: where something is
 * missing, added or damaged, and where text has no counterpart and needs none. O(beads + findings + cells).
 */
export function strips(
  source: SourceResult,
  rendering: RenderingResult,
  cells: number,
): { source: StripState[]; rendering: StripState[] } {
  const beads = outlineBeads(source, rendering);
  const { findings } = rendering;
  const damaged = findings.filter((finding) => markKind(finding) === 'damaged');
  const missing = findings.filter((finding) => markKind(finding) === 'missing' && finding.severity !== 'info');
  const added = findings.filter((finding) => markKind(finding) === 'added' && finding.severity !== 'info');
  const gaps = (state: StripState, side: 'source' | 'rendering', sentences: readonly Sentence[]): Span[] =>
    beads.filter((outline) => outline.state === state).flatMap(({ bead }) => bead[side].map((i) => sentences[i]!));
  return {
    source: draw(source.text.length, cells, [
      ['aside', gaps('aside', 'source', source.sentences)],
      ['missing', [...gaps('missing', 'source', source.sentences), ...missing.flatMap((finding) => finding.source)]],
      ['damaged', damaged.flatMap((finding) => finding.source)],
    ]),
    rendering: draw(rendering.text.length, cells, [
      ['aside', gaps('aside', 'rendering', rendering.sentences)],
      ['added', [...gaps('added', 'rendering', rendering.sentences), ...added.flatMap((finding) => finding.rendering)]],
      ['damaged', damaged.flatMap((finding) => finding.rendering)],
    ]),
  };
}

function draw(length: number, cells: number, layers: [StripState, Span[]][]): StripState[] {
  const row = new Array<StripState>(cells).fill('kept');
  for (const [state, spans] of layers) {
    for (const { start, end } of spans) {
      const first = Math.min(cells - 1, Math.floor((start / length) * cells));
      row.fill(state, first, Math.max(first + 1, Math.round((end / length) * cells)));
    }
  }
  return row;
}
