import { describe, expect, test } from 'vitest';
import { AlignError } from '../src/core/errors.ts';
import { DEFAULT_THRESHOLDS, describe as told, resolveOptions } from '../src/options.ts';
import { toyEmbedder } from './align/toy-texts.ts';

const RULES = ['omission', 'addition', 'number'];
const embedder = toyEmbedder();

function errorOf(options: unknown): AlignError {
  try {
    resolveOptions(options as object, RULES);
  } catch (error) {
    expect(error).toBeInstanceOf(AlignError);
    return error as AlignError;
  }
  throw new Error('No error.');
}

test('defaults', () => {
  const resolved = resolveOptions(undefined, RULES);
  expect(resolved).toEqual({
    embedder: undefined,
    profile: 'literal',
    rules: {},
    thresholds: DEFAULT_THRESHOLDS,
    glossary: [],
    ignore: [],
    baseline: [],
    maxCharacters: 20_000_000,
    signal: undefined,
    onProgress: expect.any(Function),
  });
  expect(resolveOptions({}, RULES)).toEqual({ ...resolved, onProgress: expect.any(Function) });
  const undefinedOnes = Object.fromEntries(Object.keys(resolved).map((name) => [name, undefined]));
  expect(resolveOptions(undefinedOnes, RULES)).toEqual({ ...resolved, onProgress: expect.any(Function) });
  expect(() => resolved.onProgress({ stage: 'text', done: 0, total: 1 })).not.toThrow();
});

test('thresholds have their order', () => {
  const { translationCoverage, partialCoverage, comparableSimilarity } = DEFAULT_THRESHOLDS;
  expect(translationCoverage).toBeGreaterThan(partialCoverage);
  for (const value of [translationCoverage, partialCoverage, comparableSimilarity]) {
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
  }
});

test('what is given goes before the defaults, and the defaults are not changed', () => {
  const onProgress = () => {};
  const { signal } = new AbortController();
  const given = {
    embedder,
    profile: 'wire',
    rules: { omission: 'off', number: 'info' },
    thresholds: { partialCoverage: 0 },
    glossary: [{ source: 'Минобороны', rendering: 'Defence Ministry' }],
    ignore: [{ rule: 'addition', rendering: 'Reporting by' }],
    baseline: [{ fingerprint: '0123456789abcdef', reason: '' }],
    maxCharacters: 1,
    signal,
    onProgress,
  } as const;
  expect(resolveOptions(given, RULES)).toEqual({
    ...given,
    thresholds: { ...DEFAULT_THRESHOLDS, partialCoverage: 0 },
  });
  expect(resolveOptions({}, RULES).thresholds.partialCoverage).toBeGreaterThan(0);
});

describe('a name that does not exist', () => {
  test.each([
    [{ profil: 'wire' }, 'options has no "profil".', 'Did you mean "profile"?'],
    [{ onprogress: () => {} }, 'options has no "onprogress".', 'Did you mean "onProgress"?'],
    [{ colour: 1 }, 'options has no "colour".', 'Use one of: embedder, profile, rules,'],
    [{ rules: { omision: 'off' } }, 'options.rules has no "omision".', 'Did you mean "omission"?'],
    [{ rules: { toString: 'off' } }, 'options.rules has no "toString".', 'Use one of: omission, addition, number.'],
    [{ glossary: [{ source: 'а', renderings: 'a' }] }, 'options.glossary[0] has no "renderings".', '"rendering"?'],
    [
      { ignore: [{ rule: 'omision', source: 'а' }] },
      'options.ignore[0].rule is "omision", which is no rule.',
      '"omission"?',
    ],
    [{ baseline: [{ print: 'a' }] }, 'options.baseline[0] has no "print".', 'Use one of: fingerprint,'],
    [{ thresholds: { partialCover: 1 } }, 'options.thresholds has no "partialCover".', '"partialCoverage"?'],
  ])('%j', (options, message, hint) => {
    const error = errorOf(options);
    expect([error.code, error.message]).toEqual(['unknown-option', message]);
    expect(error.hint).toContain(hint);
  });
});

describe('a value of the wrong kind', () => {
  test.each([
    ['wire', 'options is "wire", expected an object.'],
    [[], 'options is an array of 0, expected an object.'],
    [7, 'options is 7, expected an object.'],
    [{ profile: 'wired' }, 'options.profile is "wired", expected "literal" or "wire".'],
    [{ profile: null }, 'options.profile is null, expected "literal" or "wire".'],
    [{ rules: 'off' }, 'options.rules is "off", expected an object of severities by rule.'],
    [{ rules: null }, 'options.rules is null, expected an object of severities by rule.'],
    [{ rules: [] }, 'options.rules is an array of 0, expected an object of severities by rule.'],
    [{ rules: { omission: 'fatal' } }, 'options.rules.omission is "fatal", expected error, warning, info or off.'],
    [{ rules: { omission: false } }, 'options.rules.omission is false, expected error, warning, info or off.'],
    [{ thresholds: 0.5 }, 'options.thresholds is 0.5, expected an object.'],
    [{ thresholds: ['a'] }, 'options.thresholds is an array of 1, expected an object.'],
    [{ thresholds: null }, 'options.thresholds is null, expected an object.'],
    ...[NaN, -0.01, 1.01, '0.5', null, Infinity].map((value) => [
      { thresholds: { translationCoverage: value } },
      `options.thresholds.translationCoverage is ${told(value)}, expected a number from 0 to 1.`,
    ]),
    ...[0, -1, 1.5, NaN, Infinity, '9', null].map((value) => [
      { maxCharacters: value },
      `options.maxCharacters is ${told(value)}, expected a positive integer.`,
    ]),
    [{ glossary: {} }, 'options.glossary is an object, expected an array.'],
    [{ glossary: ['Минобороны'] }, 'options.glossary[0] is "Минобороны", expected an object.'],
    [
      { glossary: [{ rendering: 'a' }] },
      'options.glossary[0].source is undefined, expected a text of 1 to 2,000 characters.',
    ],
    [{ glossary: [{ source: 'а' }] }, 'options.glossary[0].rendering is undefined, expected the forms that are right.'],
    [
      { glossary: [{ source: 'а', rendering: ['a', ' '] }] },
      'options.glossary[0].rendering is an array of 2, expected a text, or 1 to 50 texts, of 1 to 2,000 characters.',
    ],
    [{ glossary: [{ source: 'а', optional: 1 }] }, 'options.glossary[0].optional is 1, expected true or false.'],
    [{ glossary: Array(10_001).fill({}) }, 'options.glossary is an array of 10001, expected at most 10,000 entries.'],
    [
      { ignore: [{ rule: 'omission' }] },
      'options.ignore[0].source is undefined, expected words of the source, or of the rendering.',
    ],
    [
      { ignore: [{ source: 'x'.repeat(2001) }] },
      `options.ignore[0].source is ${told('x'.repeat(2001))}, expected a text of 1 to 2,000 characters.`,
    ],
    [
      { baseline: [{ fingerprint: 'abc' }] },
      'options.baseline[0].fingerprint is "abc", expected 16 hexadecimal digits in lower case.',
    ],
    [{ signal: {} }, 'options.signal is an object, expected an AbortSignal.'],
    [{ signal: new AbortController() }, 'options.signal is an object, expected an AbortSignal.'],
    [{ onProgress: 'log' }, 'options.onProgress is "log", expected a function.'],
    [{ embedder: 'Xenova/LaBSE' }, 'options.embedder is "Xenova/LaBSE", expected an embedder.'],
    [{ embedder: null }, 'options.embedder is null, expected an embedder.'],
  ] as [unknown, string][])('%j: %s', (options, message) => {
    const error = errorOf(options);
    expect([error.code, error.message]).toEqual(['invalid-argument', message]);
    expect(error.hint).not.toBe('');
  });

  test.each([
    ['no id', { id: undefined }],
    ['no revision', { revision: 1 }],
    ['dimensions that are no count', { dimensions: NaN }],
    ['no dimensions', { dimensions: 0 }],
    ['no languages', { languages: [] }],
    ['languages that are no codes', { languages: [1] }],
    ['no embed()', { embed: 'embed' }],
    ['sums that is no function', { sums: {} }],
  ])('an embedder with %s', (_, wrong) => {
    const error = errorOf({ embedder: { ...embedder, ...wrong } });
    expect([error.code, error.message]).toEqual([
      'invalid-argument',
      'options.embedder is an object, expected an embedder.',
    ]);
    expect(error.hint).toMatch(/embed\(\)/);
  });
});

test('a value is told in a few words', () => {
  expect(told('ab"c')).toBe('"ab\\"c"');
  expect(told('x'.repeat(1000))).toBe(`"${'x'.repeat(40)}…"`);
  expect(told([1, 2])).toBe('an array of 2');
  expect(told({ text: 'secret' })).toBe('an object');
  expect(told(undefined)).toBe('undefined');
  expect(told(Symbol('s'))).toBe('Symbol(s)');
});
