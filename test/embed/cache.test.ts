import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { AlignError } from '../../src/core/errors.ts';
import { cachedEmbedder, type CacheProblem } from '../../src/embed/cache.ts';
import type { Embedder } from '../../src/embed/embedder.ts';
import { precomputedEmbedder } from '../../src/embed/precomputed.ts';
import { loadStaticEmbedder } from '../../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';
import { folder } from '../cli/harness.ts';
import { hashingEmbedder } from './hashing-embedder.ts';

afterEach(() => vi.restoreAllMocks());

const entries = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\d+$/.test(name))
    .map((name) => join(directory, name));

/** A cache in a folder of its own; `open` gives one more embedder on it, as another process would. */
function made() {
  const directory = folder()('vectors');
  const problems: CacheProblem[] = [];
  const open = (embedder: Embedder, more: object = {}) =>
    cachedEmbedder(embedder, { directory, onProblem: (problem) => problems.push(problem), ...more });
  return { directory, problems, open };
}

describe('cachedEmbedder', () => {
  it('gives the vectors of its embedder to the last byte, which it asks once', async () => {
    const { directory, problems, open } = made();
    const texts = ['peace', 'мир', 'peace', '', '\ud800', '\udfff', 'мир ', 'a\u0000'];
    const expected = await hashingEmbedder().embed(texts);
    const [cold, warm] = [hashingEmbedder(), hashingEmbedder()];
    expect(await open(cold).embed(texts)).toEqual(expected);
    expect(cold.calls).toEqual([['peace'], ['мир'], [''], ['\ud800'], ['\udfff'], ['мир '], ['a\u0000']]);
    expect(await open(warm).embed([...texts].reverse())).toEqual(await hashingEmbedder().embed([...texts].reverse()));
    expect(warm.calls).toEqual([]);
    expect(entries(directory)).toHaveLength(7);
    expect(problems).toEqual([]);
    expect(open(warm)).toMatchObject({ id: 'hashing', revision: 'r1', dimensions: 32, languages: ['*'] });
  });

  it('asks for what is missing alone, in one call where it may', async () => {
    const { open } = made();
    const embedder = hashingEmbedder();
    const cached = open(embedder, { together: true });
    await cached.embed(['a', 'b']);
    await cached.embed(['c', 'a', 'd', 'c']);
    await cached.embed(['d', 'b']);
    expect(embedder.calls).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it.each([
    ['id', { id: 'other' }],
    ['revision', { revision: 'r2' }],
    ['dimensions', { dimensions: 16 }],
    ['vector of the probe, with the same id and revision,', { salt: 'q8' }],
  ])('keeps embedders apart by their %s', async (_, other) => {
    const { open } = made();
    await open(hashingEmbedder()).embed(['a']);
    const embedder = hashingEmbedder(other);
    expect(await open(embedder).embed(['a'])).toEqual(await hashingEmbedder(other).embed(['a']));
    expect(embedder.calls).toEqual([['a']]);
  });

  it('hands out rows of their own: who changes them changes nothing else', async () => {
    const { open } = made();
    const cached = open(hashingEmbedder());
    (await cached.embed(['a'])).data.fill(9);
    expect(await cached.embed(['a', 'a'])).toEqual(await hashingEmbedder().embed(['a', 'a']));
  });

  it('serves the pipeline with the result of its embedder, sums included', async () => {
    const { directory, open } = made();
    const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
    const read = (name: string) => readFileSync(new URL(`../fixtures/seeds/${name}.txt`, import.meta.url), 'utf8');
    const align = (by: Embedder) => alignTranslations(read('003'), read('000'), { embedder: by });
    const expected = JSON.stringify(await align(embedder));
    expect(JSON.stringify(await align(open(embedder)))).toBe(expected);
    const count = entries(directory).length;
    expect(count).toBeGreaterThan(300);
    expect(JSON.stringify(await align(open(embedder)))).toBe(expected);
    expect(entries(directory)).toHaveLength(count);
    const texts = ['Peace.', 'Мир.'];
    const [unit, sums] = [await open(embedder).embed(texts), await open(embedder).sums!(texts)];
    expect([unit, sums]).toEqual([await embedder.embed(texts), await embedder.sums(texts)]);
    expect(open(hashingEmbedder()).sums).toBeUndefined();
  });
});

describe('a damaged entry', () => {
  const damages: [string, (path: string) => void][] = [
    ['empty', (path) => truncateSync(path, 0)],
    ['cut', (path) => truncateSync(path, 100)],
    ['longer', (path) => appendFileSync(path, 'x')],
    ['of another version', (path) => writeFileSync(path, readFileSync(path).fill('ATVECTOS', 0, 8))],
    [
      'changed in one bit',
      (path) => {
        const bytes = readFileSync(path);
        bytes[40]! ^= 1;
        writeFileSync(path, bytes);
      },
    ],
  ];
  it.each(damages)('that is %s is made anew, replaced and told', async (_, damage) => {
    const { directory, problems, open } = made();
    await open(hashingEmbedder()).embed(['a']);
    const [path] = entries(directory) as [string];
    const whole = readFileSync(path);
    damage(path);
    const embedder = hashingEmbedder();
    expect(await open(embedder).embed(['a'])).toEqual(await hashingEmbedder().embed(['a']));
    expect(embedder.calls).toEqual([['a']]);
    expect(problems).toEqual([
      { kind: 'damaged', message: expect.stringContaining(`${path} is damaged`) as string, path, count: 1 },
    ]);
    expect(readFileSync(path)).toEqual(whole);
    await open(embedder).embed(['a']);
    expect([embedder.calls.length, problems.length]).toEqual([1, 1]);
  });

  it('may also be the entry of another text, under the wrong name', async () => {
    const { directory, problems, open } = made();
    await open(hashingEmbedder()).embed(['a', 'b']);
    const [one, other] = entries(directory) as [string, string];
    renameSync(one, other);
    expect(await open(hashingEmbedder()).embed(['a', 'b'])).toEqual(await hashingEmbedder().embed(['a', 'b']));
    expect(problems).toMatchObject([{ kind: 'damaged', path: other, count: 1 }]);
  });

  it('is told once a call, and as a warning of the process where nobody listens', async () => {
    const { directory, open } = made();
    await open(hashingEmbedder()).embed(['a', 'b', 'c']);
    for (const path of entries(directory)) truncateSync(path, 3);
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    await open(hashingEmbedder(), { onProblem: undefined }).embed(['a', 'b', 'c']);
    expect(warned.mock.calls).toEqual([[expect.stringContaining('and 2 more are damaged'), 'AlignTranslationsCache']]);
  });
});

describe('a folder that refuses', () => {
  const refusing = (calls: string[], code: string) => {
    const builtin = process.getBuiltinModule;
    const fs = { ...builtin('node:fs') };
    for (const call of calls as 'openSync'[])
      fs[call] = () => {
        throw Object.assign(new Error(code), { code });
      };
    vi.spyOn(process, 'getBuiltinModule').mockImplementation(((name: string) =>
      name === 'node:fs' ? fs : builtin(name as 'node:path')) as typeof builtin);
  };

  it.each([
    ['to be written, because the disk is full', ['writeFileSync', 'utimesSync'], 'ENOSPC', 'not-written'],
    ['to be written, because it is read-only', ['writeFileSync', 'utimesSync'], 'EROFS', 'not-written'],
    ['a rename', ['renameSync'], 'EPERM', 'not-written'],
    ['to be read', ['openSync'], 'EACCES', 'not-read'],
  ])('%s, is told once and leaves the vectors right', async (_, calls, code, kind) => {
    const { directory, problems, open } = made();
    await open(hashingEmbedder()).embed(['a']);
    refusing(calls, code);
    const refused = open(hashingEmbedder());
    for (const texts of [
      ['a', 'b'],
      ['c', 'a'],
    ])
      expect(await refused.embed(texts)).toEqual(await hashingEmbedder().embed(texts));
    expect(problems).toEqual([
      { kind, message: expect.stringContaining(`(${code})`) as string, path: expect.any(String) as string, count: 1 },
    ]);
    expect(entries(directory).length).toBe(kind === 'not-read' ? 3 : 1);
    expect(readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((n) => n.endsWith('.tmp'))).toEqual([]);
  });

  it('goes on in a folder that was removed under it', async () => {
    const { directory, problems, open } = made();
    const cached = open(hashingEmbedder());
    await cached.embed(['a']);
    rmSync(directory, { recursive: true });
    expect(await cached.embed(['a'])).toEqual(await hashingEmbedder().embed(['a']));
    await cached.embed(['a']);
    expect(entries(directory)).toHaveLength(1);
    expect(problems.every(({ kind }) => kind === 'not-written')).toBe(true);
  });

  it('is an error at once where it cannot be made', () => {
    const at = folder({ file: '' });
    expect(() => cachedEmbedder(hashingEmbedder(), { directory: at('file/x') })).toThrow(
      expect.objectContaining({ code: 'write-failed', message: expect.stringContaining('ENOTDIR') as string }) as Error,
    );
    expect(existsSync(at('file/x'))).toBe(false);
  });
});

describe('errors of the embedder', () => {
  it.each([false, true])('name the text by its place in the call, together: %s', async (together) => {
    const { open } = made();
    const precomputed = precomputedEmbedder({
      id: 'x',
      texts: ['a', 'b'],
      vectors: Float32Array.from([1, 0, 0, 1]),
      dimensions: 2,
    });
    const cached = open(precomputed, { together });
    await cached.embed(['a']);
    await expect(cached.embed(['b', 'a', 'c'])).rejects.toMatchObject({
      code: 'missing-vector',
      message: expect.stringMatching(/^Text 2, "c"/) as string,
    });
    await expect(cached.embed(['b', 7 as never])).rejects.toMatchObject({ code: 'invalid-argument' });
  });

  it('leave nothing behind of vectors that do not fit', async () => {
    const { directory, open } = made();
    const embedder: Embedder = {
      ...hashingEmbedder(),
      embed: async () => ({ rows: 1, columns: 1, data: new Float32Array(1) }),
    };
    await expect(open(embedder).embed(['a'])).rejects.toMatchObject({ code: 'invalid-vectors' });
    expect(entries(directory)).toEqual([]);
  });

  it('of the probe is that of the call, and the next call tries again', async () => {
    const { open } = made();
    const hashing = hashingEmbedder();
    let isDown = true;
    const cached = open({
      ...hashing,
      embed: async (texts, options) => {
        if (isDown) throw new AlignError('model-failed', 'It is down.', 'Wait.');
        return hashing.embed(texts, options);
      },
    });
    await expect(cached.embed(['a'])).rejects.toMatchObject({ code: 'model-failed' });
    isDown = false;
    expect(await cached.embed(['a'])).toEqual(await hashing.embed(['a']));
  });

  it('an abort rejects with its reason and keeps what was made', async () => {
    const { directory, open } = made();
    const controller = new AbortController();
    const hashing = hashingEmbedder();
    const cached = open({
      ...hashing,
      embed: (texts, options) => {
        if (texts[0] === 'c') controller.abort('enough');
        options?.signal?.throwIfAborted();
        return hashing.embed(texts, options);
      },
    });
    await expect(cached.embed(['a', 'b', 'c', 'd'], { signal: controller.signal })).rejects.toBe('enough');
    expect(entries(directory)).toHaveLength(2);
    await expect(cached.embed(['a'], { signal: controller.signal })).rejects.toBe('enough');
  });
});

it.each([
  ['no options', undefined, 'invalid-argument'],
  ['no folder', {}, 'invalid-argument'],
  ['a folder without a name', { directory: '' }, 'invalid-argument'],
  ['too few bytes', { directory: 'x', maxBytes: 67_108_863 }, 'invalid-argument'],
  ['bytes that are no whole number', { directory: 'x', maxBytes: 1e9 + 0.5 }, 'invalid-argument'],
  ['together that is no boolean', { directory: 'x', together: 1 }, 'invalid-argument'],
  ['a listener that is none', { directory: 'x', onProblem: 'log' }, 'invalid-argument'],
  ['an option that does not exist', { directory: 'x', maxByte: 1 }, 'unknown-option'],
])('refuses %s', (_, options, code) => {
  expect(() => cachedEmbedder(hashingEmbedder(), options as never)).toThrow(expect.objectContaining({ code }) as Error);
  expect(existsSync('x')).toBe(false);
});

it('says where there is no file system', () => {
  vi.stubGlobal('process', undefined);
  try {
    expect(() => cachedEmbedder(hashingEmbedder(), { directory: 'x' })).toThrow(
      expect.objectContaining({ code: 'write-failed', message: 'There is no file system here for a cache.' }) as Error,
    );
  } finally {
    vi.unstubAllGlobals();
  }
});
