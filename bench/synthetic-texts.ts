import type { AlignSide } from '../src/align/bead-model.ts';
import { zeros, type Matrix } from '../src/core/matrix.ts';

/** Two made texts, as vectors and lengths alone, with the beads that are right. */
export interface SyntheticTexts {
  source: Matrix;
  rendering: Matrix;
  sourceSide: AlignSide;
  renderingSide: AlignSide;
  gold: { source: number[]; rendering: number[] }[];
}

export interface SyntheticOptions {
  /** Source sentences. */
  sentences: number;
  seed: number;
  /** Dimensions; default 96. */
  dimensions?: number;
  /** Length of the noise on a rendering's unit rows; default .8, so that pairs have a cosine of about .78. */
  noise?: number;
  /** Sentences that the rendering adds at one place: so many behind source sentence `at`. */
  insertion?: { at: number; count: number };
  /** Source sentences that the rendering leaves out in one run. */
  omissions?: { at: number; count: number }[];
}

/** Shares of what a translator does to a sentence; the rest are pairs of one sentence a side. */
const JOINED = 0.05;
const SPLIT = 0.05;
const OMITTED = 0.02;
const ADDED = 0.02;

/**
 * Random texts: a sentence says one thing or two (a random direction each), its rendering the same with noise; some
 * sentences are joined, split, left out or added, each by itself. The same seed gives the same texts.
 */
export function syntheticTexts(options: SyntheticOptions): SyntheticTexts {
  const { sentences, seed, dimensions = 96, noise = 0.8, insertion, omissions = [] } = options;
  const random = randomFrom(seed);
  const source = new Growing(dimensions);
  const rendering = new Growing(dimensions);
  const gold: SyntheticTexts['gold'] = [];
  const say = () => ({ direction: direction(dimensions, random), length: 40 + Math.floor(120 * random()) });
  type Said = ReturnType<typeof say>;
  const render = ({ direction: said, length }: Said): Said => {
    const away = direction(dimensions, random);
    return {
      direction: said.map((value, c) => value + noise * away[c]!),
      length: Math.round(length * (0.8 + 0.4 * random())),
    };
  };
  const bead = (from: Said[][], to: Said[][]) =>
    gold.push({ source: from.map((list) => source.add(list)), rendering: to.map((list) => rendering.add(list)) });
  const omitted = (i: number) => omissions.some(({ at, count }) => i >= at && i < at + count);
  while (source.rows < sentences) {
    const i = source.rows;
    if (insertion && i >= insertion.at && rendering.inserted === 0)
      for (; rendering.inserted < insertion.count; rendering.inserted++) bead([], [[say()]]);
    if (omitted(i)) {
      bead([[say()]], []);
      continue;
    }
    const what = random();
    const one = say();
    if (what < JOINED && i + 2 <= sentences && !omitted(i + 1)) {
      const other = say();
      bead([[one], [other]], [[render(one), render(other)]]);
    } else if (what < JOINED + SPLIT) {
      const other = say();
      bead([[one, other]], [[render(one)], [render(other)]]);
    } else if (what < JOINED + SPLIT + OMITTED) bead([[one]], []);
    else {
      if (what < JOINED + SPLIT + OMITTED + ADDED) bead([], [[say()]]);
      bead([[one]], [[render(one)]]);
    }
  }
  return {
    source: source.matrix(),
    rendering: rendering.matrix(),
    sourceSide: { lengths: source.lengths },
    renderingSide: { lengths: rendering.lengths },
    gold,
  };
}

/** A matrix that grows by rows. */
class Growing {
  rows = 0;
  inserted = 0;
  readonly lengths: number[] = [];
  private data = new Float32Array(1024);
  constructor(private readonly columns: number) {}

  /** Adds a sentence that says all of this; returns its index. */
  add(list: readonly { direction: Float64Array; length: number }[]): number {
    const at = this.rows * this.columns;
    if (at + this.columns > this.data.length) {
      const larger = new Float32Array(2 * (at + this.columns));
      larger.set(this.data);
      this.data = larger;
    }
    for (const { direction: said } of list) for (let c = 0; c < this.columns; c++) this.data[at + c]! += said[c]!;
    this.lengths.push(list.reduce((sum, { length }) => sum + length, 0));
    return this.rows++;
  }

  matrix(): Matrix {
    const matrix = zeros(this.rows, this.columns);
    matrix.data.set(this.data.subarray(0, matrix.data.length));
    return matrix;
  }
}

/** A random direction: sums of three even numbers are near enough to normal. */
function direction(dimensions: number, random: () => number): Float64Array {
  const row = Float64Array.from({ length: dimensions }, () => random() + random() + random() - 1.5);
  const length = Math.hypot(...row);
  return row.map((value) => value / length);
}

/** Even numbers from 0 up to 1 by a multiply-and-mix counter. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
