import { describe, expect, test } from 'vitest';
import { transportedShares } from '../../src/align/word-transport.ts';

const shares = (cosines: number[], source: number[], rendering: number[]) =>
  transportedShares(Float64Array.from(cosines), Float64Array.from(source), Float64Array.from(rendering));

describe('words that share each other out', () => {
  test('find their counterparts', () => {
    const { source, rendering } = shares([0.9, 0.1, 0.1, 0.9], [3, 3], [3, 3]);
    for (const share of [...source, ...rendering]) expect(share).toBeGreaterThan(0.95);
  });

  test('leave the one empty whose only likeness is another word’s counterpart', () => {
    const { source } = shares([0.9, 0.6], [3, 3], [3]);
    expect(source[0]).toBeGreaterThan(0.8);
    expect(source[1]).toBeLessThan(0.3);
  });

  test('find one by elimination where nothing else is left', () => {
    const alone = shares([0.9, 0.1, 0.1, 0.45], [3, 3], [3, 3]).source[1]!;
    const taken = shares([0.9, 0.45], [3, 3], [3]).source[1]!;
    expect(alone).toBeGreaterThan(taken + 0.5);
  });

  test('do not fill a heavy word with a light one', () => {
    expect(shares([0.9], [1], [4]).rendering[0]).toBeLessThanOrEqual(0.25);
  });

  test('take the nearer of two that are alike', () => {
    const { rendering } = shares([0.7, 0.1, 0.1, 0.1, 0.1, 0.7], [3], [3, 3, 3, 3, 3, 3]);
    expect(rendering[0]! + rendering[5]!).toBeGreaterThan(0.9);
    const near = shares([0.7, 0, 0, 0, 0, 0.7, 0, 0, 0, 0, 0, 0], [3, 0], [3, 3, 3, 3, 3, 3]).rendering;
    expect(near[0]).toBeGreaterThan(near[5]!);
  });
});

test('words without weight take and give nothing; no words, no shares', () => {
  const { source, rendering } = shares([1, 1], [0, 2], [2]);
  expect(source[0]).toBe(0);
  expect(source[1]).toBeGreaterThan(0.9);
  expect(rendering[0]).toBeGreaterThan(0.9);
  expect(shares([], [], [1]).rendering).toEqual(Float64Array.of(0));
});
