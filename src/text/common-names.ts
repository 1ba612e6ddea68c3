import type { Language } from '../core/result.ts';
import { COMMON_NAMES } from './common-names-data.ts';
import { wordList } from './word-list.ts';

const names = new Map<Language, ReadonlySet<string>>();

function namesOf(language: Language): ReadonlySet<string> {
  let known = names.get(language);
  if (!known) {
    known = new Set(Object.hasOwn(COMMON_NAMES, language) ? COMMON_NAMES[language]!.split(' ') : []);
    names.set(language, known);
  }
  return known;
}

/** True for a frequent word of a language that is no name: one that has its capital from its place or a title. */
export function isOrdinary(word: string, language: Language): boolean {
  const key = word.toLowerCase().replaceAll('ё', 'е');
  return (wordList(language)?.isCommon(key) ?? false) && !namesOf(language).has(key);
}
