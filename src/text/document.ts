import type { Language, Sentence } from '../core/result.ts';
import { readSentences } from './block-sentences.ts';
import { readBlocks } from './blocks.ts';
import { readDates, type DateMention } from './dates.ts';
import { readLexemes } from './lexemes.ts';
import { readNumbers, type NumberMention } from './numbers.ts';
import { RunOns, type RunOn } from './run-on.ts';
import { readQuotations, type MarkFault, type Quotation } from './quotes.ts';
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
export function readDocument(
  side: { id: string; text: string; language: Language },
  breaks?: ReadonlySet<number>,
): Document {
  const { id, text, language } = side;
  const blocks = readBlocks(text);
  const runOns = new RunOns(text, language);
  const sentences = readSentences(text, blocks, language, breaks, runOns);
  const { quotations, faults } = readQuotations(text, language, blocks);
  const lexemes = readLexemes(text);
  return {
    id,
    text,
    language,
    sentences,
    runOns: sentences.map((sentence) => runOns.places(sentence)),
    words: readAllWords(text, sentences, language),
    quotations,
    markFaults: faults,
    numbers: readNumbers(text, language, lexemes),
    dates: readDates(text, language, sentences, lexemes),
  };
}

function readAllWords(text: string, sentences: readonly Sentence[], language: Language): Word[][] {
  const words: Word[][] = [];
  for (const sentence of sentences) words.push(readWords(text, sentence, language));
  return words;
}
