import { describe, expect, test } from 'vitest';
import { randomFrom, syntheticTexts, type SyntheticOptions, type SyntheticTexts } from '../../bench/synthetic-texts.ts';
import { alignSentences } from '../../src/align/align-sentences.ts';
import { BeadModel } from '../../src/align/bead-model.ts';
import { BEAD_WEIGHTS } from '../../src/align/bead-weights.ts';
import { evaluateBeads } from '../../src/align/evaluate.ts';
import { exactBeads } from '../../src/align/exact-search.ts';
import { longBeads, type LongSearch } from '../../src/align/long-search.ts';
import { additiveSimilarity, longAdditiveSimilarity, windowSimilarity } from '../../src/align/similarity.ts';
import { normalizeRows, type Matrix } from '../../src/core/matrix.ts';
import type { Bead } from '../../src/core/result.ts';
import { groups, upTo, used } from './made.ts';
import { article, readToy, THINGS, type ToySide } from './toy-texts.ts';
import { finish } from '../../src/core/steps.ts';

const OPTIONS = { weights: BEAD_WEIGHTS, lengthRatio: 1 };

function searched(texts: SyntheticTexts) {
  const similarity = longAdditiveSimilarity(texts.source, texts.rendering);
  return {
    similarity,
    ...finish(longBeads(similarity, similarity.long, texts.sourceSide, texts.renderingSide, OPTIONS)),
  };
}

function aligned(options: SyntheticOptions): { beads: Bead[]; f1: number; search: LongSearch | undefined } {
  const texts = syntheticTexts(options);
  let search: LongSearch | undefined;
  const beads = alignSentences(
    additiveSimilarity(texts.source, texts.rendering),
    texts.sourceSide,
    texts.renderingSide,
    { onLongSearch: (found) => (search = found) },
  );
  return { beads, f1: evaluateBeads(texts.gold, beads).strict.f1, search };
}

describe('beside the exact program', () => {
  test.each([
    [0.8, 1],
    [1.2, 2],
    [1.6, 3],
  ])('noise %f: the same beads, where hubness is the same', (noise, seed) => {
    const texts = syntheticTexts({ sentences: 220, seed, noise });
    const { similarity, beads, model } = searched(texts);
    const whole = similarity.long.stretch(0, similarity.n, 0, similarity.m);
    const exact = exactBeads(new BeadModel(whole, texts.sourceSide, texts.renderingSide, BEAD_WEIGHTS, 1, model.hubs));
    expect(groups(beads)).toEqual(groups(exact));
    const confidences = (list: Bead[]) => list.map(({ confidence }) => confidence);
    const apart = confidences(beads).map((confidence, index) => Math.abs(confidence - exact[index]!.confidence));
    expect(Math.max(...apart)).toBeLessThan(0.07);
  });

  test('nearly the same beads where hubness is taken against all of the other side', () => {
    const texts = syntheticTexts({ sentences: 250, seed: 4 });
    const { similarity, beads } = searched(texts);
    const whole = similarity.long.stretch(0, similarity.n, 0, similarity.m);
    const exact = exactBeads(new BeadModel(whole, texts.sourceSide, texts.renderingSide, BEAD_WEIGHTS, 1));
    expect(evaluateBeads(exact, beads).strict.precision).toBeGreaterThanOrEqual(0.995);
  });
});

describe('long texts', () => {
  test('have every sentence in exactly one bead, and nearly all beads right', () => {
    const { beads, f1, search } = aligned({ sentences: 1200, seed: 5 });
    expect(used(beads, 'source')).toEqual(upTo(1200));
    expect(f1).toBeGreaterThan(0.995);
    expect(search).toMatchObject({ widened: 0 });
    expect(search!.pieces).toBeGreaterThan(20);
    for (const { confidence, cost, similarity } of beads) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(cost).toBeGreaterThanOrEqual(0);
      expect(Math.abs(similarity)).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    ['an insertion of 500 in the middle', { insertion: { at: 600, count: 500 } }],
    ['a chapter left out', { omissions: [{ at: 400, count: 300 }] }],
    [
      'the beginning and the end left out',
      {
        omissions: [
          { at: 0, count: 200 },
          { at: 1000, count: 200 },
        ],
      },
    ],
  ])('with %s are aligned as well', (_, more) => {
    expect(aligned({ sentences: 1200, seed: 6, ...more }).f1).toBeGreaterThan(0.995);
  });

  test('are aligned the same every time', () => {
    const options = { sentences: 600, seed: 7 };
    expect(aligned(options)).toEqual(aligned(options));
  });

  test('are aligned alike from the other side', () => {
    const { source, rendering, sourceSide, renderingSide } = syntheticTexts({ sentences: 700, seed: 8 });
    const there = alignSentences(additiveSimilarity(source, rendering), sourceSide, renderingSide);
    const back = alignSentences(additiveSimilarity(rendering, source), renderingSide, sourceSide);
    const mirrored = back.map((bead) => ({ source: bead.rendering, rendering: bead.source }));
    expect(evaluateBeads(there, mirrored).strict.precision).toBeGreaterThan(0.998);
  });

  test('are aligned alike whatever the common length of their vectors', () => {
    const { source, rendering, sourceSide, renderingSide } = syntheticTexts({ sentences: 600, seed: 9 });
    const by = (matrix: Matrix, factor: number) => ({ ...matrix, data: matrix.data.map((value) => value * factor) });
    const plain = alignSentences(additiveSimilarity(source, rendering), sourceSide, renderingSide);
    const scaled = alignSentences(additiveSimilarity(by(source, 4), by(rendering, 0.5)), sourceSide, renderingSide);
    expect(scaled).toEqual(plain);
  });

  test('beside themselves are the diagonal', () => {
    const { source, sourceSide } = syntheticTexts({ sentences: 600, seed: 10 });
    const beads = alignSentences(additiveSimilarity(source, source), sourceSide, sourceSide);
    expect(groups(beads)).toEqual(upTo(600).map((i) => [[i], [i]]));
  });

  test('of windows are aligned as those of sums', () => {
    const { source, rendering, sourceSide, renderingSide, gold } = syntheticTexts({ sentences: 600, seed: 11 });
    const windows = (rows: Matrix) => [1, 2, 3].map((k) => windowsOf(rows, k));
    let search: LongSearch | undefined;
    const similarity = windowSimilarity(windows(source), windows(rendering));
    const beads = alignSentences(similarity, sourceSide, renderingSide, { onLongSearch: (found) => (search = found) });
    expect(search).toBeDefined();
    expect(evaluateBeads(gold, beads).strict.f1).toBeGreaterThan(0.99);
  });

  test('of windows are aligned alike from the other side', () => {
    const { source, rendering, sourceSide, renderingSide } = syntheticTexts({ sentences: 600, seed: 16, noise: 1 });
    const [a, b] = [source, rendering].map((rows) => [1, 2, 3].map((k) => windowsOf(rows, k)));
    const there = alignSentences(windowSimilarity(a!, b!), sourceSide, renderingSide);
    const back = alignSentences(windowSimilarity(b!, a!), renderingSide, sourceSide);
    const mirrored = back.map((bead) => ({ source: bead.rendering, rendering: bead.source }));
    expect(evaluateBeads(there, mirrored).strict.precision).toBeGreaterThan(0.995);
  });

  test('of windows beside themselves are the diagonal', () => {
    const { source, sourceSide } = syntheticTexts({ sentences: 520, seed: 17 });
    const windows = [1, 2].map((k) => windowsOf(source, k));
    const beads = alignSentences(windowSimilarity(windows, windows), sourceSide, sourceSide);
    expect(groups(beads)).toEqual(upTo(520).map((i) => [[i], [i]]));
  });

  test('of hundreds of dimensions, more than the path looks at, are aligned as well', () => {
    const texts = syntheticTexts({ sentences: 600, seed: 18, dimensions: 700, noise: 1.2 });
    const similarity = additiveSimilarity(texts.source, texts.rendering);
    const beads = alignSentences(similarity, texts.sourceSide, texts.renderingSide);
    expect(similarity.long).toBeDefined();
    expect(evaluateBeads(texts.gold, beads).strict.f1).toBeGreaterThan(0.995);
  });

  test('with rows of zeros and sentences of no length have every sentence in one bead, with figures in their ranges', () => {
    const { source, rendering, sourceSide, renderingSide } = syntheticTexts({ sentences: 600, seed: 19 });
    const emptied = (matrix: Matrix, from: number, to: number) => {
      const data = matrix.data.slice();
      data.fill(0, from * matrix.columns, to * matrix.columns);
      return { ...matrix, data };
    };
    const similarity = additiveSimilarity(emptied(source, 200, 260), emptied(rendering, 300, 303));
    const without = ({ lengths }: { lengths: ArrayLike<number> }) => ({
      lengths: upTo(lengths.length).map((i) => (i % 50 === 0 ? 0 : lengths[i]!)),
    });
    const beads = alignSentences(similarity, without(sourceSide), without(renderingSide));
    expect(used(beads, 'source')).toEqual(upTo(source.rows));
    expect(used(beads, 'rendering')).toEqual(upTo(rendering.rows));
    for (const { confidence, cost, similarity: cosine } of beads) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(cost).toBeGreaterThanOrEqual(0);
      expect(cost).toBeLessThan(Infinity);
      expect(Math.abs(cosine)).toBeLessThanOrEqual(1);
    }
  });

  test('of zeros alone are all gaps', () => {
    const nothing = { rows: 520, columns: 4, data: new Float32Array(520 * 4) };
    const side = { lengths: upTo(520).map(() => 100) };
    const beads = alignSentences(additiveSimilarity(nothing, nothing), side, side);
    expect(used(beads, 'source')).toEqual(upTo(520));
    expect(used(beads, 'rendering')).toEqual(upTo(520));
    expect(beads.filter(({ source, rendering }) => source.length > 0 && rendering.length > 0)).toEqual([]);
  });

  test('with vectors or sides that do not fit are refused as articles are', () => {
    const { source, rendering, sourceSide, renderingSide } = syntheticTexts({ sentences: 600, seed: 20 });
    const similarity = additiveSimilarity(source, rendering);
    const short = { lengths: upTo(599).map(() => 10) };
    const invalid = expect.objectContaining({ code: 'invalid-argument' });
    expect(() => alignSentences(similarity, short, renderingSide)).toThrow(invalid);
    for (const lengthRatio of [NaN, 0, -1, Infinity])
      expect(() => alignSentences(similarity, sourceSide, renderingSide, { lengthRatio })).toThrow(invalid);
    const bad = { ...rendering, data: rendering.data.with(5000, NaN) };
    for (const make of [
      () => additiveSimilarity(source, bad),
      () => windowSimilarity([source], [bad]),
      () => additiveSimilarity(source, { ...rendering, rows: rendering.rows - 1 }),
      () => windowSimilarity([source, source], [rendering]),
    ])
      expect(make).toThrow(expect.objectContaining({ code: 'invalid-vectors' }));
  });

  test('of kinds and blocks keep to them', () => {
    const { source, rendering, sourceSide, renderingSide } = syntheticTexts({ sentences: 600, seed: 12 });
    const kinds = (count: number) => upTo(count).map((i) => (i % 7 === 3 ? ('list-item' as const) : ('body' as const)));
    const side = (lengths: ArrayLike<number>, count: number) => ({
      lengths,
      kinds: kinds(count),
      blocks: upTo(count).map((i) => Math.floor(i / 3)),
    });
    const beads = alignSentences(
      additiveSimilarity(source, rendering),
      side(sourceSide.lengths, source.rows),
      side(renderingSide.lengths, rendering.rows),
    );
    for (const group of beads.flatMap((bead) => [bead.source, bead.rendering]))
      expect(new Set(group.map((index) => index % 7 === 3)).size).toBeLessThan(2);
  });

  test('are parted and joined by their words where text is at hand', async () => {
    const random = randomFrom(15);
    const said = upTo(560).map(() => upTo(4).map(() => Math.floor(random() * THINGS)));
    // One sentence in a hundred is left out; another speaks of other things.
    const kept = said.flatMap((things, i) =>
      i % 100 === 50 ? [] : [i % 100 === 70 ? things.map((thing) => (thing + 7) % THINGS) : things],
    );
    const [ru, en] = [await readToy('ru', article('ru', said)), await readToy('en', article('en', kept))];
    const side = ({ document }: ToySide) => ({ lengths: document.sentences.map(({ start, end }) => end - start) });
    let search: LongSearch | undefined;
    const beads = alignSentences(additiveSimilarity(ru.sums, en.sums), side(ru), side(en), {
      words: { source: ru.words, rendering: en.words },
      onLongSearch: (found) => (search = found),
    });
    expect(search).toBeDefined();
    expect(used(beads, 'source')).toEqual(upTo(560));
    expect(used(beads, 'rendering')).toEqual(upTo(kept.length));
    const paired = beads.filter((bead) => bead.source.length === 1 && bead.rendering.length === 1);
    expect(paired.length).toBeGreaterThan(530);
    for (const { source } of paired) expect(source[0]! % 100).not.toBe(50);
  });

  test('are searched in pieces, never as a whole', () => {
    const texts = syntheticTexts({ sentences: 3000, seed: 13, insertion: { at: 1000, count: 500 } });
    const { long, ...similarity } = longAdditiveSimilarity(texts.source, texts.rendering);
    let cells = 0;
    const stretch: typeof long.stretch = (i, n, j, m) => {
      cells += n * m;
      return long.stretch(i, n, j, m);
    };
    finish(longBeads(similarity, { ...long, stretch }, texts.sourceSide, texts.renderingSide, OPTIONS));
    expect(cells).toBeLessThan(300 * (similarity.n + similarity.m));
  });

  test('tell how far the search has come, and end where the caller throws', () => {
    const { source, rendering, sourceSide, renderingSide } = syntheticTexts({ sentences: 600, seed: 14 });
    const similarity = additiveSimilarity(source, rendering);
    const told: number[] = [];
    alignSentences(similarity, sourceSide, renderingSide, {
      onProgress: ({ done, total }) => {
        expect(total).toBe(600);
        told.push(done);
      },
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect([told[0], told.at(-1)]).toEqual([0, 600]);
    const enough = () => {
      throw new Error('enough');
    };
    expect(() => alignSentences(similarity, sourceSide, renderingSide, { onProgress: enough })).toThrow('enough');
  });
});

test('articles are searched exactly, and say nothing of a long search', () => {
  expect(aligned({ sentences: 100, seed: 15 })).toMatchObject({ search: undefined });
});

/** Unit rows of the sums of every run of `k` rows. */
function windowsOf({ rows, columns, data }: Matrix, k: number): Matrix {
  const sums = { rows: rows - k + 1, columns, data: new Float32Array((rows - k + 1) * columns) };
  for (let i = 0; i < sums.rows; i++)
    for (let x = i; x < i + k; x++)
      for (let c = 0; c < columns; c++) sums.data[i * columns + c]! += data[x * columns + c]!;
  return normalizeRows(sums);
}
