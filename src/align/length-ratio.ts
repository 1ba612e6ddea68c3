import type { Bead, Language } from '../core/result.ts';
import type { SideWords } from '../embed/side-words.ts';

/** Characters of an English translation for one of its Russian source: the mean of the development pairs' halves. */
const ENGLISH_PER_RUSSIAN = 0.95;

/** Characters of a rendering for one character of its source; 1 for languages that were not measured. */
export function lengthRatio(source: Language, rendering: Language): number {
  if (source === 'ru' && rendering === 'en') return ENGLISH_PER_RUSSIAN;
  if (source === 'en' && rendering === 'ru') return 1 / ENGLISH_PER_RUSSIAN;
  return 1;
}

/**
 * How much longer one side of a bead is than the other lets expect: log ratio, negative where it is shorter. Ten
 * characters on both sides, so that very short sentences are not told apart by a word.
 */
export function lengthExcess(
  bead: Pick<Bead, 'source' | 'rendering'>,
  side: 'source' | 'rendering',
  texts: { source: SideWords; rendering: SideWords; lengthRatio: number },
): number {
  const size = (of: 'source' | 'rendering') =>
    bead[of].reduce((sum, s) => {
      const { start, end } = texts[of].document.sentences[s]!;
      return sum + end - start;
    }, 10);
  const excess = Math.log((size('source') * texts.lengthRatio) / size('rendering'));
  return side === 'source' ? excess : -excess;
}
