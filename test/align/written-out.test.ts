import { expect, test } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';

test('what an abbreviation of the other side spells out is no missing part of a sentence', async () => {
  const { renderings } = await alignTranslations(
    'Худшая команда АПЛ "Норвич" потеряла шансы на сохранение прописки в АПЛ 11 июля.',
    'The worst team in the Premier League, Norwich, lost their chances of retaining their place in the Premier League on July 11.',
    { profile: 'literal' },
  );
  expect(renderings[0]!.coverage.rendering).toBeGreaterThan(0.95);
  expect(renderings[0]!.findings).toEqual([]);
});

test('an abbreviation stands for no phrase without a name', async () => {
  const { renderings } = await alignTranslations(
    'Министр обороны, получивший крупные взятки, подал в отставку, сообщает агентство.',
    'The defence minister resigned, AFP reports.',
    { profile: 'literal' },
  );
  expect(renderings[0]!.coverage.source).toBeLessThan(0.9);
  expect(renderings[0]!.findings.map(({ rule }) => rule)).toContain('partial-omission');
});
