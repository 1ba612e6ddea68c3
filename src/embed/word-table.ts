import { scaleRow, zeros, type Matrix } from '../core/matrix.ts';
import { copyOf, remembered } from '../core/remembered.ts';
import { isLower } from '../text/letters.ts';
import { nameKey } from '../text/names.ts';

const CAPITAL = /^\p{Lu}/u;

const capitalKey = remembered((word) => (CAPITAL.test(word) ? nameKey(word) : ''));

/** The consonant key of a word (text/names.ts); most begin with a small letter, and to look at that alone is cheaper. */
export function keyOf(word: string): string {
  return isLower(word.charCodeAt(0)) ? '' : capitalKey(word);
}

/**
 * Different words with their rows. Words are added and stay as they are, so that documents may share a table: half of the
 * words of a text, and more, were met in those before it.
 */
export class WordTable {
  readonly #places = new Map<string, number>();
  /** Unit rows, one a word; behind the last word there are zeros. */
  readonly vectors: Matrix;
  /** How long the row of each word was. */
  readonly weights: Float32Array;
  /** The key of each word. */
  readonly keys: string[] = [];
  /** Room that is spoken for. */
  #reserved = 0;

  constructor(capacity: number, dimensions: number) {
    this.vectors = zeros(capacity, dimensions);
    this.weights = new Float32Array(capacity);
  }

  /** Speaks for the room of so many words; false where there is not enough. `release` gives it up, when they are added or will not be. */
  reserve(count: number): boolean {
    const isFree = this.#places.size + this.#reserved + count <= this.vectors.rows;
    if (isFree) this.#reserved += count;
    return isFree;
  }

  release(count: number): void {
    this.#reserved -= count;
  }

  /** The row of a word, -1 where it has no vector; undefined where it is not in the table. */
  rowOf(word: string): number | undefined {
    const row = this.#places.get(word);
    return row !== undefined && this.weights[row] === 0 ? -1 : row;
  }

  /** Adds a word, unless it is there, with a row of that length. */
  add(word: string, from: Matrix, row: number, length: number): void {
    if (this.#places.has(word)) return;
    scaleRow(from, row, length, this.vectors, this.#append(copyOf(word), keyOf(word), length));
  }

  /** Adds a word, unless it is there, as another table has it; false where that has not. */
  takeOver(word: string, other: WordTable): boolean {
    const from = other.#places.get(word);
    if (from === undefined) return false;
    if (!this.#places.has(word))
      scaleRow(other.vectors, from, 1, this.vectors, this.#append(word, other.keys[from]!, other.weights[from]!));
    return true;
  }

  #append(word: string, key: string, length: number): number {
    const row = this.keys.push(key) - 1;
    this.#places.set(word, row);
    this.weights[row] = length;
    return row;
  }
}
