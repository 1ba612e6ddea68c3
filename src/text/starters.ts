import type { Language } from '../core/result.ts';
import { isDigit } from './letters.ts';
import { STARTERS } from './starters-data.ts';

const read = new Map<Language, ReadonlyMap<string, number>>();

/**
 * For frequent words of a language, in lower case with `е` for `ё`, the log odds that a capital letter comes from the beginning of a
 * sentence and not from a name, against the average word. Empty for other languages. Counted by bench/fit-run-on.ts.
 */
export function starters(language: Language): ReadonlyMap<string, number> {
  let known = read.get(language);
  if (!known) {
    const packed = Object.hasOwn(STARTERS, language) ? STARTERS[language]! : '';
    known = new Map(packed.split(' ').flatMap((entry) => (entry === '' ? [] : [unpack(entry)])));
    read.set(language, known);
  }
  return known;
}

/** `the38` is the word `the` with log odds 3.8. */
function unpack(entry: string): [word: string, logOdds: number] {
  let at = entry.length;
  while (isDigit(entry.charCodeAt(at - 1))) at--;
  if (entry[at - 1] === '-') at--;
  return [entry.slice(0, at), Number(entry.slice(at)) / 10];
}
