import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { importLibrary } from '../../src/embed/transformers-library.ts';
import { loadTransformersEmbedder } from '../../src/embed/transformers.ts';

/** A library that notes with what it was asked; its vectors have the shape that `shape` gives for a number of texts. */
function fakeLibrary(version: string, shape = (texts: number) => [texts, 2]) {
  const extract = (texts: string[]) =>
    Promise.resolve({ data: new Float32Array(64).fill(1), dims: shape(texts.length) });
  const pipeline = vi.fn<(task: string, model: string, options: Record<string, unknown>) => Promise<typeof extract>>();
  pipeline.mockResolvedValue(extract);
  return { pipeline, env: { version, localModelPath: 'x', allowLocalModels: false } };
}

test('options reach version 3 under its names', async () => {
  const library = fakeLibrary('3.8.1');
  const onProgress = vi.fn();
  const options = { revision: 'abc', dtype: 'q4', device: 'webgpu', cacheDir: '/c', offline: true, onProgress };
  const embedder = await loadTransformersEmbedder({ model: 'some/model', library, ...options });
  expect(embedder).toMatchObject({ id: 'some/model', revision: 'abc', dimensions: 2 });
  const [task, model, settings] = library.pipeline.mock.calls[0]!;
  expect([task, model]).toEqual(['feature-extraction', 'some/model']);
  expect(settings).toEqual({
    revision: 'abc',
    dtype: 'q4',
    device: 'webgpu',
    cache_dir: '/c',
    local_files_only: true,
    progress_callback: expect.any(Function) as unknown,
  });
  const report = settings['progress_callback'] as (event: object) => void;
  report({ status: 'initiate', file: 'f' });
  report({ status: 'progress', file: 'f', loaded: 1, total: 2, progress: 50 });
  expect(onProgress.mock.calls).toEqual([[{ file: 'f', loaded: 1, total: 2 }]]);
});

test('version 2 knows quantized, and neither device nor other dtypes', async () => {
  const settingsOf = async (options: object) => {
    const library = fakeLibrary('2.17.2');
    await loadTransformersEmbedder({ model: 'some/model', library, ...options });
    return library.pipeline.mock.calls[0]![2];
  };
  expect(await settingsOf({})).toEqual({ local_files_only: false, quantized: true });
  expect(await settingsOf({ dtype: 'q8' })).toEqual({ local_files_only: false, quantized: true });
  expect(await settingsOf({ dtype: 'fp32' })).toEqual({ local_files_only: false, quantized: false });
  await expect(settingsOf({ dtype: 'q4' })).rejects.toMatchObject({ code: 'invalid-argument' });
  await expect(settingsOf({ device: 'webgpu' })).rejects.toMatchObject({ code: 'invalid-argument' });
});

test('vectors of another shape are an error', async () => {
  const embedder = await loadTransformersEmbedder({
    model: 'm',
    library: fakeLibrary('3.0.0', (texts) => (texts > 1 ? [texts, 4, 2] : [1, 2])),
  });
  await expect(embedder.embed(['a', 'b'])).rejects.toMatchObject({ code: 'invalid-vectors' });
});

test('a package that is not installed is named', async () => {
  await expect(importLibrary(['@nobody/nothing'])).rejects.toMatchObject({
    code: 'missing-package',
    hint: expect.stringContaining('npm install @huggingface/transformers') as string,
  });
});

test('a package that is installed and does not load is no missing package', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'broken-'));
  const broken = join(folder, 'broken.mjs');
  writeFileSync(broken, 'import "@nobody/inside";');
  await expect(importLibrary([broken])).rejects.toMatchObject({ code: 'model-failed' });
  rmSync(folder, { recursive: true });
});

test.each([
  { model: '' },
  { model: 3 },
  { model: 'm', batchSize: 0 },
  { model: 'm', pooling: 'max' },
  { model: 'm', library: {} },
])('wrong options: %j', async (options) => {
  await expect(loadTransformersEmbedder(options as never)).rejects.toMatchObject({ code: 'invalid-argument' });
});
