import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test, vi } from 'vitest';
import { alignTranslations } from '../src/align-translations.ts';
import { AlignError } from '../src/core/errors.ts';
import type { Progress, Stage } from '../src/core/progress.ts';
import type { AlignmentResult } from '../src/core/result.ts';
import type { Embedder } from '../src/embed/embedder.ts';
import { precomputedEmbedder } from '../src/embed/precomputed.ts';
import { article, sentence, THINGS, toyEmbedder } from './align/toy-texts.ts';
import fc from './fast-check.ts';

const schema = JSON.parse(readFileSync(new URL('../schema/result.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** Six sentences of five words, no word twice. */
const S = [0, 1, 2, 3, 4, 5].map((s) => [0, 1, 2, 3, 4].map((w) => s * 5 + w));
const ru = (things: number[][]) => ({ text: article('ru', things), language: 'ru' });
const en = (things: number[][]) => ({ text: article('en', things), language: 'en' });
const toy = { embedder: toyEmbedder() };

const RU = 'Министр иностранных дел заявил журналистам, что страна готова к переговорам. Суд отложил решение.';
const EN =
  'The foreign minister told journalists that the country was ready for talks. The court put off its decision.';
const DE = 'Der Außenminister sagte den Journalisten, dass das Land bereit für die Verhandlungen ist.';

/** What the contract says of every result. */
function checkResult(result: AlignmentResult): void {
  validate(result);
  expect(validate.errors).toBeNull();
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  const findings = [...result.findings, ...result.renderings.flatMap((r) => r.findings)];
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  expect(result.summary).toEqual({ errors: count('error'), warnings: count('warning'), infos: count('info') });
  for (const side of [result.source, ...result.renderings]) {
    let last = 0;
    for (const { start, end } of side.sentences) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(side.text.length);
      expect(side.text.slice(last, start)).toMatch(/^[\p{White_Space}\p{Cf}\p{Cc}]*$/u);
      expect(side.text.slice(start, end)).toMatch(/^\S[^]*\S$|^\S$/);
      last = end;
    }
    expect(side.text.slice(last)).toMatch(/^[\p{White_Space}\p{Cf}\p{Cc}]*$/u);
  }
  for (const rendering of result.renderings) {
    const indices = (side: 'source' | 'rendering') =>
      rendering.beads.flatMap((bead) => bead[side]).sort((a, b) => a - b);
    expect(indices('source')).toEqual(result.source.sentences.map((_, i) => i));
    expect(indices('rendering')).toEqual(rendering.sentences.map((_, i) => i));
    for (const finding of rendering.findings) {
      for (const bead of finding.beads) expect(rendering.beads[bead]).toBeDefined();
      for (const { end } of finding.source) expect(end).toBeLessThanOrEqual(result.source.text.length);
      for (const { end } of finding.rendering) expect(end).toBeLessThanOrEqual(rendering.text.length);
    }
  }
}

const rulesOf = (result: AlignmentResult) => result.renderings.map((r) => r.findings.map(({ rule }) => rule));

describe('with an embedder of the caller’s', () => {
  test.each([
    ['of sums', true],
    ['of vectors alone', false],
  ])('%s, a whole translation has nothing to report', async (_, additive) => {
    const result = await alignTranslations(ru(S), en(S), { embedder: toyEmbedder({ additive }) });
    checkResult(result);
    expect(result.embedder).toEqual({ id: 'toy', revision: '1', dimensions: 256 });
    const [rendering] = result.renderings;
    expect(rendering!.relation.kind).toBe('translation');
    expect(rendering!.beads.map((b) => [b.source, b.rendering])).toEqual(S.map((__, i) => [[i], [i]]));
    expect(rendering!.findings).toEqual([]);
  });

  test('that is precomputed, the result is that of the embedder whose vectors it has', async () => {
    const plain = toyEmbedder({ additive: false });
    const texts = new Set<string>();
    const recorder: Embedder = {
      ...plain,
      embed: (list, options) => {
        for (const text of list) texts.add(text);
        return plain.embed(list, options);
      },
    };
    const kept = S.filter((_, i) => i !== 3);
    const direct = await alignTranslations(ru(S), en(kept), { embedder: recorder });
    const list = [...texts];
    const lookUp = precomputedEmbedder({ id: 'toy', revision: '1', texts: list, vectors: await plain.embed(list) });
    expect(await alignTranslations(ru(S), en(kept), { embedder: lookUp })).toEqual(direct);
    const fewer = precomputedEmbedder({ id: 'toy', texts: list.slice(1), vectors: await plain.embed(list.slice(1)) });
    await expect(alignTranslations(ru(S), en(kept), { embedder: fewer })).rejects.toMatchObject({
      code: 'missing-vector',
    });
  });

  test.each([
    [
      'too few rows',
      (rows: number, columns: number) => ({
        rows: rows - 1,
        columns,
        data: new Float32Array((rows - 1) * columns).fill(1),
      }),
    ],
    [
      'too many rows',
      (rows: number, columns: number) => ({
        rows: rows + 1,
        columns,
        data: new Float32Array((rows + 1) * columns).fill(1),
      }),
    ],
    ['NaN', (rows: number, columns: number) => ({ rows, columns, data: new Float32Array(rows * columns).fill(NaN) })],
    ['another shape', (rows: number, columns: number) => ({ rows, columns, data: new Float32Array(rows) })],
    [
      'other dimensions than it says',
      (rows: number) => ({ rows, columns: 3, data: new Float32Array(rows * 3).fill(1) }),
    ],
  ])('that gives %s, it is an error', async (_, wrong) => {
    for (const additive of [true, false]) {
      const plain = toyEmbedder({ additive });
      const broken = async (texts: readonly string[]) => wrong(texts.length, 256);
      const sentences = new Set([...article('ru', S).split('\n\n'), ...article('en', S).split('\n\n')]);
      for (const words of [true, false]) {
        // Broken for words alone, or for sentences alone.
        const method =
          (right: Embedder['embed']): Embedder['embed'] =>
          (texts, options) =>
            words === !texts.some((text) => sentences.has(text)) ? broken(texts) : right(texts, options);
        const embedder = {
          ...plain,
          embed: method(plain.embed),
          ...(plain.sums ? { sums: method(plain.sums.bind(plain)) } : {}),
        };
        const outcome = await alignTranslations(ru(S), en(S), { embedder }).then(
          () => 'a result',
          (error: Error & { code?: string }) => error.code ?? error.message,
        );
        expect(outcome, `${additive ? 'sums' : 'vectors'} of ${words ? 'words' : 'sentences'}`).toBe('invalid-vectors');
      }
    }
  });
});

describe('what a rendering did', () => {
  test('is found and told in the result', async () => {
    const cut = S.map((things, i) => (i === 1 ? things.slice(0, 2) : things)).filter((_, i) => i !== 3);
    const result = await alignTranslations(ru(S), [en(cut), en([...S, [40, 41, 42, 43]])], toy);
    checkResult(result);
    expect(result.renderings.map(({ id }) => id)).toEqual(['rendering-1', 'rendering-2']);
    const [less, more] = result.renderings;
    const omission = less!.findings.find(({ rule }) => rule === 'omission')!;
    expect(omission.source.map(({ start, end }) => result.source.text.slice(start, end))).toEqual([
      sentence('ru', S[3]!),
    ]);
    expect(omission.beads.map((b) => less!.beads[b]!.rendering)).toEqual([[]]);
    expect(less!.coverage.source).toBeLessThan(0.9);
    const addition = more!.findings.find(({ rule }) => rule === 'addition')!;
    expect(addition.rendering.map(({ start, end }) => more!.text.slice(start, end))).toEqual([
      sentence('en', [40, 41, 42, 43]),
    ]);
  });

  test('has its severity by profile, by rule, and none where the rule is off', async () => {
    const cut = en(S.filter((_, i) => i !== 3));
    const severity = async (options: object) =>
      (await alignTranslations(ru(S), cut, { ...toy, ...options })).renderings[0]!.findings.filter(
        ({ rule }) => rule === 'omission',
      ).map((finding) => finding.severity);
    expect(await severity({})).toEqual(['error']);
    expect(await severity({ profile: 'wire' })).toEqual(['warning']);
    expect(await severity({ rules: { omission: 'info' } })).toEqual(['info']);
    expect(await severity({ rules: { omission: 'off' } })).toEqual([]);
  });

  test('the profile wire forgives a dropped sentence, not one with a number', async () => {
    const source = { ...ru(S), text: ru(S).text.replace(sentence('ru', S[3]!), 'Паспорт и билет стоили 4500 рублей.') };
    const cut = en(S.filter((_, i) => i !== 3));
    const result = await alignTranslations(source, cut, { ...toy, profile: 'wire' });
    const omissions = result.renderings[0]!.findings.filter(({ rule }) => rule === 'omission');
    expect(omissions.map((finding) => finding.severity)).toEqual(['error']);
    expect(result.summary.errors).toBe(1);
  });

  test('is judged by the thresholds', async () => {
    const half = en(S.slice(0, 3));
    const kind = async (thresholds: object) =>
      (await alignTranslations(ru(S), half, { ...toy, thresholds })).renderings[0]!.relation.kind;
    expect(await kind({ translationCoverage: 0.3, partialCoverage: 0.2 })).toBe('translation');
    expect(await kind({ translationCoverage: 0.9, partialCoverage: 0.2 })).toBe('partial-translation');
    expect(await kind({ translationCoverage: 1, partialCoverage: 1, comparableSimilarity: 1 })).toBe('unrelated');
  });

  test('is not listed where the text does not follow the source at all', async () => {
    const other = en([
      [30, 31, 32, 33],
      [34, 35, 36, 37],
      [38, 39, 40, 41],
    ]);
    const result = await alignTranslations(ru(S), other, toy);
    checkResult(result);
    expect(result.renderings[0]!.relation.kind).toBe('unrelated');
    expect(rulesOf(result)).toEqual([[]]);
  });
});

describe('with the embedded model', () => {
  test('both ways', async () => {
    for (const [source, rendering] of [
      [RU, EN],
      [EN, RU],
    ] as const) {
      const result = await alignTranslations(source, rendering);
      checkResult(result);
      expect(result.renderings[0]!.relation.kind).toBe('translation');
      expect(result.renderings[0]!.beads.map((b) => [b.source, b.rendering])).toEqual([
        [[0], [0]],
        [[1], [1]],
      ]);
      expect(result.source.text).toBe(source);
      expect(result.renderings[0]!.findings).toEqual([]);
    }
  });

  test('one sentence beside one sentence', async () => {
    const result = await alignTranslations(
      'Суд отложил решение по делу.',
      'The court put off its decision in the case.',
    );
    checkResult(result);
    expect(result.renderings[0]!.beads).toHaveLength(1);
    expect(result.renderings[0]!.relation.kind).toBe('translation');
  });

  test('twice the same, whatever was asked between', async () => {
    const first = await alignTranslations(RU, [EN, { text: EN.slice(0, 75), id: 'b' }]);
    await alignTranslations(EN, RU);
    expect(JSON.stringify(await alignTranslations(RU, [EN, { text: EN.slice(0, 75), id: 'b' }]))).toBe(
      JSON.stringify(first),
    );
  });

  test('offsets are those of the text as passed in', async () => {
    const source = `\ufeff\r\n  ${RU.replace('. ', '.\u00a0\r\n\r\n')}\r\n`;
    const rendering = `${EN.replace('. ', '.\r\n\u00a0\r\n').replace('foreign', 'for\u00adeign')}\u2028 `;
    const result = await alignTranslations(source, rendering);
    checkResult(result);
    expect(result.source.text).toBe(source);
    expect(result.source.sentences.map(({ start, end }) => source.slice(start, end))).toEqual([
      'Министр иностранных дел заявил журналистам, что страна готова к переговорам.',
      'Суд отложил решение.',
    ]);
    expect(result.renderings[0]!.sentences.map(({ start, end }) => rendering.slice(start, end))).toEqual([
      'The for\u00adeign minister told journalists that the country was ready for talks.',
      'The court put off its decision.',
    ]);
  });

  test.each([
    ['an empty source', '', EN, 'empty-text'],
    ['no rendering', RU, [], 'invalid-argument'],
    ['a source that is no string', 42, EN, 'invalid-argument'],
    ['a German rendering', RU, DE, 'unsupported-language'],
    ['a German rendering said to be German', RU, { text: DE, language: 'de' }, 'unsupported-language'],
    ['a rendering in the language of the source', RU, RU, 'same-language'],
    ['a rendering that tells no language', RU, '2022', 'unknown-language'],
    ['a rendering of punctuation', RU, '***', 'empty-text'],
  ])('%s is an error', async (_, source, rendering, code) => {
    await expect(alignTranslations(source as string, rendering as string)).rejects.toMatchObject({
      name: 'AlignError',
      code,
      hint: expect.stringMatching(/\S/),
    });
  });

  test('options are checked first, and tell what may be meant', async () => {
    await expect(alignTranslations('', '', { profil: 'wire' } as object)).rejects.toMatchObject({
      code: 'unknown-option',
      hint: 'Did you mean "profile"?',
    });
    await expect(alignTranslations(RU, EN, { rules: { omision: 'off' } })).rejects.toMatchObject({
      code: 'unknown-option',
      hint: 'Did you mean "omission"?',
    });
    await expect(alignTranslations(RU, EN, { maxCharacters: 20 })).rejects.toMatchObject({ code: 'text-too-long' });
  });
});

describe('an aborted call', () => {
  test('rejects with its reason before it begins', async () => {
    const reason = new Error('no time');
    const embed = vi.fn();
    await expect(
      alignTranslations(ru(S), en(S), {
        embedder: { ...toyEmbedder(), sums: embed },
        signal: AbortSignal.abort(reason),
      }),
    ).rejects.toBe(reason);
    expect(embed).not.toHaveBeenCalled();
  });

  test.each(['embed', 'align'] as const)('rejects with its reason in the stage %s', async (stage) => {
    const controller = new AbortController();
    const reason = { any: 'value' };
    const stages: Stage[] = [];
    const call = alignTranslations(ru(S), [en(S), en(S)], {
      ...toy,
      signal: controller.signal,
      onProgress: (progress) => {
        stages.push(progress.stage);
        if (progress.stage === stage) controller.abort(reason);
      },
    });
    await expect(call).rejects.toBe(reason);
    expect(stages.filter((each) => each === stage)).toHaveLength(1);
  });

  test('hands its signal to the embedder', async () => {
    const controller = new AbortController();
    const embedder: Embedder = {
      ...toyEmbedder({ additive: false }),
      embed: (_, options) =>
        new Promise((__, reject) => {
          options!.signal!.addEventListener('abort', () => reject(options!.signal!.reason as Error));
        }),
    };
    const call = alignTranslations(ru(S), en(S), { embedder, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('stop')), 5);
    await expect(call).rejects.toThrow('stop');
  });
});

describe('progress', () => {
  test('is told stage by stage, each to its end', async () => {
    const told: Progress[] = [];
    await alignTranslations(ru(S), [en(S), en(S.slice(1))], { ...toy, onProgress: (progress) => told.push(progress) });
    const order: Stage[] = ['text', 'embed', 'align', 'detect'];
    const stages = told.map(({ stage }) => order.indexOf(stage));
    expect(stages).toEqual([...stages].sort((a, b) => a - b));
    for (const stage of ['embed', 'align', 'detect'] as const) {
      const own = told.filter((progress) => progress.stage === stage);
      expect(own.map(({ done }) => done)).toEqual(own.map((_, x) => x + 1));
      expect(own.at(-1)!.done).toBe(own.at(-1)!.total);
    }
  });

  test('that throws ends the call', async () => {
    const error = new Error('from the caller');
    const onProgress = () => {
      throw error;
    };
    await expect(alignTranslations(ru(S), en(S), { ...toy, onProgress })).rejects.toBe(error);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'Министр', 'мост', 'the', 'court', '«', '»', '“', '"', ' ', ' ', '\n', '\r\n', '\n\n', '\u00a0', '\ufeff', '\u00ad', '.', '. ',
    '...', '?', '- ', '• ', '(', ')', '12', '3,5 млн', '2022-01-10', 'г.', 'U.S.', '/TASS/.', 'MOSCOW, January 10. ', '\u{1f600}',
    '\ud83d', 'é', '\u0301', '\u2028', '\t', '—', '<b>', '&amp;', '\u0000',
  ); // prettier-ignore
  const textOf = fc.array(pieces, { minLength: 1, maxLength: 40 }).map((list) => list.join(''));

  test('gives a result that keeps the contract, or an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(textOf, textOf, fc.boolean(), async (source, rendering, additive) => {
        try {
          checkResult(
            await alignTranslations(
              { text: source, language: 'ru' },
              { text: rendering, language: 'en' },
              { embedder: toyEmbedder({ additive }) },
            ),
          );
        } catch (error) {
          if (!(error instanceof AlignError)) throw error;
          expect(error.code).toBe('empty-text');
          expect([source, rendering].some((text) => !/[\p{L}\p{N}]/u.test(text))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('of toy sentences, dropped, doubled and shuffled, keeps the contract', async () => {
    const things = fc.array(fc.nat(THINGS - 1), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(things, { minLength: 1, maxLength: 8 }), fc.array(fc.nat(7), { minLength: 1, maxLength: 8 }), async (source, picks) => {
        const rendering = picks.map((pick) => source[pick % source.length]!);
        checkResult(await alignTranslations(ru(source), en(rendering), toy));
      }),
      { numRuns: 50 },
    );
  }); // prettier-ignore
});
