import { describe, expect, test } from 'vitest';
import { wordCoverage } from '../../src/align/coverage.ts';
import { missingPhrases, type AlignedTexts } from '../../src/align/missing-phrases.ts';
import type { Bead } from '../../src/core/result.ts';
import { beadOf } from './made.ts';
import { readToy, sentence, THINGS } from './toy-texts.ts';
import fc from '../fast-check.ts';

async function aligned(source: string, rendering: string, beads: Bead[]): Promise<AlignedTexts> {
  const [a, b] = [await readToy('ru', source), await readToy('en', rendering)];
  return {
    source: a.document,
    rendering: b.document,
    beads,
    coverage: wordCoverage(a.words, b.words, beads),
  };
}

describe('a stretch without counterpart', () => {
  const whole = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  const part = [0, 1, 2, 3, 8, 9, 10, 11];

  test('is found on the side that has it', async () => {
    const texts = await aligned(sentence('ru', whole), sentence('en', part), [beadOf([0], [0])]);
    const [phrase, ...more] = [...missingPhrases(texts, 'source')].sort((a, b) => b.confidence - a.confidence);
    expect(texts.source.text.slice(phrase!.span.start, phrase!.span.end)).toBe('река школа врач поезд');
    expect(phrase).toMatchObject({ bead: 0, sentence: 0, words: [4, 8], content: 4 });
    for (const other of more) expect(other.confidence).toBeLessThan(phrase!.confidence);
    expect(missingPhrases(texts, 'rendering')).toEqual([]);
  });

  test('is found on the rendering where it was added', async () => {
    const texts = await aligned(sentence('ru', part), sentence('en', whole), [beadOf([0], [0])]);
    const [phrase] = missingPhrases(texts, 'rendering');
    expect(texts.rendering.text.slice(phrase!.span.start, phrase!.span.end)).toBe('river school doctor train');
    expect(missingPhrases(texts, 'source')).toEqual([]);
  });

  test('is likelier the longer it is', async () => {
    const chance = async (kept: number[]) => {
      const texts = await aligned(sentence('ru', whole), sentence('en', kept), [beadOf([0], [0])]);
      return Math.max(...missingPhrases(texts, 'source').map(({ confidence }) => confidence));
    };
    expect(await chance([0, 1, 2, 3, 4, 5])).toBeGreaterThan(await chance(whole.slice(0, 11)));
  });

  test('explains what the other side is short of: a second one is judged by what is left', async () => {
    const all = Array.from({ length: 24 }, (_, thing) => thing);
    const kept = all.filter((thing) => (thing < 4 || thing > 13) && thing !== 18 && thing !== 19);
    const texts = await aligned(sentence('ru', all), sentence('en', kept), [beadOf([0], [0])]);
    const [first, second] = [...missingPhrases(texts, 'source')].sort((a, b) => b.content - a.content);
    expect([first!.content, second!.content]).toEqual([10, 2]);
    const DEFICIT = 1;
    expect(first!.confidence).toBeGreaterThan(0.5);
    expect(second!.signals[DEFICIT]).toBeLessThan(first!.signals[DEFICIT]! / 2);
  });

  test('is not one of a gap, nor of a text that is whole', async () => {
    const gaps = [beadOf([0], []), beadOf([], [0])];
    const texts = await aligned(sentence('ru', whole), sentence('en', part), gaps);
    expect(missingPhrases(texts, 'source')).toEqual([]);
    const same = await aligned(sentence('ru', whole), sentence('en', whole), [beadOf([0], [0])]);
    expect(missingPhrases(same, 'source')).toEqual([]);
  });
});

test('stretches begin and end with a content word, lie in their sentence and do not overlap', async () => {
  const lists = fc.array(fc.nat(THINGS - 1), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lists, lists, async (a, b) => {
      const beads = [beadOf([0], [0])];
      const texts = await aligned(`${sentence('ru', a).slice(0, -1)} и в.`, sentence('en', b), beads);
      let last = 0;
      for (const phrase of missingPhrases(texts, 'source')) {
        const [from, to] = phrase.words;
        expect(from).toBeGreaterThanOrEqual(last);
        last = to;
        const words = texts.source.words.of(phrase.sentence);
        expect([words[from]!.function, words[to - 1]!.function]).toEqual([false, false]);
        expect(phrase.span).toEqual({ start: words[from]!.start, end: words[to - 1]!.end });
        expect(phrase.confidence).toBeGreaterThan(0);
        expect(phrase.confidence).toBeLessThan(1);
        for (const value of phrase.signals) expect(Number.isFinite(value)).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
