import type { Sentence } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { mapping, visiting, type Steps } from '../core/steps.ts';
import { readBracketFaults } from '../text/brackets.ts';
import type { Document } from '../text/document.ts';
import type { MarkFault } from '../text/quotes.ts';
import { spanOf } from './gaps.ts';
import { withoutExplained } from './lost-partners.ts';
import { bySentence } from './mentions.ts';
import { beadBySentence, sentenceAt } from './places.ts';
import type { DocumentContext, DocumentDraft, Draft, RenderingContext, Rule } from './rule.ts';

/** Set by hand, after reading what the rule tells of human translations of news. */
const CONFIDENCE = { unopened: 0.85, unclosed: 0.75, 'wrong-direction': 0.9, bracket: 0.7 } as const;

/** Quotation marks and brackets that lack their partner, or face the wrong way. */
export const unpairedMarksRule: Rule = {
  id: 'unpaired-marks',
  category: 'fluency/typography',
  summary: 'A quotation mark or bracket without its partner, or facing the wrong way.',
  severity: { literal: 'warning', wire: 'warning' },
  yieldsTo: ['untranslated', 'garbled-quote', 'duplication', 'encoding'],
  check: checkRendering,
  checkDocument,
};

function* checkRendering(context: RenderingContext): Steps<Draft[]> {
  const { rendering, beads } = context;
  const beadOf = beadBySentence(beads, 'rendering', rendering.sentences.length);
  const faults = yield* faultsOf(rendering, yield* withoutExplained(context, rendering.markFaults));
  return yield* mapping(faults, (fault) => ({
    confidence: fault.confidence,
    message: fault.message,
    source: [],
    rendering: [spanOf(fault)],
    beads: [beadOf[sentenceAt(rendering.sentences, fault.start)] ?? -1].filter((bead) => bead >= 0),
  }));
}

/** What is wrong in the source itself is worth a note: a rendering may carry it on. */
function* checkDocument({ source }: DocumentContext): Steps<DocumentDraft[]> {
  return yield* mapping(yield* faultsOf(source, source.markFaults), (fault) => ({
    confidence: fault.confidence,
    message: `In the source, ${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}`,
    source: [spanOf(fault)],
    places: [],
    severity: 'info',
  }));
}

interface Fault extends Span {
  confidence: number;
  message: string;
}

/** A paragraph with more faults is no prose, or its marks follow another custom: it is told once, at its first fault. */
const MOST_IN_PARAGRAPH = 8;

/** The faults of a document, ordered by place: those of its quotation marks, and its brackets'. */
function* faultsOf(document: Document, marks: readonly MarkFault[]): Steps<Fault[]> {
  const blocks = blocksOf(document.sentences);
  return bySentence(yield* everyFault(document, marks, blocks), blocks).flatMap((faults) => {
    if (faults.length <= MOST_IN_PARAGRAPH) return faults;
    const message = `${faults.length} quotation marks and brackets of the paragraph do not pair, from this one on.`;
    return [{ ...faults[0]!, message }];
  });
}

function* everyFault(document: Document, marks: readonly MarkFault[], blocks: readonly Span[]): Steps<Fault[]> {
  const faults: Fault[] = marks.map((fault) => ({
    start: fault.start,
    end: fault.end,
    confidence: CONFIDENCE[fault.kind],
    message: messageFor(fault, document.text.slice(fault.start, fault.end)),
  }));
  yield* visiting(blocks, (block) => {
    for (const { start, end, kind } of readBracketFaults(document.text, block)) {
      const part = kind === 'unclosed' ? 'is not closed' : 'closes nothing';
      const message = `The bracket ${document.text.slice(start, end)} ${part} in its paragraph.`;
      faults.push({ start, end, confidence: CONFIDENCE.bracket, message });
    }
  });
  return faults.sort((a, b) => a.start - b.start);
}

function messageFor({ kind }: MarkFault, glyph: string): string {
  if (kind === 'unopened') return `The quotation mark ${glyph} closes a quotation that was not opened.`;
  if (kind === 'unclosed') return `The quotation opened with ${glyph} is not closed.`;
  return `The quotation mark ${glyph} faces the wrong way.`;
}

/** Paragraphs, from the sentences in them. */
function blocksOf(sentences: readonly Sentence[]): Span[] {
  const blocks: Span[] = [];
  let block = -1;
  for (const sentence of sentences) {
    if (sentence.block === block) blocks.at(-1)!.end = sentence.end;
    else blocks.push({ start: sentence.start, end: sentence.end });
    block = sentence.block;
  }
  return blocks;
}
