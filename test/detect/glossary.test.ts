import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import type { GlossaryTerm } from '../../src/core/glossary.ts';
import { detect } from '../../src/detect/detect.ts';
import { glossaryRule } from '../../src/detect/glossary.ts';
import type { Draft, RenderingContext, Rule } from '../../src/detect/rule.ts';
import { readDocument } from '../../src/text/document.ts';
import { draftsOf } from './drafts-of.ts';
import { madeContext } from './made-context.ts';

function context(source: string, rendering: string, glossary: GlossaryTerm[], confidence = 0.9): RenderingContext {
  const [a, b] = [
    readDocument({ id: 's', text: source, language: 'ru' }),
    readDocument({ id: 'r', text: rendering, language: 'en' }),
  ];
  return { ...madeContext(a, b, { confidence }), glossary };
}

const told = (...args: Parameters<typeof context>) => {
  const made = context(...args);
  return draftsOf(glossaryRule, made).map(({ source, rendering, message, confidence, severity }) => ({
    source: source.map(({ start, end }) => made.source.text.slice(start, end)),
    rendering: rendering.map(({ start, end }) => made.rendering.text.slice(start, end)),
    message,
    confidence,
    severity,
  }));
};

const square: GlossaryTerm = {
  source: 'Смоленская площадь',
  rendering: ['Russian Foreign Ministry', 'Smolenskaya Square'],
};

describe('a term of the source', () => {
  test('in none of the wanted forms is told, with all places of the bead', () => {
    expect(
      told('На Смоленской площади промолчали, и Смоленская площадь закрыта.', 'The Kremlin was silent.', [square]),
    ).toEqual([
      {
        source: ['Смоленской площади', 'Смоленская площадь'],
        rendering: [],
        message:
          '“Смоленской площади” is not rendered as “Russian Foreign Ministry” or “Smolenskaya Square”, as the glossary wants it.',
        confidence: 0.85,
        severity: undefined,
      },
    ]);
  });

  test.each([
    ['in another case', 'On Smolenskaya square nobody spoke.'],
    ['in the possessive', 'The Russian Foreign Ministry’s silence.'],
  ])('%s is right', (_, rendering) => {
    expect(told('На Смоленской площади промолчали.', rendering, [square])).toEqual([]);
  });

  test('in a form to avoid is an error in every profile, even beside a wanted one', () => {
    const kyiv: GlossaryTerm = { source: 'Киев', rendering: 'Kyiv', avoid: 'Kiev' };
    const [finding] = told('Он вернулся в Киев.', 'He returned to Kiev (Kyiv).', [kyiv]);
    expect(finding).toMatchObject({ rendering: ['Kiev'], severity: 'error', confidence: 0.9 });
    expect(finding!.message).toBe('“Киев” is rendered as “Kiev”, which the glossary rules out for “Kyiv”.');
  });

  test('within a wanted form, a form to avoid is none', () => {
    const term: GlossaryTerm = { source: 'Киевская область', rendering: 'Kiev Oblast', avoid: 'Kiev' };
    expect(told('В Киевской области тихо.', 'It is quiet in Kiev Oblast.', [term])).toEqual([]);
  });

  test('that is part of a longer term is not judged', () => {
    const bank: GlossaryTerm = { source: 'банк', rendering: 'lender' };
    const central: GlossaryTerm = { source: 'Центральный банк', rendering: 'central bank' };
    expect(told('Центральный банк повысил ставку.', 'The central bank raised the rate.', [bank, central])).toEqual([]);
  });

  test('that is optional may be left out, or rendered in any way', () => {
    expect(told('Об этом пишет ТАСС.', 'It has been reported.', [{ source: 'ТАСС', optional: true }])).toEqual([]);
  });

  test('in a bead that may be wrong is not judged', () => {
    expect(told('На Смоленской площади промолчали.', 'Silence.', [square], 0.4)).toEqual([]);
  });

  test('may be told by the neighbouring sentence', () => {
    const source = 'На Смоленской площади промолчали. Так решил министр.';
    expect(told(source, 'Nobody spoke. So the Russian Foreign Ministry wished.', [square])).toEqual([]);
  });
});

describe('a later mention', () => {
  const petrov: GlossaryTerm = { source: 'Петров', rendering: 'Petrov' };
  const source = 'Петров приехал. Встреча была долгой. Все ждали. Петров уехал.';

  test('may be a pronoun', () => {
    expect(told(source, 'Petrov came. The meeting was long. Everybody waited. He left.', [petrov])).toEqual([]);
    expect(told(source, 'Somebody came. The meeting was long. Everybody waited. He left.', [petrov])).toHaveLength(2);
  });

  test('in other words is a warning', () => {
    expect(
      told(source, 'Petrov came. The meeting was long. Everybody waited. The envoy left.', [petrov]),
    ).toMatchObject([{ confidence: 0.6, severity: { literal: 'warning', wire: 'info' } }]);
  });
});

describe('where the glossary has the say', () => {
  const guess = (id: string, place: Partial<Draft>): Rule => ({
    id,
    category: 'accuracy/mistranslation',
    summary: '',
    severity: { literal: 'error', wire: 'error' },
    check: () => [{ confidence: 0.9, message: 'It is so.', source: [], rendering: [], beads: [0], ...place }],
  });
  const made = context('На Смоленской площади сегодня промолчали.', 'The Russian Foreign Ministry was silent.', [
    square,
  ]);
  const rules = (id: string, place: Partial<Draft>, off = false) =>
    detect(made, {
      rules: [glossaryRule, guess(id, place)],
      profile: 'literal',
      severities: off ? { glossary: 'off' } : {},
    }).map(({ rule }) => rule);
  const name = [{ start: 3, end: 13 }];

  test('names and phrases are not guessed at', () => {
    expect(rules('name', { source: name })).toEqual([]);
    expect(rules('partial-omission', { source: [{ start: 3, end: 21 }] })).toEqual([]);
    expect(rules('partial-addition', { rendering: [{ start: 4, end: 28 }] })).toEqual([]);
  });

  test('a phrase that says more than the term, other rules, and a glossary that is off are left alone', () => {
    expect(rules('partial-omission', { source: [{ start: 3, end: 40 }] })).toEqual(['partial-omission']);
    expect(rules('number', { source: name })).toEqual(['number']);
    expect(rules('name', { source: name }, true)).toEqual(['name']);
  });
});

test('the example of docs/rules/glossary.md', async () => {
  const page = readFileSync(new URL('../../docs/rules/glossary.md', import.meta.url), 'utf8');
  const [, ru, en] = /^> (.+) \/ (.+)$/m.exec(page)!;
  const [source, rendering] = [ru!.replaceAll('**', ''), en!.replaceAll('**', '')];
  const result = await alignTranslations(source, rendering, { glossary: [square] });
  const [finding, ...others] = result.renderings[0]!.findings;
  expect(others).toEqual([]);
  expect([finding!.rule, finding!.category, finding!.severity]).toEqual([
    'glossary',
    'terminology/inconsistent-with-terminology-resource',
    'error',
  ]);
  expect(page).toContain(`> ${finding!.message}\n`);
  expect((await alignTranslations(source, rendering)).renderings[0]!.findings).toEqual([]);
});
