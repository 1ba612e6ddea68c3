import { firstSlot } from '../../core/word-hash.ts';

/** Words that are kept at most, a newspaper's vocabulary of a month; their characters, and their pieces. */
const mostWords = 65_536;
const mostCharacters = 16 * mostWords;
const mostPieces = 4 * mostWords;

const slotCount = 2 * mostWords;

/** Texts are untrusted: a word whose hash many others have is not kept, rather than looked for among all of them. */
const mostProbes = 16;

/**
 * The pieces of words met before, until there is no more room, when the store starts anew. Words are characters of a text
 * and their hash, and everything lies in typed arrays: no string is made to look for a word, and nothing is left to collect.
 */
export class WordStore {
  /** The hash and the number + 1 of a word, side by side; 0 where there is none. */
  readonly #slots = new Int32Array(2 * slotCount);
  readonly #characters = new Uint16Array(mostCharacters);
  readonly #pieces = new Int32Array(mostPieces);
  /** Where the characters and the pieces of each word begin, and last where those of the last one end. */
  readonly #characterStarts = new Int32Array(mostWords + 1);
  readonly #pieceStarts = new Int32Array(mostWords + 1);
  #words = 0;

  /** The number of the word `text[start, end)`; -1 where it is not kept. */
  find(text: Uint16Array, start: number, end: number, hash: number): number {
    for (let probe = 0, slot = firstSlot(hash, slotCount); probe < mostProbes; probe++, slot = (slot + 1) % slotCount) {
      const word = this.#slots[2 * slot + 1]! - 1;
      if (word < 0) return -1;
      if (this.#slots[2 * slot] === hash && this.#isWord(word, text, start, end)) return word;
    }
    return -1;
  }

  #isWord(word: number, text: Uint16Array, start: number, end: number): boolean {
    let at = this.#characterStarts[word]!;
    if (this.#characterStarts[word + 1]! - at !== end - start) return false;
    for (let i = start; i < end; i++, at++) if (text[i] !== this.#characters[at]) return false;
    return true;
  }

  /** Writes the pieces of a word to `ids` from `at` on; returns where they end. */
  write(word: number, ids: Int32Array, at: number): number {
    const end = this.#pieceStarts[word + 1]!;
    for (let i = this.#pieceStarts[word]!; i < end; i++) ids[at++] = this.#pieces[i]!;
    return at;
  }

  /** Keeps a word that was not found, with its pieces `ids[first, last)`. */
  add(text: Uint16Array, start: number, end: number, hash: number, ids: Int32Array, first: number, last: number): void {
    let characters = this.#characterStarts[this.#words]!;
    let pieces = this.#pieceStarts[this.#words]!;
    if (this.#words === mostWords || characters + end - start > mostCharacters || pieces + last - first > mostPieces) {
      this.#slots.fill(0);
      this.#words = characters = pieces = 0;
    }
    for (let probe = 0, slot = firstSlot(hash, slotCount); probe < mostProbes; probe++, slot = (slot + 1) % slotCount) {
      if (this.#slots[2 * slot + 1] !== 0) continue;
      for (let i = start; i < end; i++) this.#characters[characters++] = text[i]!;
      for (let i = first; i < last; i++) this.#pieces[pieces++] = ids[i]!;
      this.#slots[2 * slot] = hash;
      this.#slots[2 * slot + 1] = ++this.#words;
      this.#characterStarts[this.#words] = characters;
      this.#pieceStarts[this.#words] = pieces;
      return;
    }
  }
}
