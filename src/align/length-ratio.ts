import type { Language } from '../core/result.ts';

/** Characters of an English translation for one of its Russian source: the mean of the development pairs' halves. */
const ENGLISH_PER_RUSSIAN = 0.95;

/** Characters of a rendering for one character of its source; 1 for languages that were not measured. */
export function lengthRatio(source: Language, rendering: Language): number {
  if (source === 'ru' && rendering === 'en') return ENGLISH_PER_RUSSIAN;
  if (source === 'en' && rendering === 'ru') return 1 / ENGLISH_PER_RUSSIAN;
  return 1;
}
