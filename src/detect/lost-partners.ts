import type { Span } from '../core/span.ts';
import { visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import type { MarkFault } from '../text/quotes.ts';
import { misreadCharacterSteps } from './mojibake.ts';
import { beadBySentence, sentenceAt } from './places.ts';
import { repeatSteps } from './repeats.ts';
import type { RenderingContext } from './rule.ts';
import { firstEndingAfter, merged, touches } from './span-sets.ts';

/** A partner that was misread stands at most so many paragraphs away, as far as a quotation may run. */
const MOST_PARAGRAPHS = 12;

/**
 * The quotation marks without a partner that another rule explains: one defect is one finding. The partner was left out
 * with its sentence, is in a sentence that was left in the source's language, was read in the wrong encoding, or the
 * sentence of the mark stands twice. O(faults log sentences + length), and nothing where there are no faults.
 */
export function* withoutExplained(context: RenderingContext, faults: readonly MarkFault[]): Steps<MarkFault[]> {
  if (faults.length === 0) return [];
  const { rendering } = context;
  const repeats = yield* repeatSteps(rendering);
  const twins = merged(
    repeats.flatMap(({ sentences, originalSentences }) =>
      [...sentences, ...originalSentences].map((index) => rendering.sentences[index]!),
    ),
  );
  yield;
  const isLost = partnersLost(context);
  yield;
  const left: MarkFault[] = [];
  yield* visiting(faults, (fault) => {
    if (!touches(twins, fault) && !isLost(fault)) left.push(fault);
  });
  return yield* withoutMisread(rendering, left);
}

/** Tells of a fault whether the source has the other end of its quotation in a sentence that was not translated. */
function partnersLost({ source, rendering, beads }: RenderingContext): (fault: MarkFault) => boolean {
  const beadOf = beadBySentence(beads, 'rendering', rendering.sentences.length);
  const beadOfSource = beadBySentence(beads, 'source', source.sentences.length);
  const outer = source.quotations.filter(({ depth }) => depth === 0);
  const isUntranslated = (sentence: number): boolean => {
    const bead = beads[beadOfSource[sentence] ?? -1];
    if (!bead) return false;
    if (bead.rendering.length === 0) return true;
    const own = scriptOf(source, sentence);
    return own !== scriptOf(rendering, 0) && bead.rendering.some((index) => scriptOf(rendering, index) === own);
  };
  return ({ start, kind }) => {
    if (kind === 'wrong-direction') return false;
    const bead = beads[beadOf[sentenceAt(rendering.sentences, start)] ?? -1];
    if (!bead || bead.source.length === 0) return false;
    const step = kind === 'unopened' ? -1 : 1;
    const edge = source.sentences[step < 0 ? Math.min(...bead.source) : Math.max(...bead.source)]!;
    // The quotation that runs in or out at the edge of what the bead renders.
    const at = step < 0 ? edge.start : edge.end;
    const around = outer[firstEndingAfter(outer, at)];
    if (!around || around.start >= at) return false;
    const partner = sentenceAt(source.sentences, step < 0 ? around.start : around.end - 1);
    return partner >= 0 && isUntranslated(partner);
  };
}

/** The script of most letters of a sentence. */
function scriptOf({ text, sentences }: Document, index: number): 'cyrillic' | 'latin' {
  const { start, end } = sentences[index]!;
  const letters = text.slice(start, end);
  const count = (script: RegExp): number => letters.match(script)?.length ?? 0;
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu) ? 'cyrillic' : 'latin';
}

/** Leaves out of each misread quotation mark the nearest fault that it is the partner of. */
function* withoutMisread({ text, sentences }: Document, faults: readonly MarkFault[]): Steps<MarkFault[]> {
  if (faults.length === 0) return [];
  const explained = new Set<MarkFault>();
  const blockAt = (offset: number): number => sentences[firstEndingAfter(sentences, offset)]?.block ?? -1;
  yield* visiting(yield* misreadCharacterSteps(text), (mark) => {
    const side = sideOf(text, mark);
    if (side === null) return;
    const near = (fault: MarkFault): boolean =>
      !explained.has(fault) && Math.abs(blockAt(fault.start) - blockAt(mark.start)) <= MOST_PARAGRAPHS;
    const before = faults.findLast((fault) => fault.end <= mark.start);
    const after = faults.find((fault) => fault.start >= mark.end);
    if (side !== 'open' && before?.kind === 'unclosed' && near(before)) explained.add(before);
    else if (side !== 'close' && after?.kind === 'unopened' && near(after)) explained.add(after);
  });
  return faults.filter((fault) => !explained.has(fault));
}

/** Which end of a quotation a misread character is; null for another character, `either` where its last byte was lost. */
function sideOf(text: string, { start, end, meant }: Span & { meant: string }): 'open' | 'close' | 'either' | null {
  if (/^[„«]$/.test(meant)) return 'open';
  if (/^[”»]$/.test(meant)) return 'close';
  if (/^[“"]$/.test(meant) || (meant === '' && text.slice(start, end).startsWith('â€'))) return 'either';
  return null;
}
