import { describe, expect, test } from 'vitest';
import { BeadModel } from '../../src/align/bead-model.ts';
import { exactBeads } from '../../src/align/exact-search.ts';
import { range, rivalsOf, weighGap, type PathBead, type Rival } from '../../src/align/gap-rivals.ts';
import { EDGE_SHAPES, SWAP, type Lattice } from '../../src/align/lattice.ts';
import { posterior } from '../../src/align/posterior.ts';
import { hubness } from '../../src/align/hubness.ts';
import { additiveSimilarity } from '../../src/align/similarity.ts';
import { article, readToy } from './toy-texts.ts';
import { lattices } from './lattices.ts';
import { bodies, topics, upTo, WEIGHTS } from './made.ts';
import fc from '../fast-check.ts';

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

test('a gap of the rendering is weighed as one of the source is', () => {
  const turned = additiveSimilarity(rendering.sums, source.sums);
  const other = {
    ...input,
    similarity: turned,
    hubs: hubness(turned),
    source: rendering.words,
    rendering: source.words,
  };
  const flip = ({ source: from, rendering: to, ...rest }: Rival): Rival => ({ ...rest, source: to, rendering: from });
  for (const one of [rival([0, 1], [0]), rival([1], [0]), rival([1, 2], [1]), rival([0, 1, 2], [1])]) {
    const { confidence } = weighGap(gap([one]), input);
    const mirrored: PathBead = { ...gap([flip(one)]), source: [], rendering: [1] };
    expect(weighGap(mirrored, other).confidence).toBeCloseTo(confidence, 2);
    // Of a sentence inside a bead words say nothing for it alone.
    if (one.source.length === 3) expect(confidence).toBeCloseTo(0.6, 9);
    else expect(confidence).toBeGreaterThan(0.9);
  }
});

describe('rivals are the beads with the sentence in them that have a chance, on either side', () => {
  const cosine = (i: number, k: number, j: number, l: number) => i + k / 10 + j / 100 + l / 1000;

  /** Compares the rivals of every gap with all beads of the lattice; returns how many there are. */
  function check(lattice: Lattice): number {
    const { n, m, edges } = lattice;
    const model = { similarity: { n, m, cosine } } as unknown as BeadModel;
    const chances = posterior(lattice);
    let seen = 0;
    for (const side of ['source', 'rendering'] as const)
      for (const sentence of upTo(side === 'source' ? n : m)) {
        const expected: Rival[] = [];
        for (const i of upTo(n))
          for (const j of upTo(m))
            for (const edge of upTo(SWAP)) {
              const [k, l] = EDGE_SHAPES[edge]!;
              const bead = { source: range(i, k), rendering: range(j, l) };
              const isPossible = edges[(i * m + j) * EDGE_SHAPES.length + edge] !== -Infinity;
              if (!isPossible || !bead[side].includes(sentence)) continue;
              const confidence = chances.edge(i, j, edge);
              if (confidence >= 0.02) expected.push({ ...bead, similarity: cosine(i, k, j, l), confidence });
            }
        const isSure = chances[side === 'source' ? 'sourceGaps' : 'renderingGaps'][sentence]! > 0.98;
        const found = rivalsOf(model, lattice, chances, side, sentence);
        expect(found).toEqual(isSure ? [] : expected);
        seen += found.length;
      }
    return seen;
  }

  test('in small lattices of any odds', () => {
    let seen = 0;
    fc.assert(
      fc.property(lattices, (lattice) => {
        seen += check(lattice);
      }),
      { numRuns: 150, seed: 1 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test.each([
    [16, 3],
    [3, 16],
    [12, 12],
  ])('in one of %i x %i sentences, more than a bead holds', (n, m) => {
    const edges = Float32Array.from({ length: n * m * EDGE_SHAPES.length }, (_, at) => {
      const [k, l] = EDGE_SHAPES[at % EDGE_SHAPES.length]!;
      const cell = Math.floor(at / EDGE_SHAPES.length);
      return Math.floor(cell / m) + k > n || (cell % m) + l > m ? -Infinity : 3 * Math.sin(at) + k + l;
    });
    const gaps = (count: number) => Float64Array.from({ length: count }, (_, at) => 1 + Math.cos(at));
    expect(check({ n, m, edges, sourceGaps: gaps(n), renderingGaps: gaps(m), run: 0 })).toBeGreaterThan(20);
  });

  test('none that has a chance below two in a hundred', () => {
    const edges = new Float32Array(EDGE_SHAPES.length).fill(-Infinity);
    edges[EDGE_SHAPES.findIndex(([k, l]) => k === 1 && l === 1)] = 0;
    const one = (odds: number): Lattice => {
      const gap = Float64Array.of(odds / 2);
      return { n: 1, m: 1, edges, sourceGaps: gap, renderingGaps: gap, run: 0 };
    };
    // The pair has a chance of .024 and of .018 beside the two gaps.
    expect(check(one(3.7))).toBe(2);
    expect(check(one(4))).toBe(0);
  });
});

test('a range is so many indices from the first on', () => {
  expect(range(3, 0)).toEqual([]);
  expect(range(3, 3)).toEqual([3, 4, 5]);
});

test('the search gives rivals to gaps that are not sure, within the texts', () => {
  // The second sentence of the source is half of the first and half of none.
  const doubtful = additiveSimilarity(
    topics([
      [0, 1],
      [1, 2, 3],
      [4, 5],
    ]),
    topics([
      [0, 1, 2],
      [4, 5],
    ]),
  );
  const beads = exactBeads(new BeadModel(doubtful, bodies(3), bodies(2), WEIGHTS, 1));
  const gaps = beads.filter((bead) => bead.source.length === 0 || bead.rendering.length === 0);
  expect(gaps.map((bead) => bead.source)).toEqual([[1]]);
  expect(gaps[0]!.rivals!.map(({ source: from, rendering: to }) => [from, to])).toContainEqual([[0, 1], [0]]);
  for (const { source: from, rendering: to, confidence } of gaps[0]!.rivals!) {
    expect(confidence).toBeGreaterThan(0.02);
    expect(from).toContain(1);
    expect([...from, ...to.map((j) => j + 1)].every((index) => index >= 0 && index < 3)).toBe(true);
  }
  for (const bead of beads) if (!gaps.includes(bead)) expect(bead).not.toHaveProperty('rivals');
});
