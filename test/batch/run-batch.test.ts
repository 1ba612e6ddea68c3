import { expect, it } from 'vitest';
import { runBatch, type BatchRecord } from '../../src/batch/run-batch.ts';
import type { BatchCase } from '../../src/batch/case.ts';
import { AlignError } from '../../src/core/errors.ts';
import type { AlignmentResult } from '../../src/core/result.ts';

const result = {} as AlignmentResult;
const document = (id: unknown, more: object = {}): string =>
  JSON.stringify({ id, source: 'с', renderings: [{ id: 'r', text: 't' }], ...more });

async function* from<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

async function collect(
  lines: (string | AlignError)[],
  align: (document: BatchCase) => Promise<AlignmentResult> = async () => result,
  signal?: AbortSignal,
): Promise<BatchRecord[]> {
  const records: BatchRecord[] = [];
  for await (const record of runBatch(from(lines), { align, signal })) records.push(record);
  return records;
}

it('gives a record a line, in order, and ignores blank lines and other keys', async () => {
  const seen: BatchCase[] = [];
  const records = await collect([document('a', { gold: 1 }), '', document(7)], async (given) => {
    seen.push(given);
    return result;
  });
  expect(records).toEqual([
    { id: 'a', result },
    { id: 7, result },
  ]);
  expect(seen[0]).toEqual({ id: 'a', source: 'с', renderings: [{ id: 'r', text: 't' }] });
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
      return result;
    },
  );
  const told = records.map((record) =>
    'error' in record ? [record.id, record.error.code, record.error.message] : [record.id],
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

it('ends at what would fail every document', async () => {
  const align = async (): Promise<AlignmentResult> => {
    throw new AlignError('model-damaged', 'The model is damaged.', 'hint');
  };
  await expect(collect([document('a'), document('b')], align)).rejects.toMatchObject({ code: 'model-damaged' });
});

it('takes one document at a time', async () => {
  let read = 0;
  async function* counted(): AsyncGenerator<string> {
    for (let i = 0; i < 5; i++) {
      read++;
      yield document(i);
    }
  }
  for await (const { id } of runBatch(counted(), { align: async () => result })) expect(read).toBe(Number(id) + 1);
});

it('stops with the reason of the signal', async () => {
  const controller = new AbortController();
  const align = async (): Promise<AlignmentResult> => {
    controller.abort(new Error('enough'));
    return result;
  };
  await expect(collect([document('a'), document('b')], align, controller.signal)).rejects.toThrow('enough');
});
