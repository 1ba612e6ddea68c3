import type { Language, Sentence } from '../core/result.ts';
import { finish, type Steps } from '../core/steps.ts';
import { sentenceSteps } from './block-sentences.ts';
import { blockSteps } from './blocks.ts';
import { dateSteps, type DateMention } from './dates.ts';
import { lexemeSteps } from './lexemes.ts';
import { numberSteps, type NumberMention } from './numbers.ts';
import { RunOns, type RunOn } from './run-on.ts';
import { quotationSteps, type MarkFault, type Quotation } from './quotes.ts';
import { readWords, type Word } from './words.ts';

/** One side after the text stage: everything that can be told from its text alone, read once for all renderings. */
export interface Document {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  /** Ordered, disjoint, trimmed; they cover every character that is not white space. */
  readonly sentences: Sentence[];
  /** Where each sentence may hold the beginning of another, though no mark says so, by sentence index. */
  readonly runOns: readonly (readonly RunOn[])[];
  /** The words of each sentence, by sentence index. */
  readonly words: readonly (readonly Word[])[];
  /** Ordered by start; a quotation may lie inside another and may run over sentences. */
  readonly quotations: readonly Quotation[];
  readonly markFaults: readonly MarkFault[];
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
}

/**
 * Reads one side: its blocks, sentences and words, and the quotations, numbers and dates in them. Sentences are parted at
 * `breaks` too, beginnings of sentences that no mark tells. O(length).
 */
export function readDocument(side: ReadableSide, breaks?: ReadonlySet<number>): Document {
  return finish(documentSteps(side, breaks));
}

/** What of a side is read. */
type ReadableSide = Pick<Document, 'id' | 'text' | 'language'>;

/** What `readDocument` does, in steps: one a block, and one a sentence. */
export function* documentSteps(side: ReadableSide, breaks?: ReadonlySet<number>): Steps<Document> {
  const { id, text, language } = side;
  const blocks = yield* blockSteps(text);
  const runOns = new RunOns(text, language);
  const sentences = yield* sentenceSteps(text, blocks, language, breaks, runOns);
  const { quotations, faults } = yield* quotationSteps(text, language, blocks);
  const lexemes = yield* lexemeSteps(text);
  const places: (readonly RunOn[])[] = [];
  const words: Word[][] = [];
  for (const sentence of sentences) {
    yield;
    places.push(runOns.places(sentence));
    words.push(readWords(text, sentence, language));
  }
  return {
    id,
    text,
    language,
    sentences,
    runOns: places,
    words,
    quotations,
    markFaults: faults,
    numbers: yield* numberSteps(text, language, lexemes),
    dates: yield* dateSteps(text, language, sentences, lexemes),
  };
}
