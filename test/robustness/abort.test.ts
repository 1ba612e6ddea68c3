import { beforeAll, describe, expect, it } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { alignMany } from '../../src/batch/align-many.ts';
import type { Stage } from '../../src/core/progress.ts';
import { madeCases } from '../batch/made-cases.ts';

/**
 * The longest that a call may keep the processor without a turn of the event loop, in which an abort would be heard: 100 ms
 * by itself. Processor time, since a machine that does other work besides takes longer by the clock; on such a machine
 * the processor is slower, too.
 */
const MOST_MS = 150;

/** Nearly the longest texts that are searched exactly, in one article. */
const [long] = [...madeCases(1, 480)] as unknown as [{ source: string; renderings: string }];

/** A long article: 120 sentences a side. */
const [{ source, renderings }] = [...madeCases(1, 120)] as unknown as [{ source: string; renderings: string }];
const several = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, text: renderings }));

/** Milliseconds of processor time. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The longest stretch between two turns of the event loop while a call runs. */
async function longestStretch(call: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = processorMs();
  let isRunning = true;
  const look = (): void => {
    longest = Math.max(longest, processorMs() - last);
    last = processorMs();
    if (isRunning) setImmediate(look);
  };
  setImmediate(look);
  await call().finally(() => (isRunning = false));
  return longest;
}

beforeAll(async () => {
  await alignTranslations(source, renderings);
}, 60_000);

describe('an abort', () => {
  it.each([
    ['120 sentences and six renderings', source, several],
    ['480 sentences a side', long.source, long.renderings],
  ])('at any time of a call is heard soon: %s', async (_, text, others) => {
    const stretches: number[] = [];
    for (let run = 0; run < 3; run++) stretches.push(await longestStretch(() => alignTranslations(text, others)));
    expect(Math.min(...stretches)).toBeLessThan(MOST_MS);
  });

  it('at random times rejects with its reason, and with nothing else', async () => {
    const started = performance.now();
    await alignTranslations(source, several);
    const whole = performance.now() - started;
    let heard = 0;
    for (let step = 0; step < 8; step++) {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(step), (whole * step) / 10);
      const outcome = await alignTranslations(source, several, { signal: controller.signal }).catch(
        (reason: unknown) => reason,
      );
      clearTimeout(timer);
      if (outcome === step) heard++;
      else expect(outcome).toHaveProperty('schemaVersion');
    }
    expect(heard).toBeGreaterThan(2);
  });

  it.each(['text', 'embed', 'align', 'detect'] satisfies Stage[])(
    'told from the stage %s ends the call there',
    async (stage) => {
      const controller = new AbortController();
      const told: Stage[] = [];
      const call = alignTranslations(source, renderings, {
        signal: controller.signal,
        onProgress: (progress) => {
          told.push(progress.stage);
          if (progress.stage !== stage) return;
          controller.abort(stage);
        },
      });
      await expect(call).rejects.toBe(stage);
      expect(told.at(-1)).toBe(stage);
    },
  );

  it('of many documents ends the iteration', async () => {
    const controller = new AbortController();
    const records = alignMany(madeCases(Infinity, 20), { signal: controller.signal });
    setTimeout(() => controller.abort('enough'), 150);
    const all = async () => {
      for await (const record of records) expect(record).toBeDefined();
    };
    await expect(all()).rejects.toBe('enough');
  });
});
