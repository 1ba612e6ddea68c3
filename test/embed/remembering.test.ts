import { expect, test } from 'vitest';
import type { Embedder } from '../../src/embed/embedder.ts';
import { rememberingEmbedder } from '../../src/embed/remembering.ts';

/** An embedder whose rows are a text's length and its first letter, and what it was asked for. */
function counting(): { embedder: Embedder; asked: string[] } {
  const asked: string[] = [];
  // One array for all calls: what is kept of it has to be a copy.
  const data = new Float32Array(8192 * 2);
  const embed: Embedder['embed'] = async (texts) => {
    asked.push(...texts);
    texts.forEach((text, row) => data.set([text.length, text.charCodeAt(0)], row * 2));
    return { rows: texts.length, columns: 2, data: data.subarray(0, texts.length * 2) };
  };
  return { embedder: { id: 'counting', revision: '1', dimensions: 2, languages: ['*'], embed, sums: embed }, asked };
}

const rowOf = (text: string) => [text.length, text.charCodeAt(0)];

test('a text is asked for once, and its row stays its own', async () => {
  const { embedder, asked } = counting();
  const { sums } = rememberingEmbedder(embedder);
  const first = await sums!(['one', 'three']);
  first.data.fill(9);
  expect([...(await sums!(['three', 'four', 'one', 'four'])).data]).toEqual(
    ['three', 'four', 'one', 'four'].flatMap(rowOf),
  );
  expect([...(await sums!(['four'])).data]).toEqual(rowOf('four'));
  expect(asked).toEqual(['one', 'three', 'four', 'four']);
});

test('sums and unit rows are kept apart, and an embedder without sums has none here', async () => {
  const { embedder, asked } = counting();
  const remembering = rememberingEmbedder(embedder);
  await remembering.sums!(['one']);
  await remembering.embed(['one']);
  expect(asked).toEqual(['one', 'one']);
  const { id, revision, dimensions, languages, embed } = embedder;
  expect('sums' in rememberingEmbedder({ id, revision, dimensions, languages, embed })).toBe(false);
});

test('more texts than are remembered have their rows', async () => {
  const { embedder, asked } = counting();
  const { embed, sums } = rememberingEmbedder(embedder);
  const texts = Array.from({ length: 5000 }, (_, x) => `text ${x}`);
  await embed(texts);
  expect([...(await embed(texts)).data]).toEqual(texts.flatMap(rowOf));
  expect(asked).toEqual([...texts, ...texts.slice(4096)]);
  asked.length = 0;
  await sums!(texts);
  expect([...(await sums!(texts)).data]).toEqual(texts.flatMap(rowOf));
  expect(asked).toEqual([...texts, ...texts]);
});

test('an embedder that gives too few rows is refused', async () => {
  const { embedder } = counting();
  const short = { ...embedder, embed: async () => ({ rows: 0, columns: 2, data: new Float32Array(0) }) };
  await expect(rememberingEmbedder(short).embed(['one'])).rejects.toMatchObject({ code: 'invalid-vectors' });
});

test('calls that wait for each other have their own rows', async () => {
  const embed: Embedder['embed'] = async (texts) => {
    // The longer the list, the later the answer.
    for (let turn = 0; turn < texts.length; turn++) await new Promise((resolve) => setImmediate(resolve));
    return { rows: texts.length, columns: 2, data: Float32Array.from(texts.flatMap(rowOf)) };
  };
  const { embedder } = counting();
  const remembering = rememberingEmbedder({ ...embedder, embed });
  const lists = [['one', 'two', 'three', 'four'], ['three'], ['four', 'one', 'five']];
  await remembering.embed(['two']);
  const found = await Promise.all(lists.map((texts) => remembering.embed(texts)));
  expect(found.map(({ data }) => [...data])).toEqual(lists.map((texts) => texts.flatMap(rowOf)));
});
