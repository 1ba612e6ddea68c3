import type { Language } from '../core/result.ts';
import { copulasEn, functionWordsEn } from './function-words-en.ts';
import { copulasRu, functionWordsRu } from './function-words-ru.ts';

/** The function words of a language, in lower case; undefined where there is no list of them. */
export function functionWordsOf(language: Language): ReadonlySet<string> | undefined {
  return language === 'ru' ? functionWordsRu : language === 'en' ? functionWordsEn : undefined;
}

/** Content words of a language that say no more than that something is, or where; in lower case. */
export function copulasOf(language: Language): ReadonlySet<string> {
  return language === 'ru' ? copulasRu : language === 'en' ? copulasEn : NONE;
}

const NONE: ReadonlySet<string> = new Set();
