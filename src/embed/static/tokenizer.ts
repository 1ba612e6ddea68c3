import { PieceTable, extendHash } from './piece-table.ts';

/** The mark of a word's beginning in a piece, as SentencePiece writes it. */
const wordMark = 0x2581;

/** Longer words are cut, so that one line of megabytes without a space needs no more memory than a word. */
const maxWordLength = 1024;

/** An unknown character is less probable than every piece by this, in nats; SentencePiece's constant. */
const unknownPenalty = 10;

/**
 * SentencePiece's unigram tokenizer over normalized words: of all ways to cut a word into pieces the one of highest
 * probability (Kudo 2018, section 3.1). No piece crosses a space, so each word is cut on its own, and a text's
 * pieces are its words' pieces.
 */
export class UnigramTokenizer {
  readonly #table: PieceTable;
  readonly #logProbabilities: Float32Array;
  readonly #unknown: number;
  // Work space of one word: its characters, the best log-probability of a path to each position, that path's last step.
  readonly #word = new Uint16Array(maxWordLength + 1);
  readonly #best = new Float64Array(maxWordLength + 2);
  readonly #from = new Int32Array(maxWordLength + 2);
  readonly #piece = new Int32Array(maxWordLength + 2);

  /** Piece `id` is `text.slice(starts[id], starts[id + 1])`; an empty one is no piece. */
  constructor(text: string, starts: Uint32Array, logProbabilities: Float32Array) {
    this.#table = new PieceTable(text, starts);
    this.#logProbabilities = logProbabilities;
    let lowest = 0;
    for (let id = 0; id < logProbabilities.length; id++) lowest = Math.min(lowest, logProbabilities[id]!);
    this.#unknown = lowest - unknownPenalty;
  }

  /** The words of a normalized text, cut where they are too long; the mark itself counts as a space. O(length). */
  words(normalized: string): string[] {
    const words: string[] = [];
    let start = 0;
    for (let at = 0; at <= normalized.length; at++) {
      const code = at < normalized.length ? normalized.charCodeAt(at) : 32;
      const isSpace = code === 32 || code === wordMark;
      // A cut never separates the halves of a surrogate pair.
      const isCut = !isSpace && at - start >= maxWordLength - 1 && !isLowSurrogate(code);
      if (!isSpace && !isCut) continue;
      if (at > start) words.push(normalized.slice(start, at));
      start = isSpace ? at + 1 : at;
    }
    return words;
  }

  /**
   * The ids of a word's pieces, in order; characters without a piece have none. Of equally probable cuts the one
   * whose last piece is the longest wins, as in SentencePiece. O(length of the word * length of the longest piece).
   */
  ids(word: string): number[] {
    const length = word.length + 1;
    const characters = this.#word;
    characters[0] = wordMark;
    for (let i = 1; i < length; i++) characters[i] = word.charCodeAt(i - 1);
    const best = this.#best.fill(-Infinity, 1, length + 1);
    best[0] = 0;
    for (let at = 0; at < length;) {
      const width = at + 1 < length && isLowSurrogate(characters[at + 1]!) ? 2 : 1;
      const reached = best[at]!;
      let hasSingle = false;
      let hash = 0;
      let furthest = length;
      for (let end = at + 1; end <= furthest; end++) {
        hash = extendHash(hash, characters[end - 1]!);
        furthest = Math.min(furthest, at + this.#table.bound(end - at, hash));
        const id = this.#table.find(characters, at, end, hash);
        if (id < 0) continue;
        if (end === at + width) hasSingle = true;
        this.#step(at, end, id, reached + this.#logProbabilities[id]!);
      }
      if (!hasSingle) this.#step(at, at + width, -1, reached + this.#unknown);
      at += width;
    }
    const ids: number[] = [];
    for (let end = length; end > 0; end = this.#from[end]!) {
      if (this.#piece[end]! >= 0) ids.push(this.#piece[end]!);
    }
    return ids.reverse();
  }

  #step(from: number, end: number, id: number, logProbability: number): void {
    if (logProbability <= this.#best[end]!) return;
    this.#best[end] = logProbability;
    this.#from[end] = from;
    this.#piece[end] = id;
  }
}

function isLowSurrogate(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}
