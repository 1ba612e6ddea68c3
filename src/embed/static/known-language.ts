import { AlignError } from '../../core/errors.ts';
import type { Language } from '../../core/result.ts';
import { functionWordsOf } from '../../text/function-words.ts';
import { identifyLanguage } from '../../text/language.ts';
import { excerpt } from '../checks.ts';

/** Shorter texts may be a name or a title. */
const fewestLetters = 40;

/**
 * A text of a foreign language falls into more pieces a word than this; four of five Russian and English sentences into
 * fewer, which spares them a closer look.
 */
const piecesPerWord = 1.6;

/** A text is in a language where so many of its words are function words of it: four of five sentences are spared again. */
const functionShare = 0.15;

/**
 * Of the 9,400 longer Russian and English sentences of the development sets none is refused at this confidence, of the
 * German and French ones 88 and 78 in 100 are.
 */
const leastConfidence = 0.75;

/**
 * Refuses a text that is in another language than the model's: its pieces would add up to noise.
 *
 * @throws AlignError `unsupported-language`
 */
export function requireKnownLanguage(
  text: string,
  index: number,
  { words, count }: { words: number; count: number },
  languages: readonly Language[],
): void {
  if (text.length < fewestLetters || count <= piecesPerWord * words) return;
  if (languages.some((language) => hasFunctionWords(text, functionWordsOf(language)))) return;
  const guess = identifyLanguage(text);
  if (guess === null || guess.confidence < leastConfidence || guess.letters < fewestLetters) return;
  if (languages.includes(guess.language)) return;
  throw new AlignError(
    'unsupported-language',
    `Text ${index}, ${excerpt(text)}, seems to be in the language "${guess.language}"; the model knows ${languages.join(' and ')}.`,
    'Leave it out, or use a multilingual model: loadTransformersEmbedder().',
  );
}

function hasFunctionWords(text: string, known: ReadonlySet<string> | undefined): boolean {
  if (known === undefined) return false;
  const words = text.split(' ');
  let found = 0;
  for (const word of words) if (known.has(word)) found++;
  return found >= functionShare * words.length;
}
