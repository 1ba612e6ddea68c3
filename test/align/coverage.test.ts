import { beforeAll, describe, expect, test } from 'vitest';
import {
  beadCoverage,
  beadSignals,
  beadWords,
  coveredShare,
  coveredWeight,
  SIGNALS,
  totalWeight,
  wordCoverage,
} from '../../src/align/coverage.ts';
import { beadOf } from './made.ts';
import { readToy, sentence, type ToySide } from './toy-texts.ts';

describe('words', () => {
  let source: ToySide;
  let rendering: ToySide;
  beforeAll(async () => {
    source = await readToy('ru', 'Министр и посол на мост. Река.');
    rendering = await readToy('en', 'The minister and the bridge. Horse.');
  });

  test('with a counterpart are covered, others are not', () => {
    const { source: covered, rendering: back } = wordCoverage(source.words, rendering.words, [
      beadOf([0], [0]),
      beadOf([1], [1]),
    ]);
    const word = (side: ToySide, chances: readonly Float32Array[], text: string) => {
      const { words, text: whole } = side.document;
      for (let s = 0; s < words.length; s++)
        for (const [w, { start, end }] of words.of(s).entries())
          if (whole.slice(start, end).toLowerCase() === text) return chances[s]![w]!;
      throw new Error(`No word ${text}.`);
    };
    expect(word(source, covered, 'министр')).toBeGreaterThan(0.7);
    expect(word(source, covered, 'мост')).toBeGreaterThan(0.7);
    expect(word(source, covered, 'посол')).toBeLessThan(0.5);
    expect(word(source, covered, 'река')).toBeLessThan(0.5);
    expect(word(rendering, back, 'minister')).toBeGreaterThan(0.7);
    expect(word(rendering, back, 'bridge')).toBeGreaterThan(0.7);
    expect(word(rendering, back, 'horse')).toBeLessThan(0.5);
  });

  test('of gaps have no coverage', () => {
    const { source: covered, rendering: back } = wordCoverage(source.words, rendering.words, [
      beadOf([0], []),
      beadOf([1], []),
      beadOf([], [0]),
      beadOf([], [1]),
    ]);
    for (const row of [...covered, ...back]) expect(Array.from(row).every((chance) => chance === 0)).toBe(true);
    expect(covered.map(({ length }) => length)).toEqual(
      source.document.sentences.map((_, s) => source.document.words.count(s)),
    );
  });

  test('that carry no content weigh nothing, others the length of their vector', () => {
    const { sourceWeights, renderingWeights } = wordCoverage(source.words, rendering.words, []);
    const functions = (side: ToySide) =>
      side.document.sentences.map((_, s) => side.document.words.of(s).map((word) => word.function));
    const weightless = (weights: readonly Float32Array[]) => weights.map((row) => Array.from(row, (w) => w === 0));
    expect(weightless(sourceWeights)).toEqual(functions(source));
    expect(weightless(renderingWeights)).toEqual(functions(rendering));
    expect(functions(source).flat()).toContain(true);
    expect(sourceWeights[0]![0]).toBeCloseTo(3, 6);
  });
});

test('a counterpart that is another word’s own counts less', async () => {
  const source = await readToy('ru', sentence('ru', [0, 0]));
  const own = await readToy('en', sentence('en', [0, 5]));
  const contested = beadSignals(source.words, beadWords(source.words, [0]), own.words, beadWords(own.words, [0]));
  const chances = beadCoverage(source.words, [0], own.words, [0]);
  // Neither copy of a word resembles the one counterpart less than the other.
  expect(contested.source[0]).toBeCloseTo(contested.source[SIGNALS]!, 9);
  expect(chances.rendering[0]![1]).toBeLessThan(chances.rendering[0]![0]!);
});

test('a word that two words say together is covered by the pair', async () => {
  const source = await readToy('ru', 'Пароход.');
  const rendering = await readToy('en', sentence('en', [7, 22]));
  // The vector of the source word is the sum of the two words' own.
  const { vectors } = rendering.words;
  for (let c = 0; c < vectors.columns; c++)
    source.words.vectors.data[c] = (vectors.data[c]! + vectors.data[vectors.columns + c]!) / Math.SQRT2;
  const signals = beadSignals(
    source.words,
    beadWords(source.words, [0]),
    rendering.words,
    beadWords(rendering.words, [0]),
  );
  expect(signals.source[1]).toBeCloseTo(Math.SQRT1_2, 6);
  expect(signals.source[2]).toBeCloseTo(1, 6);
});

test('a name is known by its sound, whatever its vector', async () => {
  const source = await readToy('ru', 'Министр Лавров.');
  const rendering = await readToy('en', 'Lavrov, minister.');
  const signals = beadSignals(
    source.words,
    beadWords(source.words, [0]),
    rendering.words,
    beadWords(rendering.words, [0]),
  );
  expect(signals.source[SIGNALS + 1]).toBe(0);
  expect(signals.source[SIGNALS + 3]).toBe(1);
});

test('a word without vector has no signals and no weight', async () => {
  const source = await readToy('ru', sentence('ru', [0, 1]));
  const rendering = await readToy('en', sentence('en', [0, 1]));
  source.words.rows[0]![0] = -1;
  const signals = beadSignals(
    source.words,
    beadWords(source.words, [0]),
    rendering.words,
    beadWords(rendering.words, [0]),
  );
  expect(Array.from(signals.source.subarray(0, SIGNALS))).toEqual([0, 0, 0, 0, 0, 0]);
  expect(Array.from(wordCoverage(source.words, rendering.words, []).sourceWeights[0]!)).toEqual([0, 3]);
});

test('shares are weighted, and 1 where nothing has a weight', () => {
  const chances = [Float32Array.of(1, 0.5), Float32Array.of(0)];
  const weights = [Float32Array.of(1, 2), Float32Array.of(1)];
  expect(coveredWeight(chances, weights)).toBe(2);
  expect(totalWeight(weights)).toBe(4);
  expect(coveredShare(chances, weights)).toBe(0.5);
  expect(coveredShare(chances, [Float32Array.of(0, 0), Float32Array.of(0)])).toBe(1);
  expect(coveredShare([], [])).toBe(1);
});
