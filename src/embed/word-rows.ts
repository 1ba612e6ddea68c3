import { unitRows, zeros, type Matrix } from '../core/matrix.ts';
import { copyOf } from '../core/remembered.ts';
import { pauses } from '../core/turns.ts';
import { requireVectors } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';

/** Rows of words at unit length, and how long they were. */
interface WordRows {
  units: Matrix;
  lengths: Float32Array;
}

/** Values of the rows that are kept of an embedder's words, 8 MB: 4,096 words of 512 dimensions. */
const KEPT_VALUES = 2_097_152;

/**
 * The unit rows of words met before: most words of a text are. They are kept until the store is full, when it starts
 * anew.
 */
class WordStore {
  readonly #places = new Map<string, number>();
  readonly #capacity: number;
  readonly #units: Matrix;
  readonly #lengths: Float32Array;

  constructor(dimensions: number) {
    this.#capacity = Math.floor(KEPT_VALUES / dimensions);
    this.#units = zeros(this.#capacity, dimensions);
    this.#lengths = new Float32Array(this.#capacity);
  }

  /** Copies the row of a word to row `to`; false where it is not kept. */
  read(word: string, { units, lengths }: WordRows, to: number): boolean {
    const place = this.#places.get(word);
    if (place === undefined) return false;
    copyRow(this.#units, place, units, to);
    lengths[to] = this.#lengths[place]!;
    return true;
  }

  keep(word: string, { units, lengths }: WordRows, from: number): void {
    if (this.#places.size >= this.#capacity) this.#places.clear();
    const place = this.#places.size;
    if (place >= this.#capacity || this.#places.has(word)) return;
    this.#places.set(copyOf(word), place);
    copyRow(units, from, this.#units, place);
    this.#lengths[place] = lengths[from]!;
  }
}

function copyRow(from: Matrix, row: number, to: Matrix, place: number): void {
  to.data.set(from.data.subarray(row * from.columns, (row + 1) * from.columns), place * to.columns);
}

/** Words that an embedder is asked for at once: some milliseconds of work, and an article has hardly more. */
const WORDS_A_STEP = 1024;

const stores = new WeakMap<Embedder, WordStore>();

/** The unit rows of words by an additive embedder, each word asked for once as long as it is kept. O(words * dimensions). */
export async function additiveWordRows(
  embedder: Embedder,
  sums: NonNullable<Embedder['sums']>,
  words: readonly string[],
  options?: EmbedOptions,
): Promise<WordRows> {
  let store = stores.get(embedder);
  if (!store) stores.set(embedder, (store = new WordStore(embedder.dimensions)));
  const out = { units: zeros(words.length, embedder.dimensions), lengths: new Float32Array(words.length) };
  const missing: number[] = [];
  for (let w = 0; w < words.length; w++) if (!store.read(words[w]!, out, w)) missing.push(w);
  const pause = pauses(options?.signal);
  for (let first = 0; first < missing.length; first += WORDS_A_STEP) {
    const part = missing.slice(first, first + WORDS_A_STEP);
    const texts = part.map((w) => words[w]!);
    const made = unitRows(requireVectors(embedder, await sums.call(embedder, texts, options), texts));
    part.forEach((w, m) => {
      copyRow(made.units, m, out.units, w);
      out.lengths[w] = made.lengths[m]!;
      store.keep(words[w]!, made, m);
    });
    await pause();
  }
  return out;
}
