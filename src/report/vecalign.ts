import type { BeadPair } from '../core/bead-pair.ts';
import { alignedTexts } from './aligned-texts.ts';
import { beadLines, finiteNumber, invalidLine, sentenceNumber, type ReadBeadsOptions } from './bead-lines.ts';
import type { Format } from './format.ts';

/** A bead with its cost where the line gives one; low is good. */
export interface VecalignBead extends BeadPair {
  /** As the line has it; of ours in nats. */
  readonly cost?: number;
}

const EXPECTED = 'a bead such as "[6]:[6, 7]:0.507506", numbers from 0, the cost optional';

/** Lines as Vecalign writes them: `[6]:[6, 7, 8]:0.507506`, a gap always at 0.000000; no third field without a cost. */
export function writeVecalign(beads: readonly VecalignBead[]): string {
  return beads
    .map(({ source, rendering, cost }) => {
      const gap = source.length === 0 || rendering.length === 0;
      const third = cost === undefined ? '' : `:${(gap ? 0 : cost).toFixed(6)}`;
      return `[${source.join(', ')}]:[${rendering.join(', ')}]${third}\n`;
    })
    .join('');
}

/**
 * Reads Vecalign's lines, and gold files of the same format: with or without cost and spaces, any line end, blank lines
 * left out. Beads come as they stand there, in any order. O(length).
 *
 * @throws AlignError `invalid-beads` that names the first line that is no bead
 */
export function readVecalign(text: string, options: ReadBeadsOptions = {}): VecalignBead[] {
  return beadLines(text).map((line) => {
    const [from, to, third = '', ...rest] = line.line.split(':', 4).map((field) => field.trim());
    const [source, rendering, cost] = [sentences(from), sentences(to), finiteNumber(third)];
    if (!source || !rendering || rest.length > 0 || (third !== '' && cost === undefined))
      throw invalidLine(line, EXPECTED, options);
    return cost === undefined ? { source, rendering } : { source, rendering, cost };
  });
}

/** The numbers of `[6, 7]`; `undefined` where it is no such list. */
function sentences(field: string | undefined): number[] | undefined {
  if (field === undefined || !field.startsWith('[') || !field.endsWith(']') || field.length < 2) return undefined;
  const inner = field.slice(1, -1).trim();
  const numbers = inner === '' ? [] : inner.split(',').map((digits) => sentenceNumber(digits.trim()));
  return numbers.includes(undefined) ? undefined : (numbers as number[]);
}

/** Vecalign's lines over the sentences of the result. One rendering. */
export const vecalign: Format = {
  name: 'vecalign',
  extensions: ['.vecalign'],
  render: (result) => writeVecalign(alignedTexts(result, 'vecalign').beads),
};
