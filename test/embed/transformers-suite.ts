import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { dotRows } from '../../src/core/matrix.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';
import { readModelFile } from '../../src/embed/static/model-file.ts';
import { StaticEmbedder } from '../../src/embed/static/static-embedder.ts';
import { loadTransformersEmbedder } from '../../src/embed/transformers.ts';
import { writeTransformersFolder } from '../../training/transformers-folder.ts';
import { tinyColumns, tinyVector, writeTinyModel } from './tiny-onnx.ts';

let folder: string;

function expectedRow(...words: string[]): number[] {
  const sum = words.map(tinyVector).reduce((total, row) => total.map((value, k) => value + row[k]!));
  return sum.map((value) => value / Math.hypot(...sum));
}

/**
 * What holds with either Transformers.js package, on a real model. The packages bring ONNX runtimes of different
 * versions, which a process cannot load together, so each has its own test file.
 */
export function testLibrary(library: { env: object }): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tiny-onnx-'));
    writeTinyModel(folder);
    vi.stubGlobal('fetch', () => Promise.reject(new Error('the network is out of bounds')));
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => {
    rmSync(folder, { recursive: true });
    vi.unstubAllGlobals();
  });

  const load = (more: object = {}) => loadTransformersEmbedder({ model: folder, library, dtype: 'fp32', ...more });

  test('a model in a folder gives unit rows of mean vectors, in the order of the texts', async () => {
    const embedder = await load({ batchSize: 2 });
    expect(embedder).toMatchObject({ id: basename(folder), dimensions: tinyColumns, languages: ['*'] });
    expect(embedder.revision).toMatch(/^sha256:[0-9a-f]{64}$/);
    const texts = ['Peace', 'война', 'war peace war peace', 'мир, peace'];
    const { rows, data } = await embedder.embed(texts);
    const words = [['peace'], ['война'], ['war', 'peace'], ['мир', '[UNK]', 'peace']];
    expect(rows).toBe(4);
    for (const [i, row] of words.map((of) => expectedRow(...of)).entries()) {
      for (const [k, value] of row.entries()) expect(data[i * tinyColumns + k], texts[i]).toBeCloseTo(value, 5);
    }
  });

  test('the embedded model, as a folder, gives the vectors of its own runtime', async () => {
    const model = readModelFile(readFileSync(embeddedModelUrl));
    const embedded = join(folder, 'embedded');
    writeTransformersFolder(model, embedded);
    // Without a dtype: the libraries' defaults differ, and the folder serves both.
    const embedder = await loadTransformersEmbedder({ model: embedded, library });
    expect(embedder.dimensions).toBe(model.dimensions);
    const texts = ['000', '003'].flatMap((name) =>
      readFileSync(new URL(`../fixtures/seeds/${name}.txt`, import.meta.url), 'utf8').split(/\n|(?<=[.!?,])\s/),
    );
    const shown = [...texts.filter((text) => text.trim() !== ''), 'ΑΒΓ мир 日本', 'Ёлка — «12,5 млрд»'];
    expect(shown.length).toBeGreaterThan(60);
    const [theirs, ours] = [await embedder.embed(shown), await new StaticEmbedder(model).embed(shown)];
    for (const [row, text] of shown.entries()) expect(dotRows(theirs, row, ours, row), text).toBeGreaterThan(0.99999);
  });

  test('the library keeps its own settings', async () => {
    const before = { ...library.env };
    await Promise.all([load(), load({ dtype: 'q8' })]);
    await expect(load({ model: join(folder, 'nothing') })).rejects.toMatchObject({ code: 'model-failed' });
    expect({ ...library.env }).toEqual(before);
  });

  test('prefix, pooling, languages', async () => {
    const embedder = await load({ prefix: 'war ', pooling: 'cls', languages: ['ru', 'en'] });
    expect(embedder.languages).toEqual(['ru', 'en']);
    const { data } = await embedder.embed(['peace']);
    for (const [k, value] of expectedRow('war').entries()) expect(data[k]).toBeCloseTo(value, 5);
  });

  test.each(['', '  \n', 'zero', 'broken'])('the text %j has no vector', async (text) => {
    const embedder = await load();
    await expect(embedder.embed(['peace', text])).rejects.toMatchObject({
      code: 'missing-vector',
      message: expect.stringContaining(`Text 1, ${JSON.stringify(text)}`) as string,
    });
  });

  test('a folder without weights, or with damaged ones', async () => {
    const empty = mkdtempSync(join(folder, 'bare-'));
    writeFileSync(join(empty, 'config.json'), '{"model_type":"bert"}');
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await expect(load({ model: empty })).rejects.toMatchObject({
      code: 'model-failed',
      message: expect.stringContaining(empty) as string,
      cause: expect.any(Error) as unknown,
    });
  });

  test('offline, a model that is not here is an error and nothing is fetched', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const fetched = vi.spyOn(globalThis, 'fetch');
    await expect(load({ model: 'nobody/nothing', offline: true, cacheDir: folder })).rejects.toMatchObject({
      code: 'model-failed',
    });
    expect(fetched).not.toHaveBeenCalled();
  });

  test('an abort rejects with its reason', async () => {
    const reason = new Error('enough');
    await expect(load({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const loading = load({ signal: controller.signal });
    controller.abort(reason);
    await expect(loading).rejects.toBe(reason);
    const embedder = await load();
    await expect(embedder.embed(['peace'], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
}
