import { abbreviationsEn } from './abbreviations-en.ts';
import { abbreviationsRu } from './abbreviations-ru.ts';
import { functionWordsEn } from './function-words-en.ts';
import { functionWordsRu } from './function-words-ru.ts';
import { isUpper } from './letters.ts';

const VOWELS = 'aeiouyаеёиоуыэюяьй';

/** What the sentence splitter knows of a language's abbreviations; all words in lower case, without the last full stop. */
export interface Abbreviations {
  /** Followed by a name or a figure: a capital letter after them begins no sentence. */
  readonly beforeName: ReadonlySet<string>;
  /** Abbreviations in front of a figure or a small letter, else words like others (`No. 5`, `he said no.`). */
  readonly beforeFigure: ReadonlySet<string>;
  /** Abbreviations in front of a small letter, else words like others. */
  readonly beforeSmall: ReadonlySet<string>;
  /** May stand at the end of a sentence: a capital letter after them begins one where the word is a starter. */
  readonly mayEnd: ReadonlySet<string>;
  /** May stand at the end of a sentence, and a name hardly follows: any capitalised word after them begins one. */
  readonly endsBeforeCapital: ReadonlySet<string>;
  /** Words that begin sentences and no names. */
  readonly starters: ReadonlySet<string>;
}

/**
 * The abbreviations of both languages: their scripts keep them apart, and a rendering may hold a
 * sentence that was left untranslated.
 */
export const abbreviations: Abbreviations = {
  beforeName: union('beforeName'),
  beforeFigure: union('beforeFigure'),
  beforeSmall: union('beforeSmall'),
  mayEnd: union('mayEnd'),
  endsBeforeCapital: union('endsBeforeCapital'),
  starters: union('starters'),
};

function union(key: keyof Abbreviations): ReadonlySet<string> {
  return new Set([...abbreviationsRu[key], ...abbreviationsEn[key]]);
}

/** One letter, or the short form of a forename in front of a surname: `K`, `Ж`, `Zh`, `Дж`, `К.-Ж`. */
export function isInitial(token: string): boolean {
  const last = token.slice(Math.max(token.lastIndexOf('.'), token.lastIndexOf('-')) + 1);
  if (last.length === 1) return isUpper(last.charCodeAt(0));
  if (last.length > 2 || !isUpper(last.charCodeAt(0)) || isUpper(last.charCodeAt(1))) return false;
  return !VOWELS.includes(last[0]!.toLowerCase()) && !VOWELS.includes(last[1]!);
}

/** `u.s`, `a.m`, `к.м.н`: single letters with full stops between them. */
export function isDotted(word: string): boolean {
  if (!word.includes('.')) return false;
  return word.split('.').every((part) => part.length <= 1);
}

/** True for a word, in lower case, that is no abbreviation: a small letter after its full stop begins a sentence. */
export function isFullWord(word: string): boolean {
  if (abbreviations.beforeSmall.has(word) || abbreviations.beforeFigure.has(word)) return false;
  if (word.length > 3 || (word.length === 3 && VOWELS.includes(word[2]!))) return true;
  return word.length > 1 && (functionWordsEn.has(word) || functionWordsRu.has(word));
}
