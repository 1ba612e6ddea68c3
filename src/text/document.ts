import type { Language, Sentence } from '../core/result.ts';
import { finish, type Steps } from '../core/steps.ts';
import { sentenceSteps } from './block-sentences.ts';
import { blockSteps, type Block } from './blocks.ts';
import { dateSteps, type DateMention } from './dates.ts';
import { lexemeSteps } from './lexemes.ts';
import { numberSteps, type NumberMention } from './numbers.ts';
import { RunOns, type RunOn } from './run-on.ts';
import { quotationSteps, type MarkFault, type Quotation } from './quotes.ts';
import { WordLists } from './word-lists.ts';
import { readWords } from './words.ts';

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
  readonly words: WordLists;
  /** Ordered by start; a quotation may lie inside another and may run over sentences. */
  readonly quotations: readonly Quotation[];
  readonly markFaults: readonly MarkFault[];
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
}

/**
 * Reads one side: its blocks, sentences and words, and the quotations, numbers and dates in them. O(length).
 */
export function readDocument(side: ReadableSide): Document {
  return finish(documentSteps(side));
}

/** What of a side is read. */
type ReadableSide = Pick<Document, 'id' | 'text' | 'language'>;

/** What `readDocument` does, in steps: one a block, and one a sentence. */
export function* documentSteps({ id, text, language }: ReadableSide): Steps<Document> {
  const blocks = yield* blockSteps(text);
  const parts = yield* sentencesOf({ text, language }, blocks);
  const { quotations, faults } = yield* quotationSteps(text, language, blocks);
  const lexemes = yield* lexemeSteps(text);
  return {
    ...{ id, text, language },
    ...parts,
    quotations,
    markFaults: faults,
    numbers: yield* numberSteps(text, language, lexemes),
    dates: yield* dateSteps(text, language, parts.sentences, lexemes),
  };
}

/**
 * The document with its sentences parted at `breaks` too, beginnings of sentences that no mark tells. All else stays, and so
 * do the words of the sentences that do: of a book, many megabytes. In the steps of `documentSteps`. O(length).
 */
export function* partedSteps(document: Document, breaks: ReadonlySet<number>): Steps<Document> {
  const blocks = yield* blockSteps(document.text);
  return { ...document, ...(yield* sentencesOf(document, blocks, breaks, document)) };
}

/** What is told of each sentence by itself. */
type Sentences = Pick<Document, 'sentences' | 'runOns' | 'words'>;

/** The sentences of some blocks with what is told of each; where a sentence is one of `known`, that is taken from there. */
function* sentencesOf(
  { text, language }: Pick<Document, 'text' | 'language'>,
  blocks: readonly Block[],
  breaks?: ReadonlySet<number>,
  known: Sentences = { sentences: [], runOns: [], words: new WordLists() },
): Steps<Sentences> {
  const runOns = new RunOns(text, language);
  const sentences = yield* sentenceSteps(text, blocks, language, breaks, runOns);
  const places: (readonly RunOn[])[] = [];
  const words = new WordLists();
  let at = 0;
  for (const sentence of sentences) {
    yield;
    while (at < known.sentences.length && known.sentences[at]!.start < sentence.start) at++;
    const same = known.sentences[at];
    const isKnown = same?.start === sentence.start && same.end === sentence.end;
    places.push(isKnown ? known.runOns[at]! : runOns.places(sentence));
    words.add(isKnown ? known.words.of(at) : readWords(text, sentence, language));
  }
  return { sentences, runOns: places, words };
}
