import { normalize } from './normalize.ts';
import type { UnigramTokenizer } from './tokenizer.ts';

/** Words whose pieces are kept, some 10 MB: a newspaper's vocabulary of a month. */
const capacity = 65_536;

/** Of longer texts no words are kept: an engine may let a kept word hold the whole text that it was cut from. */
const longestKept = 2000;

/**
 * The pieces of texts, word by word; those of words met before are remembered until the store is full, when it starts
 * anew.
 */
export class WordPieces {
  readonly #tokenizer: UnigramTokenizer;
  readonly #known = new Map<string, readonly number[]>();
  #ids = new Int32Array(1024);

  constructor(tokenizer: UnigramTokenizer) {
    this.#tokenizer = tokenizer;
  }

  /** The ids of a text's pieces: the first `count` of an array that the next call overwrites, and of how many words they are. O(length). */
  of(text: string): { ids: Int32Array; count: number; words: number } {
    const normalized = normalize(text);
    const isKept = normalized.length <= longestKept;
    // A piece has at least one character, and every word its mark: never more pieces than this.
    if (this.#ids.length < 2 * normalized.length) this.#ids = new Int32Array(2 * normalized.length);
    const ids = this.#ids;
    let count = 0;
    const words = this.#tokenizer.words(normalized);
    for (const word of words) {
      const pieces = this.#piecesOf(word, isKept);
      for (let i = 0; i < pieces.length; i++) ids[count++] = pieces[i]!;
    }
    return { ids, count, words: words.length };
  }

  #piecesOf(word: string, isKept: boolean): readonly number[] {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const pieces = this.#tokenizer.ids(word);
    if (!isKept) return pieces;
    if (this.#known.size >= capacity) this.#known.clear();
    this.#known.set(word, pieces);
    return pieces;
  }
}
