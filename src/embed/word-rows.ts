import { rowLengths, rowsOf, scaleRow, zeros, type Matrix } from '../core/matrix.ts';
import { copyOf } from '../core/remembered.ts';
import { pauses } from '../core/turns.ts';
import { requireVectors } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';

/** Rows of words at unit length, and how long they were. */
interface WordRows {
  units: Matrix;
  lengths: Float32Array;
}

/** Values of the rows that are kept of an embedder's words, 16 MB: 10,900 words of 384 dimensions. */
const KEPT_VALUES = 4_194_304;

/**
 * The unit rows of words met before: half of the words of a text are. Where the store is full, a word that was not read
 * for a while gives its place (the clock algorithm: those read since the hand last passed have another round).
 */
class RowStore {
  readonly #places = new Map<string, number>();
  readonly #words: string[] = [];
  /** The row of each place: to make a view takes longer than to copy what it shows. */
  readonly #rows: Float32Array[] = [];
  readonly #wasRead: Uint8Array;
  readonly #units: Matrix;
  readonly #lengths: Float32Array;
  #hand = 0;

  constructor(dimensions: number) {
    const capacity = Math.floor(KEPT_VALUES / dimensions);
    this.#units = zeros(capacity, dimensions);
    this.#lengths = new Float32Array(capacity);
    this.#wasRead = new Uint8Array(capacity);
  }

  /** Copies the row of a word to row `to`; false where it is not kept. */
  read(word: string, { units, lengths }: WordRows, to: number): boolean {
    const place = this.#places.get(word);
    if (place === undefined) return false;
    this.#wasRead[place] = 1;
    units.data.set(this.#rows[place]!, to * units.columns);
    lengths[to] = this.#lengths[place]!;
    return true;
  }

  keep(word: string, { units, lengths }: WordRows, from: number): void {
    const capacity = this.#units.rows;
    if (capacity === 0 || this.#places.has(word)) return;
    const place = this.#words.length < capacity ? this.#words.length : this.#freed();
    const own = copyOf(word);
    this.#words[place] = own;
    this.#places.set(own, place);
    const row = (this.#rows[place] ??= rowsOf(this.#units, place, 1).data);
    row.set(rowsOf(units, from, 1).data);
    this.#lengths[place] = lengths[from]!;
  }

  /** A place whose word is forgotten. */
  #freed(): number {
    const capacity = this.#units.rows;
    for (; this.#wasRead[this.#hand] === 1; this.#hand = (this.#hand + 1) % capacity) this.#wasRead[this.#hand] = 0;
    const place = this.#hand;
    this.#hand = (place + 1) % capacity;
    this.#places.delete(this.#words[place]!);
    return place;
  }
}

/** Words that an embedder is asked for at once: some milliseconds of work, and an article has hardly more. */
const WORDS_A_STEP = 1024;

const stores = new WeakMap<Embedder, RowStore>();

/** The unit rows of words by an additive embedder, each word asked for once as long as it is kept. O(words * dimensions). */
export async function additiveWordRows(
  embedder: Embedder,
  sums: NonNullable<Embedder['sums']>,
  words: readonly string[],
  options?: EmbedOptions,
): Promise<WordRows> {
  let store = stores.get(embedder);
  if (!store) stores.set(embedder, (store = new RowStore(embedder.dimensions)));
  const out = { units: zeros(words.length, embedder.dimensions), lengths: new Float32Array(words.length) };
  const missing: number[] = [];
  for (let w = 0; w < words.length; w++) if (!store.read(words[w]!, out, w)) missing.push(w);
  const pause = pauses(options?.signal);
  for (let first = 0; first < missing.length; first += WORDS_A_STEP) {
    const part = missing.slice(first, first + WORDS_A_STEP);
    const texts = part.map((w) => words[w]!);
    const made = requireVectors(embedder, await sums.call(embedder, texts, options), texts);
    const lengths = rowLengths(made);
    for (let m = 0; m < part.length; m++) {
      const w = part[m]!;
      scaleRow(made, m, lengths[m]!, out.units, w);
      out.lengths[w] = lengths[m]!;
      store.keep(words[w]!, out, w);
    }
    await pause();
  }
  return out;
}
