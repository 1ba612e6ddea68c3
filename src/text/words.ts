import type { Span } from '../core/span.ts';

/** A word of a sentence: letters, digits and inner hyphens or apostrophes. */
export interface Word extends Span {
  /** True for words that carry no content of their own (articles, prepositions, auxiliaries, pronouns, particles). */
  function: boolean;
}
