import { expect, it } from 'vitest';
import { runBatch, type BatchOptions } from '../../src/batch/run-batch.ts';
import type { AlignCase, Aligner } from '../../src/batch/aligner.ts';
import { AlignError } from '../../src/core/errors.ts';
import type { AlignmentResult } from '../../src/core/result.ts';

const result = { summary: { errors: 0, warnings: 0, infos: 0 } } as AlignmentResult;
const document = (id: unknown, more: object = {}): string =>
  JSON.stringify({ id, source: 'с', renderings: [{ id: 'r', text: 't' }], ...more });

/** An aligner that gives the same result for all, unless `align` throws. */
function aligner(align: (document: AlignCase) => Promise<void> = async () => {}, window = 1): Aligner {
  return {
    window,
    align: async (given) => {
      await align(given);
      return { summary: result.summary, result: () => result, json: () => JSON.stringify(result) };
    },
    close: async () => {},
  };
}

async function* from<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

async function collect(
  lines: (string | AlignError)[],
  align?: (document: AlignCase) => Promise<void>,
  options: Omit<BatchOptions, 'aligner'> = {},
): Promise<unknown[]> {
  const records: unknown[] = [];
  for await (const record of runBatch(from(lines), { aligner: aligner(align), ...options })) {
    const parsed = JSON.parse(record.json) as { result?: AlignmentResult };
    expect(parsed.result?.summary).toEqual(record.summary);
    records.push(parsed);
  }
  return records;
}

it('gives a record a line, in order, and ignores blank lines and other keys', async () => {
  const seen: AlignCase[] = [];
  const records = await collect([document('a', { gold: 1 }), '', document(7)], async (given) => void seen.push(given));
  expect(records).toEqual([
    { id: 'a', result },
    { id: 7, result },
  ]);
  expect(seen[0]).toEqual({ id: 'a', source: { text: 'с' }, renderings: [{ id: 'r', text: 't' }] });
});

it('makes one error record of a bad document and goes on', async () => {
  const records = await collect(
    [
      '{"id":',
      '[]',
      document(null),
      document('s', { source: 1 }),
      document('n', { renderings: {} }),
      document('i', { renderings: [{ text: 't' }] }),
      document('t', { renderings: [{ id: 'r' }] }),
      new AlignError('file-not-text', 'Line 8 is not valid UTF-8.', ''),
      document('empty'),
      document('fault'),
      document('good'),
    ],
    async ({ id }) => {
      if (id === 'empty') throw new AlignError('empty-text', 'The source is empty.', 'hint');
      if (id === 'fault') throw new TypeError('x is undefined');
    },
  );
  const told = (records as { id: unknown; error?: { code: string; message: string } }[]).map(({ id, error }) =>
    error ? [id, error.code, error.message] : [id],
  );
  expect(told).toEqual([
    [null, 'invalid-json', expect.stringMatching(/^Line 1 is not JSON: /)],
    [null, 'invalid-json', 'Line 2: not an object.'],
    [null, 'invalid-json', 'Line 3: "id" is neither a string nor a number.'],
    ['s', 'invalid-json', 'Line 4: "source" is not a string.'],
    ['n', 'invalid-json', 'Line 5: "renderings" is not an array.'],
    ['i', 'invalid-json', 'Line 6: "renderings[0].id" is not a string.'],
    ['t', 'invalid-json', 'Line 7: "renderings[0].text" is not a string.'],
    [null, 'file-not-text', 'Line 8 is not valid UTF-8.'],
    ['empty', 'empty-text', 'The source is empty.'],
    ['fault', 'internal', 'x is undefined'],
    ['good'],
  ]);
});

it('hands languages on', async () => {
  const seen: AlignCase[] = [];
  const languages = { source: 'ru', rendering: 'en' };
  await collect([document('a')], async (given) => void seen.push(given), { languages });
  expect(seen[0]).toMatchObject({ source: { language: 'ru' }, renderings: [{ language: 'en' }] });
});

it('leaves out what is done', async () => {
  const lines = [document('a'), '{', document('b'), document('c')];
  const records = await collect(lines, undefined, { isDone: async (id) => id === 'a' || id === null });
  expect(records).toMatchObject([{ id: 'b' }, { id: 'c' }]);
});

it('ends at what would fail every document', async () => {
  const align = async (): Promise<void> => {
    throw new AlignError('model-damaged', 'The model is damaged.', 'hint');
  };
  await expect(collect([document('a'), document('b')], align)).rejects.toMatchObject({ code: 'model-damaged' });
});

it.each([1, 3])('takes no more documents ahead than the aligner wants: %i', async (window) => {
  let read = 0;
  async function* counted(): AsyncGenerator<string> {
    for (let i = 0; i < 9; i++) {
      read++;
      yield document(i);
    }
  }
  let handedOut = 0;
  for await (const { json } of runBatch(counted(), { aligner: aligner(undefined, window) })) {
    expect(JSON.parse(json)).toMatchObject({ id: handedOut++ });
    expect(read).toBeLessThanOrEqual(handedOut - 1 + window);
  }
  expect(handedOut).toBe(9);
});

it('stops with the reason of the signal', async () => {
  const controller = new AbortController();
  const align = async (): Promise<void> => controller.abort(new Error('enough'));
  const { signal } = controller;
  await expect(collect([document('a'), document('b')], align, { signal })).rejects.toThrow('enough');
});
