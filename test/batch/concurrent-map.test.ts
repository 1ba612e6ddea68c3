import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { concurrentMap } from '../../src/batch/concurrent-map.ts';
import fc from '../fast-check.ts';

const options = { window: 3, ordered: true };

async function* from<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

async function collect<T>(outputs: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const output of outputs) all.push(output);
  return all;
}

/** An input that gives `first` and then is waited for in vain; tells whether it was closed. */
function endless<T>(first: T[]): AsyncIterable<T> & { isClosed: boolean } {
  const items = [...first];
  const input = {
    isClosed: false,
    [Symbol.asyncIterator]: () => ({
      next: () =>
        items.length > 0
          ? Promise.resolve({ done: false as const, value: items.shift()! })
          : new Promise<IteratorResult<T>>(() => {}),
      return: () => {
        input.isClosed = true;
        return new Promise<IteratorResult<T>>(() => {});
      },
    }),
  };
  return input;
}

describe('concurrentMap', () => {
  it('keeps the order of the inputs, however long each takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        async (times, window) => {
          const work = async ([i, time]: [number, number]): Promise<number> => {
            for (let turn = 0; turn < time; turn++) await new Promise(setImmediate);
            return i;
          };
          const outputs = await collect(concurrentMap(times.entries(), work, { window, ordered: true }));
          expect(outputs).toEqual([...times.keys()]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('gives what is finished first where the order does not matter', async () => {
    const work = async (ms: number): Promise<number> => wait(ms, ms);
    expect(await collect(concurrentMap([60, 5, 30], work, { window: 3, ordered: false }))).toEqual([5, 30, 60]);
  });

  it.each([true, false])('takes no more than its window ahead of the consumer (ordered: %s)', async (ordered) => {
    let taken = 0;
    const inputs = function* (): Generator<number> {
      for (let i = 0; i < 50; i++) {
        taken++;
        yield i;
      }
    };
    let handedOut = 0;
    for await (const output of concurrentMap(inputs(), async (i) => i, { window: 4, ordered })) {
      expect(output).toBe(handedOut++);
      await wait(1);
      expect(taken).toBeLessThanOrEqual(handedOut + 4);
    }
    expect(handedOut).toBe(50);
  });

  it('has as many at work at once as its window, and not more', async () => {
    let atWork = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++atWork);
      await wait(2);
      atWork--;
    };
    await collect(concurrentMap(Array(20).keys(), work, options));
    expect(most).toBe(3);
  });

  it('hands out an output while the next input is still awaited', async () => {
    const outputs = concurrentMap(endless(['a', 'b']), async (text) => text, options);
    expect([(await outputs.next()).value, (await outputs.next()).value]).toEqual(['a', 'b']);
  });

  it('is aborted while it waits for an input that does not come', async () => {
    const controller = new AbortController();
    const input = endless(['a']);
    const outputs = concurrentMap(input, async (text) => text, { ...options, signal: controller.signal });
    await outputs.next();
    setTimeout(() => controller.abort(new Error('enough')), 5);
    await expect(outputs.next()).rejects.toThrow('enough');
    expect(input.isClosed).toBe(true);
  });

  it('is aborted while it waits for work that does not end', async () => {
    const signal = AbortSignal.timeout(5);
    const outputs = concurrentMap(['a'], () => new Promise(() => {}), { ...options, signal });
    await expect(outputs.next()).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('takes no input when it is aborted before it begins', async () => {
    const outputs = concurrentMap(endless([1]), async () => 1, { ...options, signal: AbortSignal.abort('before') });
    await expect(outputs.next()).rejects.toBe('before');
  });

  it('closes the input when the consumer leaves', async () => {
    let isClosed = false;
    const inputs = async function* (): AsyncGenerator<number> {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        isClosed = true;
      }
    };
    for await (const output of concurrentMap(inputs(), async (i) => i, options)) if (output === 5) break;
    expect(isClosed).toBe(true);
  });

  it('gives the outputs of what came before an input that fails', async () => {
    const inputs = async function* (): AsyncGenerator<number> {
      yield 1;
      yield 2;
      throw new Error('the disk is gone');
    };
    const outputs: number[] = [];
    const all = async (): Promise<void> => {
      for await (const output of concurrentMap(inputs(), async (i) => wait(5, i), options)) outputs.push(output);
    };
    await expect(all()).rejects.toThrow('the disk is gone');
    expect(outputs).toEqual([1, 2]);
  });

  it('ends at once with what work rejects with', async () => {
    const work = async (i: number): Promise<number> => {
      if (i === 1) throw new Error('no model');
      return new Promise(() => {});
    };
    await expect(collect(concurrentMap(from([0, 1, 2]), work, options))).rejects.toThrow('no model');
  });
});
