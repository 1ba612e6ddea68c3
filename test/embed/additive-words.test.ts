import { expect, test } from 'vitest';
import { additiveWords } from '../../src/embed/additive-words.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { readDocument, type Document } from '../../src/text/document.ts';

/** Rows that tell the words apart by their letters and length. */
function letterEmbedder(dimensions: number): { embedder: Embedder; asked: string[] } {
  const asked: string[] = [];
  const sums: Embedder['embed'] = async (texts) => {
    asked.push(...texts);
    const data = new Float32Array(texts.length * dimensions);
    texts.forEach((text, row) => {
      data[row * dimensions] = text === 'zero' ? 0 : text.length;
      data[row * dimensions + 1] = text === 'zero' ? 0 : text.charCodeAt(0);
    });
    return { rows: texts.length, columns: dimensions, data };
  };
  const embedder = { id: 'letters', revision: '1', dimensions, languages: ['*'], embed: sums, sums };
  return { embedder, asked };
}

const documentOf = (words: readonly string[]): Document =>
  readDocument({ id: 'd', text: words.join(' '), language: 'en' });

/** Length, key, and the first two values of the unit row of each word; null for one without a vector. */
async function rowsOf(embedder: Embedder, ...words: string[]) {
  const { rows, table } = await additiveWords(embedder, embedder.sums!, documentOf(words));
  const { weights, keys, vectors } = table;
  const valuesOf = (row: number) => [...vectors.data.subarray(row * vectors.columns, row * vectors.columns + 2)];
  return rows
    .flatMap((row) => [...row])
    .map((row) => (row < 0 ? null : { length: weights[row], key: keys[row], unit: valuesOf(row) }));
}

test('a word is asked for once, and its row is the same again', async () => {
  const { embedder, asked } = letterEmbedder(4);
  const first = await rowsOf(embedder, 'ab', 'zero', 'Boris', 'ab');
  expect(first[1]).toBeNull();
  expect(first[2]!.length).toBeCloseTo(Math.hypot(5, 66), 4);
  expect(Math.hypot(...first[2]!.unit)).toBeCloseTo(1, 6);
  expect([first[0]!.key, first[2]!.key === '']).toEqual(['', false]);
  expect(first[3]).toEqual(first[0]);
  expect(await rowsOf(embedder, 'Boris', 'new', 'ab', 'zero')).toEqual([first[2], expect.anything(), first[0], null]);
  expect(asked).toEqual(['ab', 'zero', 'Boris', 'new']);
});

// A table has room for two words of so many dimensions.
const WIDE = 1_572_864;

test('a document with more words than a table holds has one of its own, and takes over what is known', async () => {
  const { embedder, asked } = letterEmbedder(WIDE);
  const words = ['a', 'b', 'c', 'd', 'e'];
  const plain = await rowsOf(letterEmbedder(4).embedder, ...words);
  await rowsOf(embedder, 'b');
  expect(await rowsOf(embedder, ...words)).toEqual(plain);
  expect(asked).toEqual(['b', 'a', 'c', 'd', 'e']);
  expect(await rowsOf(embedder, 'b', 'x')).toEqual(await rowsOf(letterEmbedder(4).embedder, 'b', 'x'));
  expect(asked.slice(5)).toEqual(['x']);
});

test('a word that is met again and again stays, whatever comes and goes', async () => {
  const { embedder, asked } = letterEmbedder(WIDE);
  for (const passing of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'])
    await rowsOf(embedder, 'usual', passing);
  expect(asked.filter((word) => word === 'usual')).toHaveLength(1);
});

test('what a document has stays as it is, whatever comes after it', async () => {
  const { embedder } = letterEmbedder(WIDE);
  const { rows, table } = await additiveWords(embedder, embedder.sums!, documentOf(['ab', 'c']));
  const before = [...table.vectors.data.subarray(0, 2), ...table.vectors.data.subarray(WIDE, WIDE + 2)];
  for (const word of ['x', 'y', 'z']) await rowsOf(embedder, word, 'ab');
  expect(rows.map((row) => [...row])).toEqual([[0, 1]]);
  expect([...table.vectors.data.subarray(0, 2), ...table.vectors.data.subarray(WIDE, WIDE + 2)]).toEqual(before);
});

test('documents that wait for the embedder at once have the rows that each has alone', async () => {
  const { embedder } = letterEmbedder(WIDE / 2);
  const lists = [
    ['a', 'b', 'c'],
    ['b', 'c', 'd'],
    ['e', 'f'],
    ['a', 'f', 'g', 'h', 'i'],
  ];
  const together = await Promise.all(lists.map((words) => rowsOf(embedder, ...words)));
  for (const [x, words] of lists.entries())
    expect(together[x]).toEqual(await rowsOf(letterEmbedder(4).embedder, ...words));
});

test('after an embedder that failed there is as much room as before', async () => {
  const { embedder } = letterEmbedder(WIDE);
  const { table } = await additiveWords(embedder, embedder.sums!, documentOf(['a']));
  const broken = () => Promise.reject(new Error('no model'));
  await expect(additiveWords(embedder, broken, documentOf(['a', 'b']))).rejects.toThrow('no model');
  expect((await additiveWords(embedder, embedder.sums!, documentOf(['a', 'b']))).table).toBe(table);
});

test('documents that find the table full at once share the next ones', async () => {
  const { embedder } = letterEmbedder(WIDE);
  await rowsOf(embedder, 'a', 'b');
  const all = ['c', 'd', 'e', 'f', 'g', 'h'].map((word) => additiveWords(embedder, embedder.sums!, documentOf([word])));
  const made = await Promise.all(all);
  expect(new Set(made.map(({ table }) => table)).size).toBe(3);
});
