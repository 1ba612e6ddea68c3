import { extendHash } from '../../core/word-hash.ts';
import { NormalizedText } from './normalize.ts';
import { isLowSurrogate, longestWord, wordMark } from './tokenizer.ts';
import type { UnigramTokenizer } from './tokenizer.ts';
import { WordStore } from './word-store.ts';

const space = 32;

/** The pieces of texts, word by word; those of words met before are remembered. */
export class WordPieces {
  readonly #tokenizer: UnigramTokenizer;
  readonly #known = new WordStore();
  readonly #text = new NormalizedText();
  #ids = new Int32Array(1024);

  constructor(tokenizer: UnigramTokenizer) {
    this.#tokenizer = tokenizer;
  }

  /**
   * The ids of a text's pieces: the first `count` of an array that the next call overwrites, and of how many words they are.
   * Words end at a space, at the mark, which counts as one, and where they are too long. O(length).
   */
  of(text: string): { ids: Int32Array; count: number; words: number } {
    const { characters, length } = this.#text.read(text);
    // A piece has at least one character, and every word its mark: never more pieces than this.
    if (this.#ids.length < 2 * length) this.#ids = new Int32Array(2 * length);
    let count = 0;
    let words = 0;
    let start = 0;
    let hash = 0;
    for (let at = 0; at <= length; at++) {
      const code = at < length ? characters[at]! : space;
      const isSpace = code === space || code === wordMark;
      // A cut never separates the halves of a surrogate pair.
      if (isSpace || at - start >= longestWord + (isLowSurrogate(code) ? 1 : 0)) {
        if (at > start) {
          count = this.#write(characters, start, at, hash, count);
          words++;
        }
        start = isSpace ? at + 1 : at;
        hash = 0;
      }
      if (!isSpace) hash = extendHash(hash, code);
    }
    return { ids: this.#ids, count, words };
  }

  /** Writes the ids of the word `text[start, end)` behind the first `count`; returns how many there are then. */
  #write(text: Uint16Array, start: number, end: number, hash: number, count: number): number {
    const word = this.#known.find(text, start, end, hash);
    if (word >= 0) return this.#known.write(word, this.#ids, count);
    const last = this.#tokenizer.write(text, start, end, this.#ids, count);
    this.#known.add(text, start, end, hash, this.#ids, count, last);
    return last;
  }
}
