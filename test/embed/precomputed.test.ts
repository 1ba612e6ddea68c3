import { expect, test } from 'vitest';
import { precomputedEmbedder } from '../../src/embed/precomputed.ts';

const texts = ['Мир.', 'Peace.', 'Мир.'];
const vectors = Float32Array.from([3, 4, 0, 2, 1, 0]);

test('looks texts up and gives unit rows', async () => {
  const embedder = precomputedEmbedder({
    id: 'labse',
    revision: 'r1',
    texts,
    vectors,
    dimensions: 2,
    languages: ['ru', 'en'],
  });
  expect(embedder).toMatchObject({ id: 'labse', revision: 'r1', dimensions: 2, languages: ['ru', 'en'] });
  const { rows, columns, data } = await embedder.embed(['Peace.', 'Мир.', 'Peace.']);
  expect([rows, columns]).toEqual([3, 2]);
  expect([...data]).toEqual([0, 1, 3 / 5, 4 / 5, 0, 1].map(Math.fround));
  expect([...vectors]).toEqual([3, 4, 0, 2, 1, 0]);
});

test('takes a matrix, and does not follow its later changes', async () => {
  const data = vectors.slice();
  const embedder = precomputedEmbedder({ id: 'x', texts, vectors: { rows: 3, columns: 2, data } });
  data.fill(0);
  expect([...(await embedder.embed(['Peace.'])).data]).toEqual([0, 1]);
  expect(embedder).toMatchObject({ revision: 'unknown', languages: ['*'] });
});

test('a text without a vector is an error that names it', async () => {
  const embedder = precomputedEmbedder({ id: 'x', texts, vectors, dimensions: 2 });
  await expect(embedder.embed(['Мир.', 'Peace'])).rejects.toMatchObject({
    code: 'missing-vector',
    message: expect.stringContaining('Text 1, "Peace"') as string,
  });
});

test('an aborted signal rejects with its reason', async () => {
  const embedder = precomputedEmbedder({ id: 'x', texts, vectors, dimensions: 2 });
  const reason = new Error('enough');
  await expect(embedder.embed(['Мир.'], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test.each([
  ['too few values', { vectors: vectors.slice(1), dimensions: 2 }],
  ['too many values', { vectors: new Float32Array(8).fill(1), dimensions: 2 }],
  ['no dimensions', { vectors }],
  ['dimensions of zero', { vectors: new Float32Array(0), dimensions: 0 }],
  ['dimensions that are no whole number', { vectors, dimensions: 1.5 }],
  ['a matrix of other rows', { vectors: { rows: 2, columns: 3, data: vectors } }],
  ['NaN', { vectors: Float32Array.from([1, 1, 1, NaN, 1, 1]), dimensions: 2 }],
  ['infinity', { vectors: Float32Array.from([1, 1, 1, 1, Infinity, 1]), dimensions: 2 }],
  ['a zero row', { vectors: Float32Array.from([1, 1, 0, 0, 1, 1]), dimensions: 2 }],
])('%s: invalid vectors', (_, options) => {
  expect(() => precomputedEmbedder({ id: 'x', texts, ...options })).toThrow(
    expect.objectContaining({ code: 'invalid-vectors' }) as Error,
  );
});
