import { describe, expect, it } from 'vitest';
import { additiveSimilarity } from '../../src/align/similarity.ts';
import { alignSentences } from '../../src/align/align-sentences.ts';
import { alignTranslations } from '../../src/align-translations.ts';
import { alignMany } from '../../src/batch/align-many.ts';
import { precomputedEmbedder } from '../../src/embed/precomputed.ts';
import { loadStaticEmbedder } from '../../src/embed/static/static-embedder.ts';
import { loadTransformersEmbedder } from '../../src/embed/transformers.ts';
import { embeddedModelUrl } from '../../src/embedded-model.ts';
import { OPTION_NAMES } from '../../src/options.ts';
import { render } from '../../src/report/registry.ts';
import { seedResult } from '../report/fixture.ts';

const RU = 'Суд отложил решение.';
const EN = 'The court put off its decision.';
type Call = (options: object) => unknown;

const vectors = { id: 'a', texts: ['a'], vectors: new Float32Array([1]), dimensions: 1 };
const row = { rows: 1, columns: 1, data: new Float32Array([1]) };
const calls: Record<string, Call> = {
  alignTranslations: (options) => alignTranslations(RU, EN, options),
  alignMany: (options) => alignMany([], options),
  precomputedEmbedder: (options) => precomputedEmbedder({ ...vectors, ...options }),
  loadStaticEmbedder: (options) => loadStaticEmbedder({ model: embeddedModelUrl, ...options }),
  loadTransformersEmbedder: (options) => loadTransformersEmbedder({ model: './none', ...options }),
  alignSentences: (options) =>
    alignSentences(additiveSimilarity(row, row), { lengths: [1] }, { lengths: [1] }, options),
  render: (options) => render(seedResult(), 'json', options),
};

/** What a call throws or rejects with. */
async function failure(
  call: () => unknown,
): Promise<{ name?: string; code?: string; message?: string; hint?: string }> {
  try {
    await call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('The call was taken.');
}

describe('an option that does not exist', () => {
  it.each([
    ['alignTranslations', 'profil', 'profile'],
    ['alignMany', 'concurency', 'concurrency'],
    ['precomputedEmbedder', 'dimension', 'dimensions'],
    ['loadStaticEmbedder', 'modell', 'model'],
    ['loadTransformersEmbedder', 'batchsize', 'batchSize'],
    ['alignSentences', 'lengthratio', 'lengthRatio'],
    ['render', 'colour', 'color'],
  ])('of %s: %s is named, with what may be meant', async (name, typed, meant) => {
    const error = await failure(() => calls[name]!({ [typed]: 1 }));
    expect(error).toMatchObject({ name: 'AlignError', code: 'unknown-option', hint: `Did you mean "${meant}"?` });
    expect(error.message).toContain(`has no "${typed}"`);
  });

  it.each(Object.keys(calls))('of %s and like none: all are listed', async (name) => {
    const { code, hint } = await failure(() => calls[name]!({ zzzzzzzzzz: 1 }));
    expect([code, hint]).toEqual(['unknown-option', expect.stringMatching(/^Use one of: .+\.$/)]);
  });

  it.each([
    ['options.rules', { rules: { omision: 'off' } }, 'omission'],
    ['options.thresholds', { thresholds: { translationCoverag: 0.5 } }, 'translationCoverage'],
    ['options.glossary[1]', { glossary: [{ source: 'a', rendering: 'b' }, { sorce: 'a' }] }, 'source'],
    ['options.ignore[0]', { ignore: [{ rul: 'omission' }] }, 'rule'],
    ['options.ignore[0].rule', { ignore: [{ rule: 'omision', source: 'a' }] }, 'omission'],
    ['options.baseline[0]', { baseline: [{ fingerprnt: '0' }] }, 'fingerprint'],
  ])('within %s', async (path, options, meant) => {
    const error = await failure(() => alignTranslations(RU, EN, options as object));
    expect(error.message).toContain(path);
    expect(error.hint).toBe(`Did you mean "${meant}"?`);
  });
});

/** A value of the wrong kind for each option, and the path that the message begins with. */
const wrong: [name: string, path: string, options: object][] = [
  ['alignTranslations', 'options.embedder', { embedder: {} }],
  ['alignTranslations', 'options.profile', { profile: 'strict' }],
  ['alignTranslations', 'options.rules', { rules: [] }],
  ['alignTranslations', 'options.rules.omission', { rules: { omission: 'fatal' } }],
  ['alignTranslations', 'options.thresholds', { thresholds: 1 }],
  ['alignTranslations', 'options.thresholds.partialCoverage', { thresholds: { partialCoverage: 2 } }],
  ['alignTranslations', 'options.glossary', { glossary: {} }],
  ['alignTranslations', 'options.glossary[0].optional', { glossary: [{ source: 'a', optional: 1 }] }],
  ['alignTranslations', 'options.ignore[0].source', { ignore: [{ source: '' }] }],
  ['alignTranslations', 'options.baseline[0].fingerprint', { baseline: [{ fingerprint: 'XYZ' }] }],
  ['alignTranslations', 'options.maxCharacters', { maxCharacters: 0.5 }],
  ['alignTranslations', 'options.signal', { signal: {} }],
  ['alignTranslations', 'options.onProgress', { onProgress: true }],
  ['alignMany', 'options.concurrency', { concurrency: 0 }],
  ['alignMany', 'options.ordered', { ordered: 'yes' }],
  ['precomputedEmbedder', 'options.id', { id: 7 }],
  ['precomputedEmbedder', 'options.vectors', { vectors: [[1]] }],
];

describe('a value of the wrong kind', () => {
  it.each(wrong)('%s: %s', async (name, path, options) => {
    const error = await failure(() => calls[name]!(options));
    expect(error).toMatchObject({ name: 'AlignError', code: 'invalid-argument', hint: expect.stringMatching(/\S/) });
    expect(error.message!.startsWith(`${path} is `), error.message).toBe(true);
  });

  it('is tried for every option of alignTranslations', () => {
    const tried = new Set(wrong.flatMap(([, , options]) => Object.keys(options)));
    expect(OPTION_NAMES.filter((option) => !tried.has(option))).toEqual([]);
  });

  it.each(['alignTranslations', 'alignMany', 'render'])('%s with options that are no object', async (name) => {
    for (const options of ['wire', 7, []])
      expect(await failure(() => calls[name]!(options as object))).toMatchObject({ code: 'invalid-argument' });
  });
});
