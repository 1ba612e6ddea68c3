import { PieceTrie, ROOT } from './piece-trie.ts';

/** The mark of a word's beginning in a piece, as SentencePiece writes it. */
export const wordMark = 0x2581;

/** Longer words are cut, so that one line of megabytes without a space needs no more memory than a word. */
export const longestWord = 1023;

/** An unknown character is less probable than every piece by this, in nats; SentencePiece's constant. */
const unknownPenalty = 10;

/**
 * SentencePiece's unigram tokenizer over normalized words: of all ways to cut a word into pieces the one of highest
 * probability (Kudo 2018, section 3.1). No piece crosses a space, so each word is cut on its own, and a text's
 * pieces are its words' pieces.
 */
export class UnigramTokenizer {
  readonly #trie: PieceTrie;
  readonly #logProbabilities: Float32Array;
  readonly #unknown: number;
  // Work space of one word: its mark and characters, the best log-probability of a path to each position, that path's last
  // step. A word may be longer by one, the second half of a surrogate pair.
  readonly #word = new Uint16Array(longestWord + 2);
  readonly #best = new Float64Array(longestWord + 3);
  readonly #from = new Int32Array(longestWord + 3);
  readonly #piece = new Int32Array(longestWord + 3);

  /** Piece `id` is `text.slice(starts[id], starts[id + 1])`; an empty one is no piece. */
  constructor(text: string, starts: Uint32Array, logProbabilities: Float32Array) {
    this.#trie = new PieceTrie(text, starts);
    this.#logProbabilities = logProbabilities;
    let lowest = 0;
    for (let id = 0; id < logProbabilities.length; id++) lowest = Math.min(lowest, logProbabilities[id]!);
    this.#unknown = lowest - unknownPenalty;
  }

  /**
   * Writes the ids of the pieces of the word `text[start, end)` to `ids` from `at` on, and returns where they end;
   * characters without a piece have none. Of equally probable cuts the one whose last piece is the longest wins, as in
   * SentencePiece. O(length of the word * length of the longest piece).
   */
  write(text: Uint16Array, start: number, end: number, ids: Int32Array, at: number): number {
    const length = end - start + 1;
    this.#word[0] = wordMark;
    for (let i = 1; i < length; i++) this.#word[i] = text[start + i - 1]!;
    this.#best[0] = 0;
    for (let i = 1; i <= length; i++) this.#best[i] = -Infinity;
    for (let i = 0; i < length;) i += this.#stepsFrom(i, length);
    let count = 0;
    for (let i = length; i > 0; i = this.#from[i]!) if (this.#piece[i]! >= 0) count++;
    let last = at + count;
    for (let i = length; i > 0; i = this.#from[i]!) if (this.#piece[i]! >= 0) ids[--last] = this.#piece[i]!;
    return at + count;
  }

  /** Takes all steps from a position, and returns the width of its character. */
  #stepsFrom(at: number, length: number): 1 | 2 {
    const [word, trie] = [this.#word, this.#trie];
    const reached = this.#best[at]!;
    const width = at + 1 < length && isLowSurrogate(word[at + 1]!) ? 2 : 1;
    let hasSingle = false;
    let node = ROOT;
    for (let end = at + 1; end <= length; end++) {
      node = trie.next(node, word[end - 1]!);
      if (node === ROOT) break;
      const id = trie.pieceAt(node);
      if (id < 0) continue;
      if (end === at + width) hasSingle = true;
      this.#step(at, end, id, reached + this.#logProbabilities[id]!);
    }
    if (!hasSingle) this.#step(at, at + width, -1, reached + this.#unknown);
    return width;
  }

  #step(from: number, end: number, id: number, logProbability: number): void {
    if (logProbability <= this.#best[end]!) return;
    this.#best[end] = logProbability;
    this.#from[end] = from;
    this.#piece[end] = id;
  }
}

export function isLowSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}
