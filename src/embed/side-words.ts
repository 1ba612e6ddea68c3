import { normalizeRows, type Matrix } from '../core/matrix.ts';
import type { Document } from '../text/document.ts';
import { nameKey } from '../text/names.ts';
import { requireVectors } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';

/** The words of one side with their vectors: made once for all renderings. */
export interface SideWords {
  readonly document: Document;
  /** Row of `vectors` for each word, by sentence and word index; -1 for a word without a known piece. */
  readonly rows: readonly Int32Array[];
  /** Unit rows, one a different word. */
  readonly vectors: Matrix;
  /** Weight of each row: the length of its vector before normalization where the model is additive, else 1. */
  readonly weights: Float32Array;
  /** Consonant key of each row (text/names.ts); empty for a word that is no name (it never begins with a capital). */
  readonly keys: readonly string[];
}

/** Embeds every different word of a document. O(words). */
export async function embedWords(embedder: Embedder, document: Document, options?: EmbedOptions): Promise<SideWords> {
  const indices = new Map<string, number>();
  const texts: string[] = [];
  const rows = document.words.map((words) =>
    Int32Array.from(words, (word) => {
      const text = document.text.slice(word.start, word.end);
      let index = indices.get(text);
      if (index === undefined) {
        index = texts.length;
        indices.set(text, index);
        texts.push(text);
      }
      return index;
    }),
  );
  const made = await (embedder.sums ? embedder.sums(texts, options) : embedder.embed(texts, options));
  // A copy: the rows are normalized here, and an embedder may keep what it returned.
  const vectors = { ...requireVectors(embedder, made, texts), data: made.data.slice() };
  const weights = new Float32Array(texts.length).fill(1);
  if (embedder.sums) {
    const { columns, data } = vectors;
    for (let r = 0; r < texts.length; r++) {
      let square = 0;
      for (let c = r * columns; c < (r + 1) * columns; c++) square += data[c]! * data[c]!;
      weights[r] = Math.sqrt(square);
    }
    normalizeRows(vectors);
    for (const row of rows) for (let w = 0; w < row.length; w++) if (weights[row[w]!] === 0) row[w] = -1;
  }
  return { document, rows, vectors, weights, keys: texts.map((word) => (/^\p{Lu}/u.test(word) ? nameKey(word) : '')) };
}
