import type { AlignmentResult, RenderingResult, Sentence } from '../core/result.ts';
import { escapeTsv } from './escape.ts';
import type { Format } from './format.ts';
import { outlineBeads } from './outline.ts';

const COLUMNS = [
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

/** A header and one row a bead of every rendering, UTF-8, for spreadsheets. Indices count from 0, as in the JSON. */
export const tsv: Format = {
  name: 'tsv',
  extensions: ['.tsv'],
  render: (result) =>
    [COLUMNS.join('\t'), ...result.renderings.flatMap((rendering) => rowsOf(result, rendering))]
      .map((row) => `${row}\n`)
      .join(''),
};

function rowsOf(result: AlignmentResult, rendering: RenderingResult): string[] {
  const { source } = result;
  return outlineBeads(source, rendering).map(({ bead, state, findings }, b) => {
    const from = side(source.text, source.sentences, bead.source);
    const to = side(rendering.text, rendering.sentences, bead.rendering);
    const rules = new Set(findings.map((f) => rendering.findings[f]!.rule));
    return [
      escapeTsv(source.id),
      escapeTsv(rendering.id),
      b,
      state,
      bead.source.join(' '),
      bead.rendering.join(' '),
      from.start,
      from.end,
      to.start,
      to.end,
      from.text,
      to.text,
      bead.similarity.toFixed(4),
      bead.confidence.toFixed(4),
      bead.moved === true ? 'moved' : '',
      [...rules].map(escapeTsv).join(' '),
    ].join('\t');
  });
}

/** Offsets and text of one side of a bead; blank for the empty side of a gap. */
function side(text: string, sentences: readonly Sentence[], indices: readonly number[]) {
  if (indices.length === 0) return { start: '', end: '', text: '' };
  const spans = indices.map((i) => sentences[i]!);
  return {
    start: spans[0]!.start,
    end: spans.at(-1)!.end,
    text: escapeTsv(spans.map(({ start, end }) => text.slice(start, end)).join(' ')),
  };
}
