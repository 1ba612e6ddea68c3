import { bytesOf } from '../core/base64.ts';
import type { Language } from '../core/result.ts';
import { filters, hashes } from './word-list-data.ts';

/**
 * Which words a language has, as far as a small filter knows. It never forgets a word that it was given, and takes
 * about one string in sixty for a word that is none.
 */
export interface WordList {
  /** A word of the language, in any of its forms. */
  isWord(word: string): boolean;
  /** A frequent word, as it stands. */
  isCommon(word: string): boolean;
  /** A long word so frequent that a hyphen inside it is an error even between two words. */
  isFrequentLong(word: string): boolean;
  /** A compound that is written with a hyphen. */
  isCompound(word: string): boolean;
}

const loaded = new Map<Language, WordList>();

/** The list of a language, unpacked on first use; null where there is none. */
export function wordList(language: Language): WordList | null {
  const known = loaded.get(language);
  if (known) return known;
  const packed = Object.hasOwn(filters, language) ? filters[language] : undefined;
  if (packed === undefined) return null;
  const list = unpack(packed, language);
  loaded.set(language, list);
  return list;
}

function unpack(packed: string, language: Language): WordList {
  const field = bytesOf(packed);
  const has = (key: string): boolean => {
    const a = hash(key, 2166136261);
    const b = (hash(key, 3339675911) | 1) >>> 0;
    for (let i = 0; i < hashes; i++) {
      // Below 2^53: the sum needs no wider integers.
      const at = ((a + i * b) % 4294967296) % (field.length * 8);
      if ((field[at >> 3]! & (1 << (at & 7))) === 0) return false;
    }
    return true;
  };
  const fold = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');
  return {
    isWord: (word) => has(stem(fold(word), language)),
    isCommon: (word) => has('=' + fold(word)),
    isFrequentLong: (word) => word.length >= LEAST_LONG && has('+' + fold(word)),
    isCompound: (word) => has(fold(word)),
  };
}

/** Letters of a long word, as in training/word-list.py. */
const LEAST_LONG = 7;

const ENDING: Readonly<Record<string, RegExp>> = {
  en: /(?:s|ed|es|ing|ly)$/,
  ru: /(?:[аеиоуыьюяй]|[аяеуюоыи][йхмя]|ов|ев|[аяеио]ми|[оеыи]го|[оеыи]му|[аяиыоеую]ть|[аяиыоеу]л[аои]?|[еиую]т)$/,
};

/** A word without its ending, as training/word-list.py cuts it. */
function stem(word: string, language: Language): string {
  if (word.length <= 5) return word;
  const cut = word.replace(ENDING[language]!, '');
  return cut.length >= 4 ? cut : word;
}

/** FNV-1a over UTF-16 code units, mixed once more; 32 bits. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  // FNV leaves the low bits badly mixed; these steps are those that finish MurmurHash3.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
