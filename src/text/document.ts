import type { Language, Sentence } from '../core/result.ts';
import type { DateMention } from './dates.ts';
import type { NumberMention } from './numbers.ts';
import type { MarkFault, Quotation } from './quotes.ts';
import type { Word } from './words.ts';

/** One side after the text stage: everything that can be told from its text alone, read once for all renderings. */
export interface Document {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  /** Ordered, disjoint, trimmed; they cover every character that is not white space. */
  readonly sentences: Sentence[];
  /** The words of each sentence, by sentence index. */
  readonly words: readonly (readonly Word[])[];
  /** Ordered by start; a quotation may lie inside another and may run over sentences. */
  readonly quotations: readonly Quotation[];
  readonly markFaults: readonly MarkFault[];
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
}
