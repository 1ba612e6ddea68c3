import { expect, test } from 'vitest';
import { BeadModel } from '../../src/align/bead-model.ts';
import { BEAD_WEIGHTS } from '../../src/align/bead-weights.ts';
import { exactBeads } from '../../src/align/exact-search.ts';
import { weighGap, type PathBead, type Rival } from '../../src/align/gap-rivals.ts';
import { additiveSimilarity, hubness } from '../../src/align/similarity.ts';
import { article, readToy } from './toy-texts.ts';
import { bodies } from './made.ts';

const source = await readToy(
  'ru',
  article('ru', [
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8, 9],
    [10, 11, 12, 13, 14],
  ]),
);
const rendering = await readToy(
  'en',
  article('en', [
    [0, 1, 2, 3, 4],
    [10, 11, 12, 13, 14],
  ]),
);
const similarity = additiveSimilarity(source.sums, rendering.sums);
const input = {
  similarity,
  hubs: hubness(similarity),
  lengthRatio: 1,
  source: source.words,
  rendering: rendering.words,
};
const rival = (from: number[], to: number[]): Rival => ({
  source: from,
  rendering: to,
  similarity: similarity.cosine(from[0]!, from.length, to[0]!, to.length),
  confidence: 0.4,
});
const gap = (rivals: Rival[]): PathBead => ({
  source: [1],
  rendering: [],
  similarity: 0,
  confidence: 0.6,
  cost: 0,
  rivals,
});

test('a gap without rivals stays as it is', () => {
  const plain = gap([]);
  delete plain.rivals;
  expect(weighGap(plain, input)).toEqual(plain);
});

test('a rival whose words do not answer to the sentence counts for little', () => {
  const weighed = weighGap(gap([rival([0, 1], [0])]), input);
  expect(weighed.confidence).toBeGreaterThan(0.9);
  expect(weighed).not.toHaveProperty('rivals');
});

test('a rival whose words answer to it counts in full', () => {
  const own: PathBead = { ...gap([rival([0], [0])]), source: [0] };
  expect(weighGap(own, input).confidence).toBeCloseTo(0.6, 9);
});

test('the search gives rivals to gaps that are not sure, within the texts', () => {
  const model = new BeadModel(similarity, bodies(3), bodies(2), BEAD_WEIGHTS, 1);
  for (const bead of exactBeads(model)) {
    expect(bead.rivals === undefined || bead.source.length === 0 || bead.rendering.length === 0).toBe(true);
    for (const { source: from, rendering: to, confidence } of bead.rivals ?? []) {
      expect(confidence).toBeGreaterThan(0);
      expect([...from, ...bead.source].every((i) => i >= 0 && i < 3)).toBe(true);
      expect(to.every((j) => j >= 0 && j < 2)).toBe(true);
      expect(from.includes(bead.source[0]!) || to.includes(bead.rendering[0]!)).toBe(true);
    }
  }
});
