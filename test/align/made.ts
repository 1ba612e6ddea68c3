import type { AlignSide, Weights } from '../../src/align/bead-model.ts';
import { zeros, type Matrix } from '../../src/core/matrix.ts';
import type { Bead } from '../../src/core/result.ts';

/** Weights by hand: one to one with a cosine of 1 is far better than two gaps, with a cosine of 0 far worse. */
export const WEIGHTS: Weights = {
  pair: -6,
  extra: -2,
  several: -0.1,
  'many-to-many': -3,
  breaks: -1,
  cosine: 12,
  margin: 0,
  length: -0.5,
  brevity: 0,
  gain: 4,
  swap: -1,
  gap: -1,
  'gap-best': -1,
  'gap-margin': 0,
  'gap-length': 0,
  'gap-run': 0.25,
  'gap-aside': 0.5,
};

/** A row for each sentence: 1 for each of its topics. Sentences with the same topics are alike, others are not. */
export function topics(sentences: readonly (readonly number[])[], columns = 24): Matrix {
  const matrix = zeros(sentences.length, columns);
  sentences.forEach((list, row) => list.forEach((topic) => (matrix.data[row * columns + topic]! += 1)));
  return matrix;
}

/** A side of `count` sentences of body text, equally long. */
export function bodies(count: number): AlignSide {
  return { lengths: Array.from({ length: count }, () => 100) };
}

/** The groups alone. */
export function groups(beads: readonly Bead[]): [source: number[], rendering: number[]][] {
  return beads.map(({ source, rendering }) => [source, rendering]);
}

/** The sentences of one side, over all beads, in order: `0 .. count - 1` where each is in exactly one bead. */
export function used(beads: readonly Bead[], side: 'source' | 'rendering'): number[] {
  return beads.flatMap((bead) => bead[side]).sort((a, b) => a - b);
}

/** `0 .. count - 1`. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

export function beadOf(source: number[], rendering: number[], more: Partial<Bead> = {}): Bead {
  return { source, rendering, similarity: 0.9, confidence: 0.95, cost: 0.1, ...more };
}
