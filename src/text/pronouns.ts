import type { Language } from '../core/result.ts';

/** Personal and possessive pronouns of the third person, which may stand for somebody named before. */
const PRONOUNS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('he she it they him her them his hers its their theirs himself herself itself themselves'.split(' ')),
  ru: new Set('он она оно они его ее их ему ей им ним нем ней них него нее ними ею нею'.split(' ')),
};

/** Whether a word is a pronoun of the third person; false in languages that have no list here. */
export function isPersonalPronoun(word: string, language: Language): boolean {
  return PRONOUNS[language]?.has(word.toLowerCase().replaceAll('ё', 'е')) ?? false;
}
