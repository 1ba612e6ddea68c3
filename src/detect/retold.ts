import type { Document } from '../text/document.ts';

/** So many sentences in front of and behind one are looked at. */
const REACH = 4;
/**
 * A sentence of whose content words another has so many says the same; a short one must have them all. Of the 384 omissions in
 * bench:planted 370 are told, and 22 that are none, mostly two wordings of one sentence side by side; at .6 366 and 18, at .8 371
 * and 25.
 */
const SAME_WORDS = 0.7;
const SHORT = 5;
const LEAST_CONTENT_WORDS = 3;
/** Words are compared by their first letters: Russian and English forms of a word differ in their ends. */
const STEM = 5;

/**
 * The sentence near another that says the same in other words, or undefined: `candidates` tells which may. A figure that only the
 * first has makes it another statement. O(words of the neighbours).
 */
export function retoldBy(
  document: Document,
  sentence: number,
  candidates: (sentence: number) => boolean,
): number | undefined {
  const own = contentStems(document, sentence);
  if (own.length < LEAST_CONTENT_WORDS) return undefined;
  const last = Math.min(document.sentences.length - 1, sentence + REACH);
  for (let other = Math.max(0, sentence - REACH); other <= last; other++) {
    if (other === sentence || !candidates(other)) continue;
    const theirs = new Set(contentStems(document, other));
    const shared = own.filter((stem) => theirs.has(stem)).length;
    const least = own.length < SHORT ? own.length : SAME_WORDS * own.length;
    if (shared >= least && own.every((stem) => theirs.has(stem) || !/\d/.test(stem))) return other;
  }
  return undefined;
}

/** The beginnings of a sentence's content words: the same for most forms of a word. */
export function contentStems({ words }: Document, sentence: number): string[] {
  return words.of(sentence).flatMap(({ form, function: isFunction }) => (isFunction ? [] : [form.key.slice(0, STEM)]));
}
