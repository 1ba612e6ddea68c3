import { expect, test } from 'vitest';
import { additionRule } from '../../src/detect/addition.ts';
import { sentence } from '../align/toy-texts.ts';
import { draftsOf } from './drafts-of.ts';
import { gapContext } from './gap-context.ts';

const ru = [0, 5, 10].map((first) => sentence('ru', [first, first + 1, first + 2]));
const en = [0, 5, 10].map((first) => sentence('en', [first, first + 1, first + 2]));

async function additions(...args: Parameters<typeof gapContext>) {
  const context = await gapContext(...args);
  return draftsOf(additionRule, context).map((draft) => ({
    ...draft,
    told: draft.rendering.map(({ start, end }) => context.rendering.text.slice(start, end)),
  }));
}

test('sentences that the source lacks are one finding where they follow each other', async () => {
  const found = await additions({ paragraphs: ru.slice(0, 1) }, { paragraphs: en }, [
    [[0], [0]],
    [[], [1]],
    [[], [2]],
  ]);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ told: [en[1], en[2]], source: [], beads: [1, 2] });
  expect(found[0]!.message).toBe(`2 sentences are not in the source, from “${en[1]}” on.`);
});

test('one is told by itself, and a headline of its own mildly', async () => {
  const found = await additions({ paragraphs: ru.slice(0, 1) }, { paragraphs: en, kinds: { 0: 'headline' } }, [
    [[], [0]],
    [[0], [1]],
    [[], [2]],
  ]);
  expect(found.map(({ told, severity, message }) => [told, severity, message])).toEqual([
    [[en[0]], 'info', `The headline “${en[0]}” is the rendering’s own.`],
    [[en[2]], undefined, `The sentence “${en[2]}” is not in the source.`],
  ]);
});

test('what the source has alone, and unrelated text, are no addition', async () => {
  const found = await additions({ paragraphs: ru }, { paragraphs: en.slice(0, 2), kinds: { 1: 'unrelated' } }, [
    [[0], [0]],
    [[1], []],
    [[2], []],
    [[], [1]],
  ]);
  expect(found).toEqual([]);
});

test('a long sentence is cut at a word in the message', async () => {
  const long = sentence('en', [...Array(40).keys()]);
  const [finding] = await additions({ paragraphs: ru }, { paragraphs: [long] }, [[[], [0]]]);
  const quoted = /“(.+)…”/.exec(finding!.message)![1]!;
  expect(quoted.length).toBeLessThanOrEqual(80);
  expect(long.startsWith(`${quoted} `)).toBe(true);
});
