import type { AlignedTexts } from './aligned-texts.ts';
import { escapeTsv } from './escape.ts';
import { writeHunalignText } from './hunalign-text.ts';
import { writeLadder } from './ladder.ts';
import { writeVecalign } from './vecalign.ts';

/** The columns of `tsv` that need no more than lines and beads. */
const COLUMNS = [
  'bead',
  'source_sentences',
  'rendering_sentences',
  'source_text',
  'rendering_text',
  'similarity',
  'confidence',
  'moved',
] as const;

/** How beads over the lines of two files are written down, by the name of the format. */
export const lineFormats = {
  vecalign: ({ beads }) => writeVecalign(beads),
  ladder: ({ source, rendering, beads }) => writeLadder(beads, { source: source.length, rendering: rendering.length }),
  'hunalign-text': writeHunalignText,
  tsv: writeTsv,
} as const satisfies Record<string, (texts: AlignedTexts) => string>;

function writeTsv({ source, rendering, beads }: AlignedTexts): string {
  const text = (lines: readonly string[], indices: readonly number[]) =>
    escapeTsv(indices.map((index) => lines[index]!).join(' '));
  const rows = beads.map((bead, b) => [
    b,
    bead.source.join(' '),
    bead.rendering.join(' '),
    text(source, bead.source),
    text(rendering, bead.rendering),
    bead.similarity.toFixed(4),
    bead.confidence.toFixed(4),
    bead.moved === true ? 'moved' : '',
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.join('\t')}\n`).join('');
}
