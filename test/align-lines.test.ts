import { describe, expect, it } from 'vitest';
import { syntheticTexts } from '../bench/synthetic-texts.ts';
import { alignLinesByEmbedder, alignLinesByVectors } from '../src/align-lines.ts';
import { normalizeRows, type Matrix } from '../src/core/matrix.ts';
import type { Bead } from '../src/core/result.ts';
import { sentence, toyEmbedder } from './align/toy-texts.ts';

const groups = (beads: readonly Bead[]) => beads.map(({ source, rendering }) => [source, rendering]);
const ru = (...things: number[]) => sentence('ru', things);
const en = (...things: number[]) => sentence('en', things);
const align = (source: string[], rendering: string[]) =>
  alignLinesByEmbedder(toyEmbedder(), { lines: source, language: 'ru' }, { lines: rendering, language: 'en' });

it('takes lines as they are, whatever is in them', async () => {
  const source = [ru(0, 1, 2, 3), `  ${ru(4, 5, 6, 7)}\t`, `${ru(8, 9, 10)} ${ru(11, 12, 13)}`, ru(14, 15, 16, 17)];
  const rendering = [en(0, 1, 2, 3), en(4, 5, 6, 7), `${en(8, 9, 10)} ${en(11, 12, 13)}`, en(14, 15, 16, 17)];
  const beads = await align(source, rendering);
  expect(groups(beads)).toEqual([0, 1, 2, 3].map((line) => [[line], [line]]));
  for (const { similarity } of beads) expect(similarity).toBeCloseTo(1, 5);
});

it('blank lines are gaps, between beads and at both ends', async () => {
  const source = ['', ru(0, 1, 2, 3), '', ' ', ru(4, 5, 6, 7), '\t'];
  const rendering = [en(0, 1, 2, 3), en(4, 5, 6, 7), '', '\u00a0', ''];
  const beads = await align(source, rendering);
  expect(groups(beads)).toEqual([
    [[0], []],
    [[1], [0]],
    [[2], []],
    [[3], []],
    [[4], [1]],
    [[5], []],
    [[], [2]],
    [[], [3]],
    [[], [4]],
  ]);
  expect(beads[0]).toEqual({ source: [0], rendering: [], similarity: 0, confidence: 1, cost: 0 });
});

it('a blank line within a bead is part of it', async () => {
  const things = [
    [0, 1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10, 11],
  ];
  const source = [ru(12, 13, 14, 15), ru(...things[0]!, ...things[1]!), ru(16, 17, 18, 19)];
  const rendering = [en(12, 13, 14, 15), en(...things[0]!), '', en(...things[1]!), en(16, 17, 18, 19)];
  expect(groups(await align(source, rendering))).toEqual([
    [[0], [0]],
    [[1], [1, 2, 3]],
    [[2], [4]],
  ]);
});

it('sides of blank lines alone are gaps alone', async () => {
  expect(groups(await align(['', ''], []))).toEqual([
    [[0], []],
    [[1], []],
  ]);
  expect(await align([], [])).toEqual([]);
});

it('aligns by vectors in any language, at no particular length', async () => {
  const rows = (values: number[][]) => [{ rows: values.length, columns: 3, data: Float32Array.from(values.flat()) }];
  const [a, b, c] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const source = { lines: ['Ein langer Satz.', 'Noch ein langer Satz.', 'Ende.'], windows: rows([a!, b!, c!]) };
  const rendering = { lines: ['長い文。', '終わり。'], windows: rows([a!, c!]) };
  expect(groups(await alignLinesByVectors(source, rendering))).toEqual([
    [[0], [0]],
    [[1], []],
    [[2], [1]],
  ]);
  expect(groups(await alignLinesByVectors({ lines: [], windows: [] }, rendering))).toEqual([
    [[], [0]],
    [[], [1]],
  ]);
});

describe('long texts', () => {
  const { source, rendering } = syntheticTexts({ sentences: 4000, seed: 2 });
  const side = (rows: Matrix) => ({
    lines: Array.from({ length: rows.rows }, () => 'x'.repeat(100)),
    windows: [normalizeRows({ ...rows, data: rows.data.slice() })],
  });
  const [from, to] = [side(source), side(rendering)];

  it('tell how far the search has come', async () => {
    const told: number[] = [];
    await alignLinesByVectors(from, to, {
      onProgress: ({ done, total }) => {
        expect(total).toBe(4000);
        told.push(done);
      },
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect([told[0], told.at(-1)]).toEqual([0, 4000]);
  });

  // What a timer cannot do while nothing else runs: the calls tell that there are turns at every stage.
  it.each([0, 1, 2000, 4000])('may be aborted where %i sentences are done, soon', async (least) => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let asked = Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onProgress = ({ done }: { done: number }) => {
      if (done < least || asked < Infinity) return;
      asked = performance.now();
      timer = setTimeout(() => controller.abort(reason));
      if (least === 4000) controller.abort(reason);
    };
    await expect(alignLinesByVectors(from, to, { signal: controller.signal, onProgress })).rejects.toBe(reason);
    clearTimeout(timer);
    expect(performance.now() - asked).toBeLessThan(100);
  });

  it('are not begun where the signal is aborted before', async () => {
    const signal = AbortSignal.abort(new Error('before'));
    const onProgress = () => expect.unreachable();
    await expect(alignLinesByVectors(from, to, { signal, onProgress })).rejects.toThrow('before');
    const ru = { lines: ['Да.'], language: 'ru' };
    await expect(alignLinesByEmbedder(toyEmbedder(), ru, ru, { signal, onProgress })).rejects.toThrow('before');
  });
});
