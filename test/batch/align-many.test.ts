import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  alignMany,
  alignTranslations,
  precomputedEmbedder,
  type AlignCase,
  type AlignRecord,
} from '../../src/index.ts';
import { madeCases } from './made-cases.ts';

/** Documents of all kinds, with some that cannot be aligned among them. */
function mixed(): AlignCase[] {
  const cases = [...madeCases(12, 6)];
  cases.splice(3, 0, { id: 'empty', source: '…', renderings: 'Text.' });
  cases.splice(7, 0, {
    id: 'two',
    source: cases[0]!.source,
    renderings: [cases[0]!.renderings as string, 'The hall was rebuilt in May.'],
  });
  cases.splice(9, 0, { id: 9, source: 'Зал открыт.', renderings: [] });
  cases.splice(10, 0, { source: 'Зал открыт.', renderings: 'The hall is open.' } as unknown as AlignCase);
  cases.splice(11, 0, null as unknown as AlignCase);
  cases.splice(12, 0, { id: 'odd', source: 12, renderings: 'The hall is open.' } as unknown as AlignCase);
  return cases;
}

async function collect(records: AsyncIterable<AlignRecord>): Promise<AlignRecord[]> {
  const all: AlignRecord[] = [];
  for await (const record of records) all.push(record);
  return all;
}

describe('alignMany', () => {
  it('gives what alignTranslations gives, and one error record for a bad document', async () => {
    const records = await collect(alignMany(mixed()));
    const told = records.map((record) => ('error' in record ? [record.id, record.error.code] : [record.id]));
    expect(told).toEqual([
      ['made-0'],
      ['made-1'],
      ['made-2'],
      ['empty', 'empty-text'],
      ['made-3'],
      ['made-4'],
      ['made-5'],
      ['two'],
      ['made-6'],
      [9, 'invalid-argument'],
      [null, 'invalid-argument'],
      [null, 'invalid-argument'],
      ['odd', 'invalid-argument'],
      ['made-7'],
      ['made-8'],
      ['made-9'],
      ['made-10'],
      ['made-11'],
    ]);
    const { source, renderings } = mixed()[0]!;
    const result = await alignTranslations({ id: 'made-0', text: source as string }, renderings);
    expect(records[0]).toEqual({ id: 'made-0', result });
  });

  it('gives the same bytes with 1, 2 and 3 workers', async () => {
    const alone = JSON.stringify(await collect(alignMany(mixed(), { profile: 'wire' })));
    for (const concurrency of [2, 3])
      expect(JSON.stringify(await collect(alignMany(mixed(), { profile: 'wire', concurrency }))) === alone).toBe(true);
  });

  it('hands options on to the workers', async () => {
    const glossary = [{ source: 'Зал', rendering: 'auditorium' }];
    const documents = [{ id: 1, source: 'Зал открыт с мая.', renderings: 'The hall has been open since May.' }];
    const [first, second] = await Promise.all(
      [1, 2].map((concurrency) => collect(alignMany(documents, { concurrency, glossary }))),
    );
    expect(first).toMatchObject([{ result: { renderings: [{ findings: [{ rule: 'glossary' }] }] } }]);
    expect(second).toEqual(first);
  });

  it('gives every record once, as finished, where the order does not matter', async () => {
    const [long] = madeCases(1, 120);
    const documents = [{ ...long!, id: 'long' }, ...madeCases(8, 2)];
    const records = await collect(alignMany(documents, { concurrency: 2, ordered: false }));
    expect(records.map(({ id }) => id).sort()).toEqual(documents.map(({ id }) => id).sort());
    expect(records[0]!.id).not.toBe('long');
  });

  it('reads documents no further ahead than it needs to', async () => {
    let read = 0;
    async function* counted(): AsyncGenerator<AlignCase> {
      for (const one of madeCases(40, 1)) {
        read++;
        yield one;
      }
    }
    let taken = 0;
    for await (const { id } of alignMany(counted(), { concurrency: 2 })) {
      expect(id).toBe(`made-${taken++}`);
      await wait(5);
      expect(read).toBeLessThanOrEqual(taken + 12);
    }
    expect(taken).toBe(40);
  });

  /** Milliseconds from the abort to the end of the loop. */
  async function abortTime(records: (signal: AbortSignal) => AsyncGenerator<AlignRecord>): Promise<number> {
    const controller = new AbortController();
    const aborted = records(controller.signal);
    await aborted.next();
    let abortedAt = Infinity;
    setTimeout(() => {
      abortedAt = performance.now();
      controller.abort(new Error('enough'));
    }, 50);
    await expect(collect(aborted)).rejects.toThrow('enough');
    return performance.now() - abortedAt;
  }

  const [short] = madeCases(1, 1);
  const [long] = madeCases(1, 3000);
  it.each([
    ['between documents', 1, () => madeCases(Infinity, 25)],
    ['between documents', 2, () => madeCases(Infinity, 25)],
    ['amid a long document', 2, () => [short!, long!]],
  ])('is aborted within 100 ms: %s, at concurrency %i', async (_, concurrency, documents) => {
    // A busy machine may be late once.
    const times: number[] = [];
    while (times.length < 3 && !times.some((ms) => ms < 100))
      times.push(await abortTime((signal) => alignMany(documents(), { concurrency, signal })));
    expect(Math.min(...times)).toBeLessThan(100);
  });

  it('ends its workers and its input when the loop is left', async () => {
    let isClosed = false;
    function* documents(): Generator<AlignCase> {
      try {
        yield* madeCases(Infinity, 1);
      } finally {
        isClosed = true;
      }
    }
    for await (const { id } of alignMany(documents(), { concurrency: 2 })) if (id === 'made-5') break;
    expect(isClosed).toBe(true);
  });

  it.each([
    [{ concurency: 2 }, 'unknown-option', /concurency/],
    [{ onProgress: () => {} }, 'unknown-option', /onProgress/],
    [{ profile: 'loose' }, 'invalid-argument', /profile/],
    [{ concurrency: 0 }, 'invalid-argument', /concurrency is 0/],
    [{ concurrency: 1.5 }, 'invalid-argument', /concurrency is 1.5/],
    [{ ordered: 'no' }, 'invalid-argument', /ordered/],
    [{ rules: { omision: 'off' } }, 'unknown-option', /omision/],
    ['fast', 'invalid-argument', /options/],
  ])('refuses the options %j at the call', (options, code, message) => {
    const call = () => alignMany([], options as object);
    expect(call).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error);
  });

  it('refuses what is no iterable, and an embedder beside workers', () => {
    expect(() => alignMany({} as AlignCase[])).toThrow('documents is an object, expected an iterable.');
    const embedder = precomputedEmbedder({ id: 'e', texts: ['a'], vectors: new Float32Array([1]), dimensions: 1 });
    expect(() => alignMany([], { embedder, concurrency: 2 })).toThrow('1 where an embedder is given');
  });

  it('takes an embedder of the caller in its own thread', async () => {
    const embedder = precomputedEmbedder({ id: 'e', texts: ['a'], vectors: new Float32Array([1]), dimensions: 1 });
    const records = await collect(alignMany(madeCases(1, 1), { embedder }));
    expect(records).toMatchObject([{ id: 'made-0', error: { code: 'missing-vector' } }]);
  });
});
