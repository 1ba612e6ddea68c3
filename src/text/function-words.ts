import type { Language } from '../core/result.ts';
import { functionWordsEn } from './function-words-en.ts';
import { functionWordsRu } from './function-words-ru.ts';

/** The function words of a language, in lower case; undefined where there is no list of them. */
export function functionWordsOf(language: Language): ReadonlySet<string> | undefined {
  return language === 'ru' ? functionWordsRu : language === 'en' ? functionWordsEn : undefined;
}
