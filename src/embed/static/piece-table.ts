/** Characters after which `reach` tells how long a piece can be. */
const prefixLength = 3;

/**
 * Finds the pieces of a model by their characters: a hash table over typed arrays, because it is asked for every
 * part of every new word, and parts of words as strings would be made only to be thrown away.
 */
export class PieceTable {
  readonly #characters: Uint16Array;
  readonly #starts: Uint32Array;
  // Open addressing, linear probing: a slot is the hash and the id + 1 of a piece, side by side; 0, 0 where empty.
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** The length of the longest piece by the hash of its first characters. */
  readonly #reach = new Uint8Array(0x10000);

  /** Piece `id` is `text.slice(starts[id], starts[id + 1])`; an empty one cannot be found. O(length of the text). */
  constructor(text: string, starts: Uint32Array) {
    const count = starts.length - 1;
    this.#characters = new Uint16Array(text.length);
    for (let i = 0; i < text.length; i++) this.#characters[i] = text.charCodeAt(i);
    this.#starts = starts;
    const capacity = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(2 * capacity);
    for (let id = 0; id < count; id++) this.#add(id, starts[id]!, starts[id + 1]!);
  }

  #add(id: number, start: number, end: number): void {
    if (start === end) return;
    let hash = 0;
    for (let i = start; i < end; i++) {
      hash = extendHash(hash, this.#characters[i]!);
      if (i - start !== prefixLength - 1) continue;
      const prefix = mixed(hash) & 0xffff;
      this.#reach[prefix] = Math.max(this.#reach[prefix]!, end - start);
    }
    let slot = mixed(hash) & this.#mask;
    while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[2 * slot] = hash;
    this.#slots[2 * slot + 1] = id + 1;
  }

  /**
   * An upper bound for the length of a piece that begins like a part of `length` characters whose hash is `hash`:
   * where it is not above `length`, no longer part needs to be looked for.
   */
  bound(length: number, hash: number): number {
    return length === prefixLength ? this.#reach[mixed(hash) & 0xffff]! : Infinity;
  }

  /** The id of the piece that is `word[start, end)`, whose hash is `hash`; -1 where there is none. */
  find(word: Uint16Array, start: number, end: number, hash: number): number {
    for (let slot = mixed(hash) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const id = this.#slots[2 * slot + 1]! - 1;
      if (id < 0) return -1;
      if (this.#slots[2 * slot] === hash && this.#isPiece(id, word, start, end)) return id;
    }
  }

  #isPiece(id: number, word: Uint16Array, start: number, end: number): boolean {
    let at = this.#starts[id]!;
    if (this.#starts[id + 1]! - at !== end - start) return false;
    for (let i = start; i < end; i++, at++) if (word[i] !== this.#characters[at]) return false;
    return true;
  }
}

/** The hash of a part of a word and its next character: FNV-1a over UTF-16 code units; the empty part has 0. */
export function extendHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** FNV's low bits depend on the low bits of the characters alone; this mixes the high ones in. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}
