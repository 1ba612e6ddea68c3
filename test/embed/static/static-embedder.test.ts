import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStaticEmbedder } from '../../../src/embed/static/static-embedder.ts';
import type { StaticEmbedder } from '../../../src/embed/static/static-embedder.ts';
import { tinyDimensions, tinyModelFile, tinyPieces, tinyRow } from './tiny-model.ts';

let folder: string;
let embedder: StaticEmbedder;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'static-'));
  writeFileSync(join(folder, 'tiny.bin'), tinyModelFile());
  embedder = await loadStaticEmbedder({ model: tinyModelFile() });
});
afterAll(() => rmSync(folder, { recursive: true }));

const n = tinyDimensions;
const zeroRow = new Array<number>(n).fill(0);

const rowOf = (...pieces: string[]) =>
  pieces
    .map((piece) => tinyRow(tinyPieces.findIndex(([known]) => known === piece)))
    .reduce((sum, row) => sum.map((value, k) => value + 0.5 * row[k]!), zeroRow);

test('a sum is the sum of its pieces, of texts joined the sum of their sums', async () => {
  const { rows, columns, data } = await embedder.sums(['Cab', '«Мир» cab abb', 'zz cab', '', 'cab мир']);
  expect([rows, columns]).toEqual([5, n]);
  const row = (i: number) => [...data.subarray(n * i, n * i + n)];
  expect(row(0)).toEqual(rowOf('▁cab'));
  expect(row(1)).toEqual(rowOf('▁', 'мир', '▁cab', '▁ab', 'b'));
  expect(row(2)).toEqual(rowOf('▁', '▁cab'));
  expect(row(3)).toEqual(zeroRow);
  expect(row(4)).toEqual(rowOf('▁cab', '▁мир'));
});

test('embedded rows have unit length and the direction of the sums', async () => {
  const { data } = await embedder.embed(['cab мир', 'cab  МИР']);
  const length = Math.hypot(...rowOf('▁cab', '▁мир'));
  for (const [k, value] of rowOf('▁cab', '▁мир').entries()) {
    expect(data[k]).toBeCloseTo(value / length, 6);
    expect(data[n + k]).toBe(data[k]);
  }
});

test('a text without a word is an error that names it', async () => {
  await expect(embedder.embed(['cab', ' \n'])).rejects.toMatchObject({
    name: 'AlignError',
    code: 'missing-vector',
    message: expect.stringContaining('Text 1, " \\n"') as string,
  });
});

test('what is no array of strings is an error', async () => {
  await expect(embedder.embed('cab' as unknown as string[])).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(embedder.sums(['cab', 3] as unknown as string[])).rejects.toMatchObject({
    code: 'invalid-argument',
    message: 'Text 1 is number, not a string.',
  });
});

test('no text at all is an empty matrix', async () => {
  expect(await embedder.embed([])).toMatchObject({ rows: 0, columns: n });
});

test('more words than are kept, in any order, have the same rows as each on its own', async () => {
  const texts = Array.from(
    { length: 70_000 },
    (_, i) => `мир${i.toString(2).replaceAll('0', 'a').replaceAll('1', 'b')}`,
  );
  const { data } = await embedder.sums(texts);
  const backwards = await embedder.sums(texts.toReversed());
  const joined = await embedder.sums([texts.join(' ')]);
  const total = [...zeroRow];
  for (let i = 0; i < texts.length; i++) {
    for (let k = 0; k < n; k++) {
      if (data[n * i + k] !== backwards.data[n * (texts.length - 1 - i) + k]) throw new Error(`row ${i} differs`);
      total[k]! += data[n * i + k]!;
    }
  }
  expect([...joined.data]).toEqual(total);
});

test('an aborted signal rejects with its reason, before and in the middle', async () => {
  const reason = new Error('enough');
  await expect(embedder.embed(['cab'], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const texts = new Array<string>(20_000).fill('cab мир '.repeat(50));
  setTimeout(() => controller.abort(reason), 5);
  await expect(embedder.embed(texts, { signal: controller.signal })).rejects.toBe(reason);
  await expect(loadStaticEmbedder({ model: 'x.bin', signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('loads from a path, a URL, a data URL and bytes of every kind', async () => {
  const path = join(folder, 'tiny.bin');
  const bytes = tinyModelFile();
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  const dataUrl = `data:application/octet-stream;base64,${Buffer.from(bytes).toString('base64')}`;
  const expected = await embedder.embed(['cab мир']);
  for (const model of [
    path,
    pathToFileURL(path),
    pathToFileURL(path).href,
    dataUrl,
    new URL(dataUrl),
    bytes.buffer as ArrayBuffer,
    shared,
  ]) {
    const loaded = await loadStaticEmbedder({ model });
    expect(await loaded.embed(['cab мир'])).toEqual(expected);
    expect(loaded).toMatchObject({ id: 'tiny', revision: 'sha256:0', dimensions: n, languages: ['ru', 'en'] });
  }
});

test('a model that is not there, damaged, or no model', async () => {
  const missing = join(folder, 'missing.bin');
  await expect(loadStaticEmbedder({ model: missing })).rejects.toMatchObject({
    code: 'model-failed',
    message: expect.stringContaining(missing) as string,
    cause: expect.objectContaining({ code: 'ENOENT' }) as unknown,
  });
  writeFileSync(join(folder, 'half.bin'), tinyModelFile().slice(0, 60));
  await expect(loadStaticEmbedder({ model: join(folder, 'half.bin') })).rejects.toMatchObject({
    code: 'model-damaged',
  });
  for (const model of [undefined, null, 3, {}]) {
    await expect(loadStaticEmbedder({ model: model as unknown as string })).rejects.toMatchObject({
      code: 'invalid-argument',
    });
  }
});
