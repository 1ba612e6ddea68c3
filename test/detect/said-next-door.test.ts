import { describe, expect, test } from 'vitest';
import { beadBySentence } from '../../src/detect/places.ts';
import { isCoveredIn, isSaidNextDoor } from '../../src/detect/said-next-door.ts';
import { upTo } from '../align/made.ts';
import { sentence } from '../align/toy-texts.ts';
import { lineContext } from './gap-context.ts';

const ru = (things: number[]) => sentence('ru', things);
const en = (things: number[]) => sentence('en', things);
/** A sentence without the mark that ends it. */
const open = (words: string) => words.slice(0, -1);

const phraseOf = (bead: number, index: number, words: [number, number]) => ({
  ...{ bead, sentence: index, words, span: { start: 0, end: 0 } },
  ...{ content: words[1] - words[0], signals: [], confidence: 1 },
});

/** Words of two sentences, of a phrase at the end of the first, and of another. */
const FRONT = [0, 1, 2, 3, 4, 5];
const PHRASE = [6, 7, 8, 9, 10];
const BEHIND = [11, 12, 13, 14, 15, 16];
const OTHER = [17, 18, 19, 20, 21];
const WHOLE = [...FRONT, ...PHRASE];
const NEIGHBOURS: [number[], number[]][] = [
  [[0], [0]],
  [[1], [1]],
];

/** Whether the last five words of the first sentence, of the source as a rule, are said next door. */
async function isSaid(
  source: string[],
  rendering: string[],
  { pairs = NEIGHBOURS, side = 'source' as 'source' | 'rendering', at = 0, words = [6, 11] as [number, number] } = {},
): Promise<boolean> {
  const context = await lineContext(source, rendering, pairs);
  const beadOf = {
    source: beadBySentence(context.beads, 'source', source.length),
    rendering: beadBySentence(context.beads, 'rendering', rendering.length),
  };
  return isSaidNextDoor(context, side, phraseOf(beadOf[side][at]!, at, words), beadOf);
}

describe('a phrase that its bead lacks', () => {
  test('is said next door where the bead behind says it, and no mark parts the two in the source', async () => {
    expect(await isSaid([open(ru(WHOLE)), ru(BEHIND)], [en(FRONT), en([...PHRASE, ...BEHIND])])).toBe(true);
  });

  test('is so where no mark parts them in the rendering', async () => {
    expect(await isSaid([ru(WHOLE), ru(BEHIND)], [open(en(FRONT)), en([...PHRASE, ...BEHIND])])).toBe(true);
  });

  test('is not where a mark parts them in both', async () => {
    expect(await isSaid([ru(WHOLE), ru(BEHIND)], [en(FRONT), en([...PHRASE, ...BEHIND])])).toBe(false);
  });

  test('is not where the bead behind says something else', async () => {
    expect(await isSaid([open(ru(WHOLE)), ru(BEHIND)], [open(en(FRONT)), en([...OTHER, ...BEHIND])])).toBe(false);
  });

  test('is so where the bead in front says it', async () => {
    const source = [open(ru(BEHIND)), ru([...PHRASE, ...FRONT])];
    const rendering = [en([...BEHIND, ...PHRASE]), en(FRONT)];
    expect(await isSaid(source, rendering, { at: 1, words: [0, 5] })).toBe(true);
    expect(await isSaid([`${source[0]!}.`, source[1]!], rendering, { at: 1, words: [0, 5] })).toBe(false);
    const others = [en([...BEHIND, ...OTHER]), en(FRONT)];
    expect(await isSaid(source, others, { at: 1, words: [0, 5] })).toBe(false);
  });

  test('may be one of the rendering', async () => {
    const rendering = [open(en(WHOLE)), en(BEHIND)];
    expect(await isSaid([ru(FRONT), ru([...PHRASE, ...BEHIND])], rendering, { side: 'rendering' })).toBe(true);
    expect(await isSaid([ru(FRONT), ru([...OTHER, ...BEHIND])], rendering, { side: 'rendering' })).toBe(false);
  });

  test('is said by a gap beside its bead, whatever mark parts the two', async () => {
    const said = (gap: number[]) =>
      isSaid([ru(WHOLE), ru(BEHIND)], [en(FRONT), en(gap), en(BEHIND)], {
        pairs: [
          [[0], [0]],
          [[], [1]],
          [[1], [2]],
        ],
      });
    expect(await said(PHRASE)).toBe(true);
    expect(await said(OTHER)).toBe(false);
  });

  test('is not said by a bead further away', async () => {
    const source = [open(ru(WHOLE)), open(ru(OTHER)), ru(BEHIND)];
    const rendering = [open(en(FRONT)), open(en(OTHER)), en([...PHRASE, ...BEHIND])];
    expect(await isSaid(source, rendering, { pairs: [...NEIGHBOURS, [[2], [2]]] })).toBe(false);
  });

  test('has other neighbours in the rendering than in the source where beads cross', async () => {
    const said = (front: string) =>
      isSaid([ru(WHOLE), ru(OTHER), ru(BEHIND)], [front, en([...PHRASE, ...BEHIND]), en(OTHER)], {
        pairs: [
          [[0], [0]],
          [[1], [2]],
          [[2], [1]],
        ],
      });
    expect(await said(open(en(FRONT)))).toBe(true);
    expect(await said(en(FRONT))).toBe(false);
  });

  test('may be said by two beads, one beside it in the source and one in the rendering', async () => {
    const said = (rest: number[]) =>
      isSaid(
        [open(ru(WHOLE)), ru(OTHER), ru(BEHIND)],
        [open(en(FRONT)), en([...PHRASE.slice(0, 2), ...BEHIND]), en([...rest, ...OTHER])],
        {
          pairs: [
            [[0], [0]],
            [[1], [2]],
            [[2], [1]],
          ],
        },
      );
    expect(await said(PHRASE.slice(2, 4))).toBe(true);
    expect(await said([])).toBe(false);
  });
});

describe('a phrase is covered where sentences', () => {
  const covered = async (rendering: number[]) => {
    const context = await lineContext([ru(WHOLE)], [en(rendering)], [[[0], [0]]]);
    return isCoveredIn(context, 'source', phraseOf(0, 0, [6, 11]), { source: [0], rendering: [0] });
  };

  test('say most of its words', async () => {
    expect(await covered(WHOLE)).toBe(true);
    expect(await covered([...FRONT, ...PHRASE.slice(1)])).toBe(true);
    expect(await covered([...FRONT, ...PHRASE.slice(3)])).toBe(false);
    expect(await covered(FRONT)).toBe(false);
  });

  test('say the words of the phrase, though not those around it', async () => {
    expect(await covered(PHRASE)).toBe(true);
  });

  test('have four hundred words at most', async () => {
    const long = (count: number) => [...PHRASE, ...upTo(count - PHRASE.length).map((w) => 20 + (w % 20))];
    expect(await covered(long(389))).toBe(true);
    expect(await covered(long(390))).toBe(false);
  });
});
