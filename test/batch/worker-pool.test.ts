import { afterEach, describe, expect, it } from 'vitest';
import type { AlignCase } from '../../src/batch/aligner.ts';
import { WorkerPool } from '../../src/batch/worker-pool.ts';
import { AlignError } from '../../src/core/errors.ts';

const start = { model: new SharedArrayBuffer(4), options: {} };
const program = (name: string): URL => new URL(`programs/${name}.mjs`, import.meta.url);
const document = (source: string, id = source): AlignCase => ({ id, source, renderings: ['x'] });

let pool: WorkerPool;
afterEach(() => pool?.close());

const settled = async (documents: AlignCase[]): Promise<unknown[]> =>
  Promise.all(
    documents.map((one) =>
      pool.align(one).then(
        (aligned) => aligned.json(),
        (error: unknown) => (error as Error).message,
      ),
    ),
  );

describe('WorkerPool', () => {
  it('gives each document its own answer', async () => {
    pool = new WorkerPool(program('echo'), 2, start);
    const aligned = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((source) => pool.align(document(source))));
    expect(aligned.map((one) => one.json())).toEqual(['"a"', '"b"', '"c"', '"d"', '"e"']);
    expect(aligned.map((one) => one.result())).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(aligned[0]!.summary).toEqual({ errors: 1, warnings: 0, infos: 0 });
  });

  it('rejects as alignTranslations does', async () => {
    pool = new WorkerPool(program('echo'), 1, start);
    await expect(pool.align(document('refused'))).rejects.toEqual(
      new AlignError('empty-text', 'It is empty.', 'Fill it.'),
    );
    await expect(pool.align(document('faulty'))).rejects.toThrow('x is undefined');
  });

  it('loses one document with a thread that dies, and does all others', async () => {
    pool = new WorkerPool(program('echo'), 2, start);
    const sources = ['a', 'b', 'deadly', 'c', 'd', 'e', 'throwing', 'f', 'g', 'h'];
    const outcomes = await settled(sources.map((source) => document(source)));
    expect(outcomes).toEqual([
      '"a"',
      '"b"',
      'The worker thread died of this document: It ended with exit code 9.',
      '"c"',
      '"d"',
      '"e"',
      'The worker thread died of this document: thrown amid the work',
      '"f"',
      '"g"',
      '"h"',
    ]);
  });

  it('rejects what cannot be sent, and goes on', async () => {
    pool = new WorkerPool(program('echo'), 1, start);
    const strange = { id: 'a', source: { text: 'a', id: (() => {}) as unknown as string }, renderings: [] };
    await expect(pool.align(strange)).rejects.toMatchObject({ code: 'invalid-argument' });
    expect((await pool.align(document('b'))).json()).toBe('"b"');
  });

  it.each([
    ['is not there', 'none', { code: 'worker-failed', message: expect.stringContaining('programs') as string }],
    ['dies at its start', 'stillborn', { code: 'worker-failed', message: expect.stringContaining('code 3') as string }],
    ['says that it cannot work', 'unable', { code: 'model-damaged', message: 'The model is damaged.' }],
  ])('fails all documents where the program %s', async (_, name, error) => {
    pool = new WorkerPool(program(name), 2, start);
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((source) => pool.align(document(source))),
    );
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: error });
    await expect(pool.align(document('later'))).rejects.toMatchObject(error);
  });

  it('ends a thread amid its work', async () => {
    pool = new WorkerPool(program('echo'), 1, start);
    await pool.align(document('a'));
    void pool.align(document('endless'));
    const before = performance.now();
    await pool.close();
    expect(performance.now() - before).toBeLessThan(500);
  });
});
