import type { AlignmentResult, RenderingResult, Sentence } from '../core/result.ts';
import { outlineBeads } from './outline.ts';

/** The columns of a table of beads. Indices count from 0 and offsets are UTF-16 code units, as in the JSON. */
export const beadColumns = [
  'source_id',
  'rendering_id',
  'bead',
  'state',
  'source_sentences',
  'rendering_sentences',
  'source_start',
  'source_end',
  'rendering_start',
  'rendering_end',
  'source_text',
  'rendering_text',
  'similarity',
  'confidence',
  'moved',
  'rules',
] as const;

/** A row for each bead of every rendering, a cell for each of `beadColumns`; texts as `escape` writes them. */
export function beadRows(result: AlignmentResult, escape: (text: string) => string): string[][] {
  return result.renderings.flatMap((rendering) => rowsOf(result, rendering, escape));
}

function rowsOf(result: AlignmentResult, rendering: RenderingResult, escape: (text: string) => string): string[][] {
  const { source } = result;
  return outlineBeads(source, rendering).map(({ bead, state, findings }, b) => {
    const from = side(source.text, source.sentences, bead.source);
    const to = side(rendering.text, rendering.sentences, bead.rendering);
    const rules = new Set(findings.map((f) => rendering.findings[f]!.rule));
    return [
      escape(source.id),
      escape(rendering.id),
      String(b),
      state,
      bead.source.join(' '),
      bead.rendering.join(' '),
      from.start,
      from.end,
      to.start,
      to.end,
      from.text === '' ? '' : escape(from.text),
      to.text === '' ? '' : escape(to.text),
      bead.similarity.toFixed(4),
      bead.confidence.toFixed(4),
      bead.moved === true ? 'moved' : '',
      rules.size === 0 ? '' : escape([...rules].join(' ')),
    ];
  });
}

/** Offsets and text of one side of a bead; blank for the empty side of a gap. */
function side(text: string, sentences: readonly Sentence[], indices: readonly number[]) {
  if (indices.length === 0) return { start: '', end: '', text: '' };
  const spans = indices.map((i) => sentences[i]!);
  return {
    start: String(spans[0]!.start),
    end: String(spans.at(-1)!.end),
    text: spans.map(({ start, end }) => text.slice(start, end)).join(' '),
  };
}
