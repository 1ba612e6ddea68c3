import type { Language } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import type { Document } from './document.ts';
import { formKeys } from './inflection.ts';
import { readWords, type Word } from './words.ts';

/** A phrase that stands in a sentence; `phrase` is its place in the list that was sought. */
export interface Occurrence extends Span {
  phrase: number;
  sentence: number;
}

/** A word, or a part of one with hyphens, as it is compared. */
interface Token extends Span {
  keys: string[];
  /** 0 lower case, 1 a capital first, 2 capitals alone (two at least). */
  capitals: 0 | 1 | 2;
}

export interface PhraseOptions {
  /** Where true, a capital in the phrase asks for one in the text; capitals alone always do. */
  capitals: boolean;
}

/** What may stand between the words of a phrase: white space, hyphens, quotation marks, the dot of an abbreviation. */
const GAP = /^[\s\u00ad.'’"“”„«»‐‑–—-]*$/;
const LONGEST_GAP = 4;

/**
 * Finds phrases in the sentences of a document, in any inflected form; ordered by sentence and start, and the longest
 * first of those that start together. One that runs over the end of a sentence is not found.
 * O(words + letters of the phrases + places where the beginning of a phrase stands).
 */
export function findPhrases(phrases: readonly string[], document: Document, options: PhraseOptions): Occurrence[] {
  const { text, language, sentences, words } = document;
  const sought = phrases.map((phrase) => lazyTokens(phrase, language));
  const byFirst = new Map<string, number[]>();
  sought.forEach(({ first }, phrase) => {
    for (const key of first?.keys ?? []) {
      const list = byFirst.get(key);
      if (list === undefined) byFirst.set(key, [phrase]);
      else list.push(phrase);
    }
  });
  const found: Occurrence[] = [];
  sentences.forEach((_, sentence) => {
    const here = tokens(text, words.of(sentence), language);
    here.forEach((first, at) => {
      const candidates = first.keys.flatMap((key) => byFirst.get(key) ?? []);
      const ends = [...new Set(candidates)]
        .map((phrase) => ({ phrase, end: phraseEnd(text, here, at, sought[phrase]!.all(), options) }))
        .filter(({ end }) => end > 0)
        .sort((a, b) => b.end - a.end || a.phrase - b.phrase);
      for (const { phrase, end } of ends) found.push({ phrase, sentence, start: first.start, end });
    });
  });
  return found;
}

/** Where a phrase that begins at token `at` ends; 0 where it does not stand there. */
function phraseEnd(
  text: string,
  here: readonly Token[],
  at: number,
  sought: readonly Token[],
  { capitals }: PhraseOptions,
): number {
  if (at + sought.length > here.length) return 0;
  for (let k = 0; k < sought.length; k++) {
    const token = here[at + k]!;
    const wanted = sought[k]!;
    if (wanted.capitals === 2 ? token.capitals < 2 : capitals && token.capitals < wanted.capitals) return 0;
    if (!token.keys.some((key) => wanted.keys.includes(key))) return 0;
    if (k === 0) continue;
    const before = here[at + k - 1]!.end;
    if (token.start - before > LONGEST_GAP || !GAP.test(text.slice(before, token.start))) return 0;
  }
  return here[at + sought.length - 1]!.end;
}

/** The tokens of a phrase, its first one at once, the others once they are asked for: most phrases never are. */
function lazyTokens(phrase: string, language: Language): { first: Token | undefined; all(): readonly Token[] } {
  const words = readWords(phrase, { start: 0, end: phrase.length }, language);
  const read = (list: readonly Word[]) => tokens(phrase, list, language).map(uninflected);
  let all: readonly Token[] | undefined;
  return { first: read(words.slice(0, 1))[0], all: () => (all ??= read(words)) };
}

/** An abbreviation in capitals that ends in a vowel (НАТО, США) has one form. */
function uninflected(token: Token): Token {
  const [word] = token.keys;
  return token.capitals === 2 && /[аеиоуыэюяaeiou]$/.test(word!) ? { ...token, keys: [word!] } : token;
}

function tokens(text: string, words: readonly Word[], language: Language): Token[] {
  return words.flatMap(({ start, end }) => {
    let at = start;
    return text
      .slice(start, end)
      .split(/[-‐‑]/)
      .map((part): Token => {
        const token = { start: at, end: at + part.length, ...read(part, language) };
        at = token.end + 1;
        return token;
      });
  });
}

function read(part: string, language: Language): Pick<Token, 'keys' | 'capitals'> {
  const letters = part.replaceAll('\u00ad', '').replaceAll('ё', 'е').replaceAll('Ё', 'Е').replaceAll('’', "'");
  const lower = letters.toLowerCase();
  const bare = letters.replace(/'s?$/, '');
  const first = bare.charAt(0);
  const isCapital = first !== first.toLowerCase();
  // МИД, and МИДа
  const shouts = /^\p{Lu}{2,}\p{Ll}{0,2}$/u.test(bare);
  return { keys: formKeys(lower, language), capitals: shouts ? 2 : isCapital ? 1 : 0 };
}
