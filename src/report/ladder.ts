import type { BeadPair } from '../core/bead-pair.ts';
import { AlignError } from '../core/errors.ts';
import { alignedTexts } from './aligned-texts.ts';
import { beadLines, finiteNumber, invalidLine, run, sentenceNumber, type ReadBeadsOptions } from './bead-lines.ts';
import type { Format } from './format.ts';
import { uncrossed } from './uncrossed.ts';

/** A bead with its confidence where the file gives one; high is good, and of hunalign it is no probability. */
export interface LadderBead extends BeadPair {
  /** As the file has it: of ours 0 to 1, of hunalign any number. */
  readonly confidence?: number;
}

/** The number of sentences of each side. */
export interface SentenceCounts {
  /** Sentences of the source. */
  readonly source: number;
  /** Sentences of the rendering. */
  readonly rendering: number;
}

const EXPECTED = 'a rung such as "12<TAB>11<TAB>0.85", from "0<TAB>0" on, neither number falling';

/**
 * hunalign's ladder: a rung `n<TAB>m<TAB>confidence` says that the first n sentences of the source correspond to the
 * first m of the rendering; the confidence is that of the bead that begins there. The last rung holds the totals.
 *
 * A ladder cannot say that beads cross. Of such beads those that hold the most sentences without crossing stay; the
 * others become gaps of both sides, with confidence 0, as do sentences that are in no bead. Without any confidence
 * given, rungs have two columns.
 *
 * @throws AlignError `invalid-beads` where a side of a bead is not consecutive, or a sentence is in two beads or in none
 *   of the text
 */
export function writeLadder(beads: readonly LadderBead[], counts: SentenceCounts): string {
  const gapConfidence = { source: claim(beads, 'source', counts), rendering: claim(beads, 'rendering', counts) };
  const graded = beads.some(({ confidence }) => confidence !== undefined);
  const rungs: string[] = [];
  let [n, m] = [0, 0];
  const rung = (confidence: number) => rungs.push(`${n}\t${m}${graded ? `\t${confidence.toFixed(4)}` : ''}\n`);
  const gapsUpTo = (source: number, rendering: number) => {
    for (; n < source; n++) rung(gapConfidence.source[n]!);
    for (; m < rendering; m++) rung(gapConfidence.rendering[m]!);
  };
  const paired = beads.filter(({ source, rendering }) => source.length > 0 && rendering.length > 0);
  for (const { source, rendering, confidence = 0 } of uncrossed(paired, counts.rendering)) {
    gapsUpTo(source[0]!, rendering[0]!);
    rung(confidence);
    n += source.length;
    m += rendering.length;
  }
  gapsUpTo(counts.source, counts.rendering);
  rung(0);
  return rungs.join('');
}

/** Checks one side of the beads; gives the confidence of each of its sentences that is in a gap, else 0. */
function claim(beads: readonly LadderBead[], side: 'source' | 'rendering', counts: SentenceCounts): Float64Array {
  const confidences = new Float64Array(counts[side]);
  const taken = new Uint8Array(counts[side]);
  for (const bead of beads) {
    const sentences = bead[side];
    sentences.forEach((sentence, at) => {
      if (taken[sentence] !== 0)
        throw invalid(`Sentence ${sentence} of the ${side} is in two beads, or the ${side} does not have it.`);
      if (at > 0 && sentence !== sentences[at - 1]! + 1)
        throw invalid(`The bead of sentences ${sentences.join(', ')} of the ${side} leaves some out between them.`);
      taken[sentence] = 1;
      if (bead.source.length === 0 || bead.rendering.length === 0) confidences[sentence] = bead.confidence ?? 0;
    });
  }
  return confidences;
}

function invalid(message: string): AlignError {
  return new AlignError('invalid-beads', message, 'A ladder cannot hold such beads; write them as Vecalign lines.');
}

/**
 * Reads hunalign's ladder, with two columns or three, tabs or spaces between them. The beads between the rungs cover
 * every sentence of both sides, in order. O(length + sentences).
 *
 * @throws AlignError `invalid-beads` that names the first line that is no rung, or falls below the one before
 */
export function readLadder(text: string, options: ReadBeadsOptions = {}): LadderBead[] {
  const beads: LadderBead[] = [];
  let below: { n: number; m: number; confidence: number | undefined } | undefined;
  for (const line of beadLines(text)) {
    const cells = line.line.trim().split(/[\t ]+/, 4);
    const [n, m] = [sentenceNumber(cells[0]!), sentenceNumber(cells[1] ?? '')];
    const confidence = finiteNumber(cells[2] ?? '');
    const { n: fromN, m: fromM } = below ?? { n: 0, m: 0 };
    const falls = n === undefined || m === undefined || n < fromN || m < fromM;
    const startsLate = below === undefined && (n !== 0 || m !== 0);
    if (falls || startsLate || cells.length > 3 || (cells.length === 3 && confidence === undefined))
      throw invalidLine(line, EXPECTED, options);
    if (n > fromN || m > fromM)
      beads.push({
        source: run(fromN, n),
        rendering: run(fromM, m),
        ...(below?.confidence === undefined ? {} : { confidence: below.confidence }),
      });
    below = { n, m, confidence };
  }
  if (below !== undefined) return beads;
  throw new AlignError('invalid-beads', `There is no rung in ${options.name ?? 'the text'}.`, `Expected ${EXPECTED}.`);
}

/** hunalign's ladder over the sentences of the result. One rendering. */
export const ladder: Format = {
  name: 'ladder',
  extensions: ['.ladder'],
  render: (result) => {
    const { source, rendering, beads } = alignedTexts(result, 'ladder');
    return writeLadder(beads, { source: source.length, rendering: rendering.length });
  },
};
