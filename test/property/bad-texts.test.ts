import { afterAll, expect, it } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import type { TextInput } from '../../src/inputs.ts';
import { badTexts } from './bad-texts.ts';
import { outcomeOf } from './contract.ts';

const RU = 'Суд отложил решение по делу. Мост через реку открыли в среду.';
const EN = 'The court put off its decision. The bridge across the river was opened on Wednesday.';

/** Errors that a text may be answered with, and nothing else. */
const TYPED = ['empty-text', 'text-too-long', 'unknown-language', 'unsupported-language', 'same-language'];
/** Far above what any of them takes, far below what quadratic work on them would. */
const MOST_MS = 20_000;

const counts = new Map<string, number>();
afterAll(() => {
  if (process.env['BAD_TEXTS_TOLD']) console.log(badTexts.length, 'kinds', Object.fromEntries(counts));
});

it.each(badTexts)(
  '$kind, as source, as rendering, as both: a valid result or an error of ours',
  async ({ text }) => {
    const [ru, en] = [
      { text, language: 'ru' },
      { text, language: 'en' },
    ];
    const pairs: [TextInput, TextInput][] = [
      [ru, EN],
      [RU, en],
      [ru, en],
      [text, EN],
    ];
    for (const [source, rendering] of pairs) {
      const started = performance.now();
      const outcome = await outcomeOf(alignTranslations(source, rendering));
      expect(performance.now() - started).toBeLessThan(MOST_MS);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (outcome !== 'result') expect(TYPED).toContain(outcome);
    }
  },
  60_000,
);
