import { expect, test } from 'vitest';
import type { Embedder } from '../../src/embed/embedder.ts';
import { additiveWordRows } from '../../src/embed/word-rows.ts';

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

const rowsOf = (embedder: Embedder, words: readonly string[]) => additiveWordRows(embedder, embedder.sums!, words);

test('a word is asked for once, and its row is the same again', async () => {
  const { embedder, asked } = letterEmbedder(4);
  const first = await rowsOf(embedder, ['ab', 'zero', 'c']);
  const again = await rowsOf(embedder, ['c', 'new', 'ab', 'zero']);
  expect(asked).toEqual(['ab', 'zero', 'c', 'new']);
  expect([...again.units.data.subarray(8, 12)]).toEqual([...first.units.data.subarray(0, 4)]);
  expect([...again.lengths].filter((_, row) => row !== 1)).toEqual([first.lengths[2], first.lengths[0], 0]);
  expect(Math.hypot(...first.units.data.subarray(0, 4))).toBeCloseTo(1, 6);
});

test('what a caller changes stays his own', async () => {
  const { embedder } = letterEmbedder(4);
  const first = await rowsOf(embedder, ['ab']);
  const kept = [...first.units.data];
  first.units.data.fill(9);
  expect([...(await rowsOf(embedder, ['ab'])).units.data]).toEqual(kept);
});

test('more words than the store holds are all right, and some are asked for again', async () => {
  const { embedder, asked } = letterEmbedder(1_048_576);
  const words = ['a', 'b', 'c', 'd', 'e', 'f'];
  const plain = await rowsOf(letterEmbedder(1_048_576).embedder, words);
  for (const round of [0, 1]) {
    const { units, lengths } = await rowsOf(embedder, words);
    expect([...lengths], `round ${round}`).toEqual([...plain.lengths]);
    expect(units.data.every((value, at) => value === plain.units.data[at])).toBe(true);
  }
  expect(asked.length).toBeGreaterThan(words.length);
});

test('a word that is met again and again stays, whatever comes and goes', async () => {
  const { embedder, asked } = letterEmbedder(1_048_576);
  for (const passing of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'])
    await rowsOf(embedder, ['usual', passing]);
  expect(asked.filter((word) => word === 'usual')).toHaveLength(1);
});
