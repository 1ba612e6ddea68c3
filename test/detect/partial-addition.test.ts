import { describe, expect, test } from 'vitest';
import { alignTranslations } from '../../src/index.ts';
import { partialAdditionRule } from '../../src/detect/partial-addition.ts';
import { partialOmissionRule } from '../../src/detect/partial-omission.ts';
import { sentence } from '../align/toy-texts.ts';
import { draftsOf } from './drafts-of.ts';
import { gapContext } from './gap-context.ts';

const whole = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

async function phrases(source: string, rendering: string, rule = partialAdditionRule) {
  const context = await gapContext({ paragraphs: [source] }, { paragraphs: [rendering] }, [[[0], [0]]]);
  return draftsOf(rule, context).map((draft) => ({
    ...draft,
    told: draft.rendering.map(({ start, end }) => context.rendering.text.slice(start, end)),
  }));
}

/** A sentence with a comma before the sixth word. */
const parted = (language: 'ru' | 'en', things: number[]) =>
  sentence(language, things).replace(/^((?:\S+ ){5}\S+) /u, '$1, ');

test('a clause that the source lacks is told with its words alone', async () => {
  const found = await phrases(sentence('ru', whole.slice(0, 6)), parted('en', whole));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    told: ['doctor train harvest court newspaper forest'],
    source: [],
    beads: [0],
    message: '“doctor train harvest court newspaper forest” has no counterpart in the source’s sentence.',
  });
  expect(found[0]!.severity).toBeUndefined();
});

describe('nothing is told', () => {
  test.each([
    ['of a whole sentence', sentence('ru', whole), sentence('en', whole)],
    ['of a single word more', sentence('ru', whole.slice(0, 11)), sentence('en', whole)],
    ['of what the rendering lacks', sentence('ru', whole), sentence('en', whole.slice(0, 6))],
    [
      'of a name that is told in full',
      sentence('ru', whole.slice(0, 6)),
      parted('en', whole).replace(/(?<=, ).*/, (rest) => rest.replace(/\b\p{Ll}/gu, (c) => c.toUpperCase())),
    ],
    [
      'of an abbreviation that is written out',
      `${sentence('ru', whole.slice(0, 6)).slice(0, -1)}, АПЛРФ.`,
      parted('en', whole).replace(/(?<=, )\p{Ll}/u, (c) => c.toUpperCase()),
    ],
  ])('%s', async (_, source, rendering) => {
    expect(await phrases(source, rendering)).toEqual([]);
  });
});

test('a sentence that stands in the same line is info, on either side', async () => {
  const joined = (language: 'ru' | 'en') =>
    `${sentence(language, whole.slice(6)).slice(0, -1)}: ${sentence(language, whole.slice(0, 6))}`;
  const [added] = await phrases(sentence('ru', whole.slice(0, 6)), joined('en'));
  expect(added).toMatchObject({ severity: 'info' });
  const [missing] = await phrases(joined('ru'), sentence('en', whole.slice(0, 6)), partialOmissionRule);
  expect(missing).toMatchObject({ severity: 'info' });
});

test('it yields to a copy', () => {
  expect(partialAdditionRule.yieldsTo).toContain('duplication');
});

test('the example of its page is told by the embedded model', async () => {
  const { renderings } = await alignTranslations(
    { text: 'Министры обсудили торговлю.', language: 'ru' },
    {
      text: 'The ministers discussed trade, while farmers blocked the bridge near the northern border.',
      language: 'en',
    },
    { thresholds: { translationCoverage: 0, partialCoverage: 0 } },
  );
  const { text, findings } = renderings[0]!;
  const told = findings.filter(({ rule }) => rule === 'partial-addition');
  expect(told.map(({ rendering: [span] }) => text.slice(span!.start, span!.end))).toEqual([
    'farmers blocked the bridge near the northern border',
  ]);
});
