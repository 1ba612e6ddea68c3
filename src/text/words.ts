import type { Language } from '../core/result.ts';
import { isBlank, type Span } from '../core/span.ts';
import { functionWordsOf } from './function-words.ts';
import { isCombining, isDigit, isLetter } from './letters.ts';
import { wordForm, type WordForm } from './word-forms.ts';

/** A word of a sentence: letters, digits and inner hyphens or apostrophes. */
export interface Word extends Span {
  /** True for words that carry no content of their own (articles, prepositions, auxiliaries, pronouns, particles). */
  function: boolean;
  /** What follows from its characters. */
  readonly form: WordForm;
}

const SOFT_HYPHEN = 0xad;
/** Longer words are content words in every list, and are not looked up. */
const LONGEST_FUNCTION_WORD = 14;
const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * The words of `span`, in order. Figures are words: `1,000`, `3.5`, `10.01.2022` are one each, and so
 * are `U.S`, `Касым-Жомарта`, `don't` and a word with soft hyphens inside. A language without a list
 * of function words has none. O(length).
 */
export function readWords(text: string, span: Span, language: Language): Word[] {
  const functionWords = functionWordsOf(language) ?? NO_WORDS;
  const words: Word[] = [];
  let at = span.start;
  while (at < span.end) {
    const size = wordUnit(text, at, span.end);
    if (size === 0) {
      at++;
      continue;
    }
    const end = wordEnd(text, at, span.end);
    const form = wordForm(text, at, end);
    words.push({ start: at, end, function: isFunctionWord(form, functionWords), form });
    at = end;
  }
  return words;
}

/** The number of code units of the letter or digit at `at`; 0 where there is none. */
function wordUnit(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return 1;
  if (code >= 0xd800 && code <= 0xdbff && at + 1 < end) return /^\p{L}$/u.test(text.slice(at, at + 2)) ? 2 : 0;
  return isLetter(code) ? 1 : 0;
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  for (;;) {
    const size = wordUnit(text, at, end);
    if (size > 0) {
      at += size;
    } else if (at < end && at > start && isCombining(text.charCodeAt(at))) {
      at++;
    } else {
      let next = at;
      while (next < end && text.charCodeAt(next) === SOFT_HYPHEN) next++;
      if (next === at && next < end && joins(text, start, at, end)) next++;
      if (next === at || next >= end || wordUnit(text, next, end) === 0) return at;
      at = next;
    }
  }
}

/** True where the mark at `at` holds together what stands before and after it. */
function joins(text: string, start: number, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  switch (code) {
    case 0x2d: // -
    case 0x2010:
    case 0x2011:
    case 0x27: // '
    case 0x2019: // ’
    case 0x2bc:
      return true;
    case 0x2c: // ,
    case 0x2e: {
      const before = text.charCodeAt(at - 1);
      const after = text.charCodeAt(at + 1);
      if (isDigit(before) && isDigit(after)) return true;
      // U.S., a.m., т.е.: single letters only, so that a missing space after a full stop still ends the word.
      return (
        code === 0x2e &&
        isLetter(before) &&
        isLetter(after) &&
        (at - 1 === start || text.charCodeAt(at - 2) === 0x2e) &&
        (at + 2 >= end || text.charCodeAt(at + 2) === 0x2e || isBlank(text.charCodeAt(at + 2)))
      );
    }
    default:
      return false;
  }
}

function isFunctionWord({ text, key, isPlain }: WordForm, functionWords: ReadonlySet<string>): boolean {
  if (text.length > LONGEST_FUNCTION_WORD) return false;
  if (functionWords.has(key)) return true;
  if (isPlain) return false;
  const word = key.replaceAll('\u00ad', '').replaceAll('’', "'");
  if (functionWords.has(word)) return true;
  const apostrophe = word.indexOf("'");
  if (apostrophe <= 0) return false;
  // it's, he'll, they've, don't, can't: function words through and through; `Kazakhstan's` is not.
  const base = word.slice(0, apostrophe);
  if (functionWords.has(base)) return true;
  return word.endsWith("n't") && (functionWords.has(word.slice(0, -3)) || base === 'can' || base === 'won');
}
