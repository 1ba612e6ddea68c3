import { describe, expect, test } from 'vitest';
import { additionRule } from '../../src/detect/addition.ts';
import { partialAdditionRule } from '../../src/detect/partial-addition.ts';
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

test('beside an omission is a warning as well: the aligner has looked whether the two are a pair', async () => {
  const context = await gapContext({ paragraphs: ru.slice(0, 2) }, { paragraphs: en.slice(1) }, [
    [[0], []],
    [[], [0]],
    [[1], [1]],
  ]);
  context.beads[0]!.confidence = 0.8;
  context.beads[1]!.confidence = 0.79;
  expect(draftsOf(additionRule, context).map((draft) => draft.severity)).toEqual([undefined]);
});

describe('a sentence of one line with another that the source has', () => {
  const source = sentence('ru', [0, 1, 2, 3, 4, 5]);
  const carried = sentence('en', [0, 1, 2, 3, 4, 5]);
  const added = sentence('en', [6, 7, 8, 9, 10, 11]);

  /** What is told of a rendering in which another sentence may begin at an offset. */
  async function told(rendering: string, start: number, logOdds: number) {
    const context = await gapContext({ paragraphs: [source] }, { paragraphs: [rendering] }, [
      [[0], beadOfAll(rendering)],
    ]);
    const place = { end: start - 1, start, logOdds };
    const runOns = context.rendering.sentences.map(() => (start > 0 ? [place] : []));
    const parted = { ...context, rendering: { ...context.rendering, runOns } };
    return [additionRule, partialAdditionRule].map((rule) =>
      draftsOf(rule, parted).flatMap(({ rendering: spans, severity }) =>
        spans.map(
          (span) =>
            `${severity === undefined ? '' : `${severity as string}: `}${rendering.slice(span.start, span.end)}`,
        ),
      ),
    );
  }
  /** All sentences of a rendering are in the bead. */
  const beadOfAll = (rendering: string) => (rendering.includes('. ') ? [0, 1] : [0]);

  test('is an addition where a sentence may begin, though one word of the other be like it', async () => {
    const front = `${added.slice(0, -1)} ${carried}`;
    expect(await told(front, added.length, -1)).toEqual([[`info: ${added.slice(0, -1)}`], []]);
    const behind = `${carried.slice(0, -1)} ${added}`;
    expect(await told(behind, carried.length, -1)).toEqual([[added], []]);
  });

  test('is a phrase where hardly any begins', async () => {
    const [additions, phrases] = await told(`${carried.slice(0, -1)} ${added}`, carried.length, -1.1);
    expect(additions).toEqual([]);
    expect(phrases).toHaveLength(1);
  });

  test('is an addition where it is a quotation that no mark announces', async () => {
    expect(await told(`${carried.slice(0, -1)} "${added}"`, 0, 0)).toEqual([[`"${added}"`], []]);
    const [additions] = await told(`${carried.slice(0, -1)}: "${added}"`, 0, 0);
    expect(additions).toEqual([]);
  });

  test('is an addition where it is the whole of one of the sentences of the bead', async () => {
    expect(await told(`${carried} ${added}`, 0, 0)).toEqual([[added], []]);
  });
});
