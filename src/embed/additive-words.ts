import { rowLengths } from '../core/matrix.ts';
import { finishInTurns, visiting, type Steps } from '../core/steps.ts';
import { pauses } from '../core/turns.ts';
import type { Document } from '../text/document.ts';
import { requireVectors } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';
import { WordTable } from './word-table.ts';

/** Values of the rows of a table that documents share, 12 MB: 8,192 words of 384 dimensions. */
const TABLE_VALUES = 3_145_728;

/** Words that an embedder is asked for at once: some milliseconds of work, and an article has hardly more. */
const WORDS_A_STEP = 1024;

/** The table that documents share, and the full one before it, from which words that come again are taken over. */
interface Tables {
  current: WordTable;
  former: WordTable | undefined;
}

const tablesOf = new WeakMap<Embedder, Tables>();

/** The rows of the words of a document, and the table in which they are. */
export interface PlacedWords {
  readonly table: WordTable;
  /** By sentence and word index; -1 for a word without a vector. */
  readonly rows: readonly Int32Array[];
}

/**
 * The unit rows of the words of a document by an additive embedder, each word asked for once as long as it is kept. A
 * document with more words than a table holds has one of its own. O(words + different words * dimensions).
 */
export async function additiveWords(
  embedder: Embedder,
  sums: NonNullable<Embedder['sums']>,
  document: Document,
  options?: EmbedOptions,
): Promise<PlacedWords> {
  const { dimensions } = embedder;
  const capacity = Math.floor(TABLE_VALUES / dimensions);
  const turns = { signal: options?.signal, pause: pauses(options?.signal) };
  let tables = tablesOf.get(embedder);
  if (!tables) tablesOf.set(embedder, (tables = { current: new WordTable(capacity, dimensions), former: undefined }));
  const known = [tables.current, tables.former].filter((table) => table !== undefined);
  let table = tables.current;
  let { rows, missing } = await finishInTurns(placeSteps(document, table), turns);
  let count: number | undefined;
  while (!table.reserve(missing.size)) {
    count ??= (await finishInTurns(placeSteps(document), turns)).missing.size;
    // Where another document found the table full meanwhile, there is a new one.
    if (table !== tables.current) table = tables.current;
    else {
      table = new WordTable(Math.max(capacity, count), dimensions);
      if (count <= capacity) [tables.former, tables.current] = [tables.current, table];
    }
    ({ rows, missing } = await finishInTurns(placeSteps(document, table), turns));
  }
  try {
    const others = known.filter((other) => other !== table);
    const unknown = [...missing].filter((word) => !others.some((other) => table.takeOver(word, other)));
    for (let first = 0; first < unknown.length; first += WORDS_A_STEP) {
      const texts = unknown.slice(first, first + WORDS_A_STEP);
      const made = requireVectors(embedder, await sums.call(embedder, texts, options), texts);
      const lengths = rowLengths(made);
      for (const [m, text] of texts.entries()) table.add(text, made, m, lengths[m]!);
      await turns.pause();
    }
  } finally {
    table.release(missing.size);
  }
  await finishInTurns(fillSteps(document, rows, table), turns);
  return { table, rows };
}

/** The rows of the words of a document that are in a table, -1 for those that are not, and which these are. */
function* placeSteps(
  { sentences, words }: Document,
  table?: WordTable,
): Steps<{ rows: Int32Array[]; missing: Set<string> }> {
  const rows: Int32Array[] = [];
  const missing = new Set<string>();
  yield* visiting(sentences, (_, sentence) => {
    const row = new Int32Array(words.count(sentence));
    for (let w = 0; w < row.length; w++) {
      const { text } = words.at(sentence, w).form;
      const place = table?.rowOf(text);
      if (place === undefined) missing.add(text);
      row[w] = place ?? -1;
    }
    rows.push(row);
  });
  return { rows, missing };
}

/** Fills in the rows of words that were not in the table. */
function* fillSteps({ words }: Document, rows: readonly Int32Array[], table: WordTable): Steps<void> {
  yield* visiting(rows, (row, sentence) => {
    for (let w = 0; w < row.length; w++) if (row[w] === -1) row[w] = table.rowOf(words.at(sentence, w).form.text) ?? -1;
  });
}
