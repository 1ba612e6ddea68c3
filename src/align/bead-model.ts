import type { SentenceKind } from '../core/result.ts';
import { MAX_GROUP } from './group-norms.ts';
import { hubness, type Hubness } from './hubness.ts';
import type { GroupSimilarity } from './similarity.ts';

/**
 * What speaks for a bead, as features of a log-linear model; a path's log odds is the sum over its beads
 * (a semi-Markov conditional random field, Sarawagi and Cohen 2004). The weights are fitted by bench/fit-aligner.ts.
 */
export const FEATURES = [
  /** 1 for every bead with two sides. */
  'pair',
  /** 1 where a side holds more than one sentence. */
  'several',
  /** Log of the sentences of both sides less one: a bead of many is not so much rarer than one of a few. */
  'extra',
  /** 1 where both sides hold more than one sentence. */
  'many-to-many',
  /** Paragraph breaks inside a side: translators seldom join or split sentences across paragraphs. */
  'breaks',
  /** Cosine of the two sides. */
  'cosine',
  /** Cosine less the mean hubness of the two sides. */
  'margin',
  /** How unequal the two sides' lengths are: log(1 + (log ratio / `LENGTH_SPREAD`)^2), as of a Cauchy distribution. */
  'length',
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

/** The name of a feature of the bead model. */
export type Feature = (typeof FEATURES)[number];
/** What each feature adds to the log odds of a bead, a unit of it. */
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

/** Half of the translated segments of the planted cases are within a factor of exp(.09) of what their source's length says. */
const LENGTH_SPREAD = 0.1;

/** Log of the sentences of a bead less one, by their number. */
const LOG_LESS_ONE = Float64Array.from({ length: 2 * MAX_GROUP + 1 }, (_, count) => Math.log(count - 1));

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
    /** Hubness of both sides; default: against the whole of the other side. */
    hubs?: Hubness,
  ) {
    this.n = similarity.n;
    this.m = similarity.m;
    this.hubs = hubs ?? hubness(similarity);
    this.sourceTraits = traitsOf(source, this.n, lengthRatio);
    this.renderingTraits = traitsOf(rendering, this.m, 1);
  }

  private readonly sourceTraits: SideTraits;
  private readonly renderingTraits: SideTraits;

  /** Log odds of the bead of source `i .. i+k-1` and rendering `j .. j+l-1`; `-Infinity` where kinds forbid it. */
  bead(i: number, k: number, j: number, l: number): number {
    if (!this.allows(i, k, j, l)) return -Infinity;
    return this.odds(i, k, j, l, this.similarity.cosine(i, k, j, l), this.bestSmaller(i, k, j, l));
  }

  /** Whether the kinds of the sentences allow a bead. */
  allows(i: number, k: number, j: number, l: number): boolean {
    const { sourceTraits: a, renderingTraits: b } = this;
    return a.partners[i] === b.partners[j] && k <= a.groups[i]! && l <= b.groups[j]!;
  }

  /**
   * Log odds of a bead that is allowed, from its cosine and, for more than one sentence a side, the best cosine that it
   * has without one of the sentences at its edges.
   */
  odds(i: number, k: number, j: number, l: number, cosine: number, smaller: number): number {
    const w = this.weights;
    let sum = w.pair + w.cosine * cosine + w.margin * (cosine - this.hub(i, k, j, l));
    sum += w.length * this.unequal(i, k, j, l);
    if (k + l === 2) return sum + w.brevity * this.brevity(i, j);
    sum +=
      w.several + w.extra * LOG_LESS_ONE[k + l]! + w.breaks * this.breaks(i, k, j, l) + w.gain * (cosine - smaller);
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
    const add = (feature: Feature, value: number) => (sum[FEATURES.indexOf(feature)]! += amount * value);
    add('pair', 1);
    add('cosine', cosine);
    add('margin', cosine - this.hub(i, k, j, l));
    add('length', this.unequal(i, k, j, l));
    if (k + l === 2) {
      add('brevity', this.brevity(i, j));
      return;
    }
    add('several', 1);
    add('extra', Math.log(k + l - 1));
    add('breaks', this.breaks(i, k, j, l));
    add('gain', cosine - this.bestSmaller(i, k, j, l));
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

  private unequal(i: number, k: number, j: number, l: number): number {
    const { logLengths: from } = this.sourceTraits;
    const { logLengths: to } = this.renderingTraits;
    const apart = (from[i * MAX_GROUP + k - 1]! - to[j * MAX_GROUP + l - 1]!) / LENGTH_SPREAD;
    return Math.log(1 + apart * apart);
  }

  private brevity(i: number, j: number): number {
    return Math.max(this.sourceTraits.brevity[i]!, this.renderingTraits.brevity[j]!);
  }

  private breaks(i: number, k: number, j: number, l: number): number {
    const from = this.sourceTraits.breaks;
    const to = this.renderingTraits.breaks;
    return from[i + k - 1]! - from[i]! + to[j + l - 1]! - to[j]!;
  }

  /** Best cosine of a bead without its first or its last sentence on a side that has several; -1 where none has. */
  private bestSmaller(i: number, k: number, j: number, l: number): number {
    let best = -1;
    if (k > 1) {
      best = Math.max(this.similarity.cosine(i + 1, k - 1, j, l), this.similarity.cosine(i, k - 1, j, l));
    }
    if (l > 1) {
      best = Math.max(best, this.similarity.cosine(i, k, j + 1, l - 1), this.similarity.cosine(i, k, j, l - 1));
    }
    return best;
  }
}

/** What the features of beads ask of one side, by sentence. */
interface SideTraits {
  /** Log of ten more than the length of each run of sentences, in characters of the rendering; the `MAX_GROUP` that begin with each. */
  readonly logLengths: Float64Array;
  /** Paragraph breaks in front of a sentence, since the first. */
  readonly breaks: Int32Array;
  /** 1 / sqrt of the length in characters / 10. */
  readonly brevity: Float64Array;
  /** The most sentences that may share a bead from here on. */
  readonly groups: Uint8Array;
  /** Sentences of the two sides may share a bead where this is equal. */
  readonly partners: Uint8Array;
}

function traitsOf(side: AlignSide, count: number, ratio: number): SideTraits {
  const { lengths, blocks } = side;
  const traits = {
    logLengths: logLengths(lengths, count, ratio),
    breaks: new Int32Array(count),
    brevity: new Float64Array(count),
    groups: new Uint8Array(count),
    partners: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    traits.breaks[i] = i === 0 ? 0 : traits.breaks[i - 1]! + (blocks && blocks[i] !== blocks[i - 1] ? 1 : 0);
    traits.brevity[i] = 1 / Math.sqrt(Math.max(10, lengths[i]!) / 10);
    traits.groups[i] = largestGroup(side, i, count);
    traits.partners[i] = PARTNERS[kindOf(side, i)] ?? 0;
  }
  return traits;
}

function kindOf(side: AlignSide, index: number): SentenceKind {
  return side.kinds?.[index] ?? 'body';
}

/** A dateline answers to a dateline and metadata to metadata; everything else may answer to anything else. */
const PARTNERS: Partial<Record<SentenceKind, number>> = { dateline: 1, metadata: 2 };

/**
 * Body text may share a bead across blocks; a headline or list item shares it with sentences of its own block alone. A headline
 * that ran into the body is one block with it, and the other side may not have parted the two.
 */
function largestGroup(side: AlignSide, first: number, count: number): number {
  const kind = kindOf(side, first);
  let size = 1;
  while (size < MAX_GROUP && first + size < count) {
    const next = kindOf(side, first + size);
    const isSameBlock = side.blocks?.[first + size] === side.blocks?.[first];
    if (next !== kind && !(kind === 'headline' && next === 'body' && isSameBlock)) break;
    if (kind !== 'body' && !isSameBlock) break;
    size++;
  }
  return size;
}

/** Ten characters on both sides, so that very short sentences are not told apart by a word. */
function logLengths(lengths: ArrayLike<number>, count: number, ratio: number): Float64Array {
  const logs = new Float64Array(count * MAX_GROUP);
  for (let i = 0; i < count; i++) {
    let length = 0;
    for (let k = 0; k < MAX_GROUP && i + k < count; k++) {
      length += lengths[i + k]!;
      logs[i * MAX_GROUP + k] = Math.log(ratio * length + 10);
    }
  }
  return logs;
}
