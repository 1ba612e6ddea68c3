import type { BeadPair } from '../core/bead-pair.ts';
import { AlignError } from '../core/errors.ts';
import { alignedTexts } from './aligned-texts.ts';
import { beadLines, finiteNumber, invalidLine, run, type ReadBeadsOptions } from './bead-lines.ts';
import { oneLine, showControls } from './escape.ts';
import type { Format } from './format.ts';
import type { LadderBead } from './ladder.ts';

const SEPARATOR = ' ~~~ ';
const EXPECTED = 'source<TAB>rendering<TAB>confidence, the confidence optional';

/** The sentences of two texts, and beads over them. */
export interface HunalignText {
  /** The sentences of the source. */
  readonly source: readonly string[];
  /** The sentences of the rendering. */
  readonly rendering: readonly string[];
  /** Beads over their numbers. */
  readonly beads: readonly LadderBead[];
}

/**
 * hunalign's text mode: a line a bead, `source<TAB>rendering<TAB>confidence`, the sentences of a side joined by ` ~~~ `,
 * an empty cell for a gap. Beads are written in the order given, those that cross too. Tabs and line ends in a sentence
 * become a space, controls a visible token. Without any confidence given, lines have two columns.
 *
 * @throws AlignError `invalid-beads` where a sentence holds ` ~~~ ` itself
 */
export function writeHunalignText({ source, rendering, beads }: HunalignText): string {
  const graded = beads.some(({ confidence }) => confidence !== undefined);
  const cell = (texts: readonly string[], bead: BeadPair, side: 'source' | 'rendering') =>
    bead[side].map((sentence) => cleaned(texts[sentence], sentence, side)).join(SEPARATOR);
  return beads
    .map((bead) => {
      const third = graded ? `\t${(bead.confidence ?? 0).toFixed(4)}` : '';
      return `${cell(source, bead, 'source')}\t${cell(rendering, bead, 'rendering')}${third}\n`;
    })
    .join('');
}

function cleaned(text: string | undefined, sentence: number, side: 'source' | 'rendering'): string {
  if (text === undefined) throw invalid(`There is no sentence ${sentence} in the ${side}.`);
  const line = oneLine(showControls(text)).trim();
  if (` ${line} `.includes(SEPARATOR))
    throw invalid(`Sentence ${sentence} of the ${side} holds "~~~", which stands between sentences.`);
  return line;
}

function invalid(message: string): AlignError {
  return new AlignError('invalid-beads', message, 'Write such beads as Vecalign lines or as a ladder.');
}

/**
 * Reads hunalign's text mode; sentences are numbered as they come. O(length).
 *
 * @throws AlignError `invalid-beads` that names the first line that has not two or three cells
 */
export function readHunalignText(text: string, options: ReadBeadsOptions = {}): HunalignText {
  const source: string[] = [];
  const rendering: string[] = [];
  const take = (into: string[], cell: string): number[] => {
    const first = into.length;
    if (cell.trim() !== '') for (const sentence of cell.split(SEPARATOR)) into.push(sentence);
    return run(first, into.length);
  };
  const beads = beadLines(text).map((line): LadderBead => {
    const [from, to, third, ...rest] = line.line.split('\t', 4);
    const confidence = third === undefined ? undefined : finiteNumber(third.trim());
    if (to === undefined || rest.length > 0 || (third !== undefined && confidence === undefined))
      throw invalidLine(line, EXPECTED, options);
    const bead = { source: take(source, from!), rendering: take(rendering, to) };
    return confidence === undefined ? bead : { ...bead, confidence };
  });
  return { source, rendering, beads };
}

/** hunalign's text mode. One rendering. */
export const hunalignText: Format = {
  name: 'hunalign-text',
  extensions: ['.hunalign'],
  render: (result) => writeHunalignText(alignedTexts(result, 'hunalign-text')),
};
