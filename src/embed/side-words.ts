import type { Matrix } from '../core/matrix.ts';
import type { Document } from '../text/document.ts';
import { finishInTurns, mapping, type Steps } from '../core/steps.ts';
import { pauses } from '../core/turns.ts';
import { checkingVectors } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';
import { additiveWords } from './additive-words.ts';
import { keyOf } from './word-table.ts';

/** The words of one side with their vectors: made once for all renderings. Sides may share their vectors, weights and keys. */
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

/** The words of a document whose sentences are those of `former`'s parted; undefined where a word is another one. O(words). */
export function* partedWords(document: Document, former: SideWords): Steps<SideWords | undefined> {
  if (!document.words.haveSame(former.document.words)) return undefined;
  // Of the former's words, the next one: its sentence and its place in that.
  let [s, w] = [0, 0];
  const rows = yield* mapping(document.sentences, (_, sentence) => {
    const count = document.words.count(sentence);
    if (w === 0 && former.rows[s]?.length === count) return former.rows[s++]!;
    const row = new Int32Array(count);
    for (let x = 0; x < count; x++) {
      for (; w === former.rows[s]!.length; w = 0) s++;
      row[x] = former.rows[s]![w++]!;
    }
    for (; w === former.rows[s]?.length; w = 0) s++;
    return row;
  });
  return { ...former, document, rows };
}

/** Embeds every different word of a document. O(words). */
export async function embedWords(embedder: Embedder, document: Document, options?: EmbedOptions): Promise<SideWords> {
  if (embedder.sums) {
    const { table, rows } = await additiveWords(embedder, embedder.sums, document, options);
    const { vectors, weights, keys } = table;
    return { document, rows, vectors, weights, keys };
  }
  const turns = { signal: options?.signal, pause: pauses(options?.signal) };
  const { texts, rows } = await finishInTurns(differentWords(document), turns);
  const keys = await finishInTurns(mapping(texts, keyOf), turns);
  const embedded = await embedder.embed(texts, options);
  const made = await finishInTurns(checkingVectors(embedder, embedded, texts), turns);
  // A copy: an embedder may keep what it returned.
  const vectors = { ...made, data: made.data.slice() };
  return { document, rows, vectors, weights: new Float32Array(texts.length).fill(1), keys };
}

/** The different words of a document, and which of them each of its words is, in steps. */
function* differentWords({ sentences, words: lists }: Document): Steps<{ texts: string[]; rows: Int32Array[] }> {
  const indices = new Map<string, number>();
  const texts: string[] = [];
  const rows = yield* mapping(sentences, (_, sentence) => {
    const words = lists.of(sentence);
    const row = new Int32Array(words.length);
    for (let w = 0; w < words.length; w++) {
      const { text } = words[w]!.form;
      let index = indices.get(text);
      if (index === undefined) {
        index = texts.length;
        indices.set(text, index);
        texts.push(text);
      }
      row[w] = index;
    }
    return row;
  });
  return { texts, rows };
}
