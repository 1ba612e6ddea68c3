import { expect, test } from 'vitest';
import type { Bead, RelationKind } from '../../src/core/result.ts';
import type { RenderingContext } from '../../src/detect/rule.ts';
import { withSiblings } from '../../src/detect/siblings.ts';

const SENTENCES = 3;

/**
 * A rendering of three source sentences: `c` carried, `l` lacking, and in capitals where that is in doubt. Each has three
 * words, of weight 1, 0 and 2, carried with the given chances.
 */
function rendering(states: string, kind: RelationKind = 'translation', chances = [0, 0, 0]): RenderingContext {
  const beads: Bead[] = [...states].map((state, index) => ({
    source: [index],
    rendering: state.toLowerCase() === 'c' ? [index] : [],
    similarity: 0,
    confidence: state === state.toLowerCase() ? 0.5 : 0.49,
    cost: 0,
  }));
  return {
    source: { sentences: Array.from({ length: SENTENCES }, () => ({})) },
    beads,
    coverage: { source: Array(SENTENCES).fill(chances), sourceWeights: Array(SENTENCES).fill([1, 0, 2]) },
    relation: { kind, confidence: 1, reason: '' },
  } as unknown as RenderingContext;
}

/** For each rendering how many others there are, and how many carry and lack each sentence. */
function seen(...contexts: RenderingContext[]) {
  return withSiblings(contexts).map(({ siblings }) => {
    if (siblings === undefined) return null;
    const each = (ask: (sentence: number) => number) => Array.from({ length: SENTENCES }, (_, s) => ask(s));
    return [siblings.count, each(siblings.carrying), each(siblings.lacking)];
  });
}

test('each rendering sees the others, and not itself', () => {
  expect(seen(rendering('ccl'), rendering('cll'), rendering('lcl'))).toEqual([
    [2, [1, 1, 0], [1, 1, 2]],
    [2, [1, 2, 0], [1, 0, 2]],
    [2, [2, 1, 0], [0, 1, 2]],
  ]);
});

test('what is in doubt is neither carried nor lacking', () => {
  expect(seen(rendering('ccc'), rendering('CLc'))).toEqual([
    [1, [0, 0, 1], [0, 0, 0]],
    [1, [1, 1, 1], [0, 0, 0]],
  ]);
  expect(seen(rendering('CLC'), rendering('ccl'))).toEqual([
    [1, [1, 1, 0], [0, 0, 1]],
    [1, [0, 0, 0], [0, 0, 0]],
  ]);
});

test('a partial translation is a witness; a report told anew and an unrelated text are none, and hear the others', () => {
  expect(seen(rendering('ccl', 'partial-translation'), rendering('lll', 'comparable'))).toEqual([
    null,
    [1, [1, 1, 0], [0, 0, 1]],
  ]);
  expect(seen(rendering('ccc'), rendering('ccl'), rendering('lll', 'unrelated'))).toEqual([
    [1, [1, 1, 0], [0, 0, 1]],
    [1, [1, 1, 1], [0, 0, 0]],
    [2, [2, 2, 1], [0, 0, 1]],
  ]);
});

test('without witnesses nobody has any', () => {
  expect(seen()).toEqual([]);
  expect(seen(rendering('ccc'))).toEqual([null]);
  expect(seen(rendering('ccc', 'comparable'), rendering('lll', 'unrelated'))).toEqual([null, null]);
});

test('words are had where they are surely carried on the mean, in a sentence that surely is', () => {
  const having = (...contexts: RenderingContext[]) => withSiblings(contexts)[0]!.siblings!.having;
  const own = rendering('ccc');
  const one = having(own, rendering('cCl', 'translation', [0.7, 0, 1]), rendering('ccc', 'comparable', [1, 1, 1]));
  expect([0, 1, 2].map((sentence) => one(sentence, [0, 3]))).toEqual([1, 0, 0]);
  expect(one(0, [0, 1])).toBe(0);
  expect(one(0, [2, 3])).toBe(1);
  expect(having(own, rendering('ccc', 'translation', [0.69, 1, 1]))(0, [0, 3])).toBe(0);
  // A word without weight, which the model does not know, is not known to be had.
  expect(one(0, [1, 2])).toBe(0);
  // What the rendering itself has does not count.
  expect(having(rendering('ccc', 'translation', [1, 1, 1]), own)(0, [0, 3])).toBe(0);
});
