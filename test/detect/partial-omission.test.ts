import { expect, test } from 'vitest';
import { partialOmissionRule } from '../../src/detect/partial-omission.ts';
import { sentence } from '../align/toy-texts.ts';
import { draftsOf } from './drafts-of.ts';
import { gapContext } from './gap-context.ts';

const whole = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** A Russian sentence with a comma before its seventh word. */
const parted = (things: number[]) => sentence('ru', things).replace(/^((?:\S+ ){5}\S+) /u, '$1, ');

async function phrases(source: string, rendering: string) {
  const context = await gapContext({ paragraphs: [source] }, { paragraphs: [rendering] }, [[[0], [0]]]);
  return draftsOf(partialOmissionRule, context).map((draft) => ({
    ...draft,
    told: draft.source.map(({ start, end }) => context.source.text.slice(start, end)),
  }));
}

test('a phrase that the rendering dropped is told with its words alone', async () => {
  const found = await phrases(parted(whole), sentence('en', [0, 1, 2, 3, 4, 5]));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    told: ['врач поезд урожай суд газета лес'],
    rendering: [],
    beads: [0],
    message: '“врач поезд урожай суд газета лес” is missing from the sentence.',
  });
  expect(found[0]!.confidence).toBeGreaterThan(0.4);
  expect(found[0]!.severity).toBeUndefined();
});

test('it is surer where every other rendering has it, and the message says so', async () => {
  const source = { paragraphs: [parted(whole)] };
  const context = await gapContext(source, { paragraphs: [sentence('en', [0, 1, 2, 3, 4, 5])] }, [[[0], [0]]]);
  const told = (count: number, having: number) => {
    const siblings = { count, carrying: () => 0, lacking: () => 0, having: () => having };
    return draftsOf(partialOmissionRule, { ...context, siblings })[0]!;
  };
  const alone = draftsOf(partialOmissionRule, context)[0]!;
  expect(told(2, 1)).toEqual(alone);
  const { confidence, message } = told(2, 2);
  expect(confidence / (1 - confidence)).toBeCloseTo((2 * alone.confidence) / (1 - alone.confidence), 6);
  expect(message).toMatch(/ is missing from the sentence; the other 2 renderings carry it\.$/);
  expect(told(1, 1).message).toMatch(/; the other rendering carries it\.$/);
});

test('with a number in it it is a warning in the profile wire', async () => {
  const source = parted(whole).replace('поезд', '4500');
  const [finding] = await phrases(source, sentence('en', [0, 1, 2, 3, 4, 5]));
  expect(finding!.severity).toEqual({ wire: 'warning' });
});

test('a whole sentence lacks nothing, nor one that lacks a single word', async () => {
  expect(await phrases(sentence('ru', whole), sentence('en', whole))).toEqual([]);
  expect(await phrases(sentence('ru', whole), sentence('en', whole.slice(0, 11)))).toEqual([]);
});

test('what the rendering adds is not missing', async () => {
  expect(await phrases(sentence('ru', whole.slice(0, 6)), sentence('en', whole))).toEqual([]);
});

test('it yields to a quotation that is damaged at the same place', () => {
  expect(partialOmissionRule.yieldsTo).toContain('garbled-quote');
});

test('one of two versions of a sentence is not short of what the other, which is rendered, has not', async () => {
  const first = sentence('ru', whole.slice(0, 9));
  const second = sentence('ru', [...whole.slice(0, 9), 20, 21, 22, 23]).replace(/^((?:\S+ ){8}\S+) /u, '$1, ');
  const rendering = { paragraphs: [sentence('en', whole.slice(0, 9))] };
  const lacking = async (paragraphs: string[], beads: [number[], number[]][]) =>
    draftsOf(partialOmissionRule, await gapContext({ paragraphs }, rendering, beads)).map(
      ({ source }) => source.length,
    );
  expect(await lacking([second], [[[0], [0]]])).toEqual([1]);
  expect(await lacking([first, second], [[[0, 1], [0]]])).toEqual([]);
});
