import { describe, expect, test } from 'vitest';
import { lackingSentences, markUnrelated, unrelatedSignals } from '../../src/detect/unrelated.ts';
import { unrelatedTrailingRule } from '../../src/detect/unrelated-trailing.ts';
import { beadOf, upTo } from '../align/made.ts';
import { sentence } from '../align/toy-texts.ts';
import { documentDraftsOf, draftsOf } from './drafts-of.ts';
import { gapContext, vectorSide } from './gap-context.ts';

/** Six sentences on the same few things, and a list of links on others. */
const article = [0, 1, 2, 3, 4, 5].map((s) => [s, (s + 1) % 6, (s + 2) % 6, (s + 3) % 6]);
const body = article.map((things) => sentence('ru', things));
const rendered = article.map((things) => sentence('en', things));
const links = [20, 24, 28, 32, 36, 40].map((first) => sentence('ru', [first, first + 1, first + 2]).slice(0, -1));
/** The links are list items, behind the article and so many lines more. */
const linesBehind = (more: number) =>
  Object.fromEntries(links.map((_, i) => [body.length + more + i, 'list-item' as const]));
const listKinds = linesBehind(0);
const pairs = body.map((_, i) => beadOf([i], [i]));
const gaps = links.map((_, i) => beadOf([body.length + i], []));

describe('a list of links that no rendering carries', () => {
  test('is marked, the article is not', async () => {
    const source = await vectorSide('ru', { paragraphs: [...body, ...links], kinds: listKinds });
    const rendering = await vectorSide('en', { paragraphs: rendered });
    const marked = markUnrelated(source, [rendering], [[...pairs, ...gaps]]);
    expect(marked.source.sentences.map(({ kind }) => kind)).toEqual([
      ...body.map(() => 'body'),
      ...links.map(() => 'unrelated'),
    ]);
    expect(marked.renderings[0]!.sentences.every(({ kind }) => kind === 'body')).toBe(true);
    // The documents that came in are as they were.
    expect(source.document.sentences.some(({ kind }) => kind === 'unrelated')).toBe(false);
  });

  test('is marked in a rendering that brings its own', async () => {
    const source = await vectorSide('ru', { paragraphs: body });
    const rendering = await vectorSide('en', { paragraphs: [...rendered, ...links], kinds: listKinds });
    const own = links.map((_, i) => beadOf([], [body.length + i]));
    const marked = markUnrelated(source, [rendering], [[...pairs, ...own]]);
    expect(marked.renderings[0]!.sentences.filter(({ kind }) => kind === 'unrelated')).toHaveLength(links.length);
    expect(marked.source).toBe(source.document);
  });

  test('is not marked where one of two renderings carries it', async () => {
    const source = await vectorSide('ru', { paragraphs: [...body, ...links], kinds: listKinds });
    const short = await vectorSide('en', { paragraphs: rendered });
    const full = await vectorSide('en', { paragraphs: [...rendered, ...links], kinds: listKinds });
    const whole = [...pairs, ...links.map((_, i) => beadOf([body.length + i], [body.length + i]))];
    const marked = markUnrelated(source, [short, full], [[...pairs, ...gaps], whole]);
    expect(marked.source.sentences.some(({ kind }) => kind === 'unrelated')).toBe(false);
  });
});

test('a block begins with its first line, and not with the end of the article that is left out before it', async () => {
  // The first line has a neighbour with a counterpart, or one that belongs to the article, and three of its seven words are the article's.
  const lines = [
    [20, 21, 22, 23, 0, 1],
    [24, 25, 26],
    [28, 29, 30],
    [32, 33, 34],
  ].map((words) => sentence('ru', words));
  const kindsOf = async (dropped: number) => {
    const kept = body.length - dropped;
    const source = await vectorSide('ru', { paragraphs: [...body, ...lines] });
    const rendering = await vectorSide('en', { paragraphs: rendered.slice(0, kept) });
    const beads = [...body, ...lines].map((_, i) => beadOf([i], i < kept ? [i] : []));
    const { source: marked } = markUnrelated(source, [rendering], [beads]);
    return marked.sentences.map(({ kind }) => kind);
  };
  const expected = [...body.map(() => 'body'), ...lines.map(() => 'unrelated')];
  expect(await kindsOf(0)).toEqual(expected);
  expect(await kindsOf(1)).toEqual(expected);
});

/**
 * The kinds of a line of these things, of a link and of the same line again behind the links; behind that stands `more`, which the
 * rendering has or lacks.
 */
async function kindsAround(things: readonly number[], more: readonly string[] = [], isCarried = true) {
  const line = sentence('ru', things);
  const behind = [line, ...links, line];
  const source = await vectorSide('ru', { paragraphs: [...body, ...behind, ...more], kinds: linesBehind(1) });
  const rendering = await vectorSide('en', { paragraphs: rendered });
  const rest = more.map((_, i) => beadOf([body.length + behind.length + i], isCarried ? [i] : []));
  const beads = [...pairs, ...behind.map((_, i) => beadOf([body.length + i], [])), ...rest];
  const { sentences } = markUnrelated(source, [rendering], [beads]).source;
  return [0, 1, links.length + 1].map((place) => sentences[body.length + place]!.kind);
}

test('the line in front of a block belongs to it where few of its words are the article’s, and not where nearly half are', async () => {
  expect((await kindsAround([43, 44, 45, 46, 47, 0, 1]))[0]).toBe('unrelated');
  expect((await kindsAround([43, 44, 45, 46, 47, 0, 1, 2, 3]))[0]).toBe('body');
});

test('a single line between a block and the end of the text belongs to it, but for what is plainly the article’s', async () => {
  const doubtful = [43, 44, 45, 0, 1, 2, 3];
  expect(await kindsAround(doubtful)).toEqual(['body', 'unrelated', 'unrelated']);
  expect(await kindsAround([0, 1, 2, 3])).toEqual(['body', 'unrelated', 'body']);
  // The article goes on behind the line, in the rendering or not.
  expect(await kindsAround(doubtful, body.slice(0, 2))).toEqual(['body', 'unrelated', 'body']);
  expect(await kindsAround(doubtful, body.slice(0, 1), false)).toEqual(['body', 'unrelated', 'body']);
});

test('a line with the bullet of the list behind it belongs to the list, though it speaks of the article’s matter', async () => {
  const first = body[0]!;
  const kindsOf = async (bullets: readonly string[]) => {
    const listed = [first, ...links].map((line, i) => `${bullets[i] ?? bullets.at(-1)}${line}`);
    const source = await vectorSide('ru', { paragraphs: [...body, ...listed], kinds: linesBehind(1) });
    const rendering = await vectorSide('en', { paragraphs: rendered });
    const missing = listed.map((_, i) => beadOf([body.length + i], []));
    const { sentences } = markUnrelated(source, [rendering], [[...pairs, ...missing]]).source;
    return sentences.slice(body.length).map(({ kind }) => kind);
  };
  expect(await kindsOf(['- '])).toEqual(['unrelated', ...links.map(() => 'unrelated')]);
  expect(await kindsOf(['', '- '])).toEqual(['body', ...links.map(() => 'unrelated')]);
  expect(await kindsOf(['• ', '- '])).toEqual(['body', ...links.map(() => 'unrelated')]);
});

test('a sentence of the article that is left out is not marked', async () => {
  const source = await vectorSide('ru', { paragraphs: body });
  const rendering = await vectorSide('en', { paragraphs: rendered.filter((_, i) => i !== 2) });
  const beads = body.map((_, i) => beadOf([i], i === 2 ? [] : [i < 2 ? i : i - 1]));
  const { source: marked } = markUnrelated(source, [rendering], [beads]);
  expect(marked.sentences.every(({ kind }) => kind === 'body')).toBe(true);
});

test('nothing is marked where nothing has a counterpart', async () => {
  const source = await vectorSide('ru', { paragraphs: links });
  const rendering = await vectorSide('en', { paragraphs: rendered });
  const beads = [...links.map((_, i) => beadOf([i], [])), ...rendered.map((_, j) => beadOf([], [j]))];
  const marked = markUnrelated(source, [rendering], [beads]);
  expect(marked.source).toBe(source.document);
  expect(marked.renderings[0]).toBe(rendering.document);
});

test('a doubtful bead is no counterpart; datelines and metadata lack none', async () => {
  const side = await vectorSide('ru', { paragraphs: body.slice(0, 4), kinds: { 2: 'dateline', 3: 'metadata' } });
  const beads = [beadOf([0], [0]), beadOf([1], [1], { confidence: 0.1 }), beadOf([2], []), beadOf([3], [])];
  expect(lackingSentences(side, [beads], 'source')).toEqual([false, true, false, false]);
  expect(lackingSentences(side, [beads, [beadOf([1], [0])]], 'source')).toEqual([false, false, false, false]);
});

test('signals tell lists, lines without an end, and what does not cohere', async () => {
  const side = await vectorSide('ru', { paragraphs: [...body, ...links], kinds: listKinds });
  const lacking = side.document.sentences.map((_, i) => i >= body.length);
  const rows = unrelatedSignals(side, lacking);
  const [list, open, alone, coherence, neighbours, place] = rows.at(-1)!;
  expect([list, open, alone, neighbours, place]).toEqual([1, 1, 1, 2, 1]);
  expect(coherence!).toBeLessThan(-0.2);
  const [first] = rows;
  expect([first![0], first![1], first![2], first![4]]).toEqual([0, 0, 1, 0]);
  expect(Math.abs(first![3]!)).toBeLessThan(0.2);
});

describe('unrelated-trailing', () => {
  const kinds = { 1: 'unrelated', 2: 'unrelated', 4: 'unrelated' } as const;

  test('tells a block of the source once, about the source itself', async () => {
    const context = await gapContext({ paragraphs: body.slice(0, 5), kinds }, { paragraphs: rendered }, []);
    const found = documentDraftsOf(unrelatedTrailingRule, { source: context.source, renderings: [context, context] });
    expect(found.map(({ source, places, message }) => [source.length, places, message])).toEqual([
      [2, [], `2 lines are no part of the article, from “${body[1]}” on.`],
      [1, [], `A line is no part of the article, from “${body[4]}” on.`],
    ]);
    expect(draftsOf(unrelatedTrailingRule, context)).toEqual([]);
  });

  test('tells a block of a rendering as an addition, with its beads', async () => {
    const context = await gapContext({ paragraphs: body.slice(0, 1) }, { paragraphs: rendered.slice(0, 3), kinds: { 1: 'unrelated', 2: 'unrelated' } }, [
      [[], [2]],
      [[0], [0]],
      [[], [1]],
    ]); // prettier-ignore
    const [finding, ...more] = draftsOf(unrelatedTrailingRule, context);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ category: 'accuracy/addition', source: [], beads: [0, 2] });
    expect(finding!.rendering.map(({ start, end }) => context.rendering.text.slice(start, end))).toEqual(
      rendered.slice(1, 3),
    );
    expect(documentDraftsOf(unrelatedTrailingRule, { source: context.source, renderings: [context] })).toEqual([]);
  });
});

test('words are held against sentences near by: what a book says a chapter earlier does not make a line its own', async () => {
  // Sixty sentences on six things, of which only the first speaks of what the line behind them speaks of.
  const far = [30, 31, 32, 33];
  const sharedAfter = async (carried: number) => {
    const paragraphs = [sentence('ru', far), ...upTo(carried).map((i) => body[i % body.length]!), sentence('ru', far)];
    const side = await vectorSide('ru', { paragraphs });
    return unrelatedSignals(side, [...paragraphs.slice(1).map(() => false), true])
      .at(-1)!
      .at(-1)!;
  };
  expect(await sharedAfter(20)).toBeGreaterThan(0.5);
  expect(await sharedAfter(60)).toBeLessThan(0.5);
});
