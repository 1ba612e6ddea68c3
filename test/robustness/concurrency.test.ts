import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { alignMany, type AlignRecord } from '../../src/batch/align-many.ts';
import { loadStaticEmbedder } from '../../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';
import { madeCases } from '../batch/made-cases.ts';

const seed = (name: string): string => readFileSync(new URL(`../fixtures/seeds/${name}.txt`, import.meta.url), 'utf8');
const names = ['000', '001', '002', '004'];

it('calls of one embedder at the same time give what they give one after the other', async () => {
  const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
  const long = [...madeCases(3, 120)];
  const calls = [
    ...names.map((name) => () => alignTranslations(seed('003'), seed(name), { embedder })),
    ...long.map(
      ({ source, renderings }) =>
        () =>
          alignTranslations(source, renderings, { embedder }),
    ),
    () => alignTranslations(seed('003'), names.map(seed), { embedder }),
  ];
  const alone: string[] = [];
  for (const call of calls) alone.push(JSON.stringify(await call()));
  const together = await Promise.all([...calls, ...calls].map((call) => call()));
  const expected = [...alone, ...alone];
  expect(together.map((result, x) => JSON.stringify(result) === expected[x])).toEqual(expected.map(() => true));
});

it('an error or an abort of one call leaves the others as they are', async () => {
  const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
  const [{ source, renderings }] = [...madeCases(1, 150)] as unknown as [{ source: string; renderings: string }];
  const expected = JSON.stringify(await alignTranslations(source, renderings, { embedder }));
  const controller = new AbortController();
  const aborted = alignTranslations(source, renderings, { embedder, signal: controller.signal });
  const empty = alignTranslations(source, '***', { embedder });
  const good = alignTranslations(source, renderings, { embedder });
  setTimeout(() => controller.abort('enough'), 5);
  const [first, second, third] = await Promise.allSettled([aborted, empty, good]);
  expect(first).toEqual({ status: 'rejected', reason: 'enough' });
  expect(second).toMatchObject({ status: 'rejected', reason: { code: 'empty-text' } });
  expect(third.status === 'fulfilled' && JSON.stringify(third.value)).toBe(expected);
});

it('iterations over many documents at the same time give the same records', async () => {
  const records = async (concurrency: number): Promise<string> => {
    const all: AlignRecord[] = [];
    for await (const record of alignMany(madeCases(12, 6), { concurrency })) all.push(record);
    return JSON.stringify(all);
  };
  // Worker threads run what was built, this thread what is in src/: each is compared with its like.
  const [alone, apart] = [await records(1), await records(2)];
  const together = await Promise.all([records(1), records(2), records(1), records(3)]);
  expect(together.map((text, x) => text === (x % 2 === 0 ? alone : apart))).toEqual([true, true, true, true]);
});
