/** The node of no characters. */
export const ROOT = 0;

/** Slots for each piece, to begin with: the beginnings of pieces are two to three times as many as the pieces. */
const slotsAPiece = 4;

/** Fuller tables look for too long. */
const mostFull = 0.75;

/**
 * The pieces of a model as a tree of their characters: from the node of some characters to that of one more. A hash table
 * over typed arrays, where a node is a slot, and the key of a slot are the node before it and the character between.
 */
export class PieceTrie {
  /** The node before and the character + 1 of each slot, side by side; 0, 0 where it is empty. */
  #slots!: Int32Array;
  /** The id + 1 of the piece that ends at each node; 0 where none does. */
  #pieces!: Int32Array;
  #mask!: number;
  #shift!: number;

  /** Piece `id` is `text.slice(starts[id], starts[id + 1])`; an empty one cannot be found. O(length of the text). */
  constructor(text: string, starts: Uint32Array) {
    const count = starts.length - 1;
    let capacity = 2 ** Math.ceil(Math.log2(slotsAPiece * count + 2));
    while (!this.#build(text, starts, capacity)) capacity *= 2;
  }

  /** False where the slots are too few. */
  #build(text: string, starts: Uint32Array, capacity: number): boolean {
    this.#slots = new Int32Array(2 * capacity);
    this.#pieces = new Int32Array(capacity + 1);
    this.#mask = capacity - 1;
    this.#shift = Math.clz32(this.#mask);
    let room = Math.floor(mostFull * capacity);
    for (let id = 0; id + 1 < starts.length; id++) {
      const end = starts[id + 1]!;
      let node = ROOT;
      for (let at = starts[id]!; at < end; at++) {
        const code = text.charCodeAt(at);
        const slot = this.#slotOf(node, code);
        if (this.#slots[2 * slot + 1] === 0) {
          if (room-- === 0) return false;
          this.#slots[2 * slot] = node;
          this.#slots[2 * slot + 1] = code + 1;
        }
        node = slot + 1;
      }
      if (node !== ROOT) this.#pieces[node] = id + 1;
    }
    return true;
  }

  /** The node of one more character; `ROOT` where no piece begins so. */
  next(node: number, code: number): number {
    const slot = this.#slotOf(node, code);
    return this.#slots[2 * slot + 1] === 0 ? ROOT : slot + 1;
  }

  /** The id of the piece that ends at a node; -1 where none does. */
  pieceAt(node: number): number {
    return this.#pieces[node]! - 1;
  }

  /** The slot that has this key, or the empty one where it would be. */
  #slotOf(node: number, code: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    // Fibonacci hashing: the highest bits of a product with 2^32 divided by the golden ratio.
    const first = Math.imul(node ^ (code << 16), 0x9e3779b1) >>> this.#shift;
    for (let slot = first; ; slot = (slot + 1) & mask) {
      const found = slots[2 * slot + 1]!;
      if (found === 0 || (found === code + 1 && slots[2 * slot] === node)) return slot;
    }
  }
}
