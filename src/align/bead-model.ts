import type { SentenceKind } from '../core/result.ts';
import { hubness, MAX_GROUP, type GroupSimilarity, type Hubness } from './similarity.ts';

/**
 * What speaks for a bead, as features of a log-linear model; a path's log odds is the sum over its beads
 * (a semi-Markov conditional random field, Sarawagi and Cohen 2004). The weights are fitted by bench/fit-aligner.ts.
 */
export const FEATURES = [
  /** 1 for every bead with two sides. */
  'pair',
  /** Sentences beyond one a side. */
  'extra',
  /** 1 where both sides hold more than one sentence. */
  'many-to-many',
  /** Paragraph breaks inside a side: translators seldom join or split sentences across paragraphs. */
  'breaks',
  /** Cosine of the two sides. */
  'cosine',
  /** Cosine less the mean hubness of the two sides. */
  'margin',
  /** Absolute log ratio of the two sides' lengths. */
  'length',
  /** Its square. */
  'length-square',
  /** For one sentence a side: 1 / sqrt of the shorter length in characters / 10; short sentences resemble each other by chance. */
  'brevity',
  /** For more: the least gain in cosine that a sentence at an edge brings, against the bead without it. */
  'gain',
  /** 1 where two pairs of sentences change places. */
  'swap',
  /** 1 for every sentence without counterpart. */
  'gap',
  /** Best cosine of that sentence on the other side. */
  'gap-best',
  /** The same less its hubness. */
  'gap-margin',
  /** Log of its length in characters / 100. */
  'gap-length',
  /** 1 where the sentence before is without counterpart too. */
  'gap-run',
  /** 1 for a headline, dateline, metadata or list item without counterpart. */
  'gap-aside',
] as const;

export type Feature = (typeof FEATURES)[number];
export type Weights = Readonly<Record<Feature, number>>;

/** One side as the aligner sees it. */
export interface AlignSide {
  /** Length of each sentence in characters. */
  readonly lengths: ArrayLike<number>;
  /** What each sentence is; absent: all are `body`. */
  readonly kinds?: readonly SentenceKind[];
  /** The block of each sentence; absent: one block. */
  readonly blocks?: readonly number[];
}

/** Kinds of beads with two sides, by sentences a side; a swap is told apart. */
export const BEAD_SHAPES: readonly (readonly [k: number, l: number])[] = shapes();

function shapes(): [number, number][] {
  const out: [number, number][] = [];
  for (let k = 1; k <= MAX_GROUP; k++)
    for (let l = 1; l <= MAX_GROUP; l++) if (k + l <= MAX_GROUP + 1 && Math.min(k, l) <= 2) out.push([k, l]);
  return out;
}

/** Log odds of beads and gaps of one source and one rendering, and the features behind them. */
export class BeadModel {
  readonly n: number;
  readonly m: number;
  readonly hubs: Hubness;

  constructor(
    readonly similarity: GroupSimilarity,
    readonly source: AlignSide,
    readonly rendering: AlignSide,
    readonly weights: Weights,
    /** Characters of the rendering for one of the source, on the whole. */
    readonly lengthRatio: number,
  ) {
    this.n = similarity.n;
    this.m = similarity.m;
    this.hubs = hubness(similarity);
    this.sourceLengths = prefix(source.lengths);
    this.renderingLengths = prefix(rendering.lengths);
  }

  private readonly sourceLengths: Float64Array;
  private readonly renderingLengths: Float64Array;

  /** Log odds of the bead of source `i .. i+k-1` and rendering `j .. j+l-1`; `-Infinity` where kinds forbid it. */
  bead(i: number, k: number, j: number, l: number): number {
    if (!mayPair(kindOf(this.source, i), kindOf(this.rendering, j))) return -Infinity;
    if ((k > 1 && !mayGroup(this.source, i, k)) || (l > 1 && !mayGroup(this.rendering, j, l))) return -Infinity;
    const w = this.weights;
    const cosine = this.similarity.cosine(i, k, j, l);
    const ratio = this.logRatio(i, k, j, l);
    let sum = w.pair + w.cosine * cosine + w.margin * (cosine - this.hub(i, k, j, l));
    sum += w.length * ratio + w['length-square'] * ratio * ratio;
    if (k + l === 2) return sum + w.brevity * this.brevity(i, j);
    sum += w.extra * (k + l - 2) + w.breaks * this.breaks(i, k, j, l) + w.gain * this.gain(i, k, j, l, cosine);
    return k > 1 && l > 1 ? sum + w['many-to-many'] : sum;
  }

  /** Log odds of two neighbouring pairs that changed places: source `i` with `j + 1`, `i + 1` with `j`. */
  swap(i: number, j: number): number {
    return this.bead(i, 1, j + 1, 1) + this.bead(i + 1, 1, j, 1) + this.weights.swap;
  }

  /** Log odds of source sentence `i` without counterpart, the run not counted. */
  sourceGap(i: number): number {
    return this.gap(this.hubs.sourceBest[i]!, this.hubs.source[i * MAX_GROUP]!, this.source, i);
  }

  /** Log odds of rendering sentence `j` without counterpart, the run not counted. */
  renderingGap(j: number): number {
    return this.gap(this.hubs.renderingBest[j]!, this.hubs.rendering[j * MAX_GROUP]!, this.rendering, j);
  }

  /** Adds `amount` times the features of a bead to `sum`, in the order of `FEATURES`; for the fit alone. */
  addBead(sum: Float64Array, amount: number, i: number, k: number, j: number, l: number): void {
    const cosine = this.similarity.cosine(i, k, j, l);
    const ratio = this.logRatio(i, k, j, l);
    const add = (feature: Feature, value: number) => (sum[FEATURES.indexOf(feature)]! += amount * value);
    add('pair', 1);
    add('cosine', cosine);
    add('margin', cosine - this.hub(i, k, j, l));
    add('length', ratio);
    add('length-square', ratio * ratio);
    if (k + l === 2) {
      add('brevity', this.brevity(i, j));
      return;
    }
    add('extra', k + l - 2);
    add('breaks', this.breaks(i, k, j, l));
    add('gain', this.gain(i, k, j, l, cosine));
    if (k > 1 && l > 1) add('many-to-many', 1);
  }

  /** Adds `amount` times the features of a gap to `sum`; for the fit alone. */
  addGap(sum: Float64Array, amount: number, side: 'source' | 'rendering', index: number): void {
    const best = (side === 'source' ? this.hubs.sourceBest : this.hubs.renderingBest)[index]!;
    const hub = (side === 'source' ? this.hubs.source : this.hubs.rendering)[index * MAX_GROUP]!;
    const add = (feature: Feature, value: number) => (sum[FEATURES.indexOf(feature)]! += amount * value);
    add('gap', 1);
    add('gap-best', best);
    add('gap-margin', best - hub);
    add('gap-length', Math.log(Math.max(1, this[side].lengths[index]!) / 100));
    if (kindOf(this[side], index) !== 'body') add('gap-aside', 1);
  }

  private gap(best: number, hub: number, side: AlignSide, index: number): number {
    const w = this.weights;
    return (
      w.gap +
      w['gap-best'] * best +
      w['gap-margin'] * (best - hub) +
      w['gap-length'] * Math.log(Math.max(1, side.lengths[index]!) / 100) +
      (kindOf(side, index) === 'body' ? 0 : w['gap-aside'])
    );
  }

  private hub(i: number, k: number, j: number, l: number): number {
    return (this.hubs.source[i * MAX_GROUP + k - 1]! + this.hubs.rendering[j * MAX_GROUP + l - 1]!) / 2;
  }

  private logRatio(i: number, k: number, j: number, l: number): number {
    const a = (this.sourceLengths[i + k]! - this.sourceLengths[i]!) * this.lengthRatio;
    const b = this.renderingLengths[j + l]! - this.renderingLengths[j]!;
    // Ten characters on both sides, so that very short sentences are not told apart by a word.
    return Math.abs(Math.log((a + 10) / (b + 10)));
  }

  private brevity(i: number, j: number): number {
    return 1 / Math.sqrt(Math.max(10, Math.min(this.source.lengths[i]!, this.rendering.lengths[j]!)) / 10);
  }

  private breaks(i: number, k: number, j: number, l: number): number {
    return breaksIn(this.source.blocks, i, k) + breaksIn(this.rendering.blocks, j, l);
  }

  private gain(i: number, k: number, j: number, l: number, cosine: number): number {
    let best = -1;
    if (k > 1) {
      best = Math.max(this.similarity.cosine(i + 1, k - 1, j, l), this.similarity.cosine(i, k - 1, j, l));
    }
    if (l > 1) {
      best = Math.max(best, this.similarity.cosine(i, k, j + 1, l - 1), this.similarity.cosine(i, k, j, l - 1));
    }
    return cosine - best;
  }
}

function breaksIn(blocks: readonly number[] | undefined, first: number, count: number): number {
  let breaks = 0;
  if (blocks) for (let at = first + 1; at < first + count; at++) if (blocks[at] !== blocks[at - 1]) breaks++;
  return breaks;
}

function kindOf(side: AlignSide, index: number): SentenceKind {
  return side.kinds?.[index] ?? 'body';
}

/** A dateline answers to a dateline and metadata to metadata; everything else may answer to anything else. */
function mayPair(a: SentenceKind, b: SentenceKind): boolean {
  const apart = (kind: SentenceKind) => kind === 'dateline' || kind === 'metadata';
  return a === b || (!apart(a) && !apart(b));
}

/** Body text may share a bead across blocks; a headline or list item shares it with sentences of its own block alone. */
function mayGroup(side: AlignSide, first: number, count: number): boolean {
  const kind = kindOf(side, first);
  for (let at = first + 1; at < first + count; at++) {
    if (kindOf(side, at) !== kind) return false;
    if (kind !== 'body' && side.blocks?.[at] !== side.blocks?.[first]) return false;
  }
  return true;
}

function prefix(lengths: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) sums[i + 1] = sums[i]! + lengths[i]!;
  return sums;
}
