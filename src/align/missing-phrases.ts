import { logistic, logOdds } from '../core/logistic.ts';
import type { Matrix } from '../core/matrix.ts';
import { Scratch } from '../core/scratch.ts';
import type { Bead } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import type { Document } from '../text/document.ts';
import type { Word } from '../text/words.ts';
import { clauseStarts } from './clause-starts.ts';
import type { WordCoverage } from './coverage.ts';
import { lengthRatio } from './length-ratio.ts';
import { maximalRuns } from './maximal-runs.ts';
import { ADDED_PHRASE_WEIGHTS, MISSING_PHRASE_WEIGHTS } from './missing-phrase-weights.ts';
import { characters, direction, likenesses, uncoveredShare, type OneSide } from './phrase-side.ts';
import { finish, type Steps } from '../core/steps.ts';

/** Two documents, aligned to the word. */
export interface AlignedTexts {
  readonly source: Document;
  readonly rendering: Document;
  readonly beads: readonly Bead[];
  readonly coverage: WordCoverage;
}

/** A stretch of words of one side that its bead's other side may lack. */
export interface MissingPhrase {
  /** Index of the bead. */
  bead: number;
  /** Index of the sentence. */
  sentence: number;
  /** First word and the one after the last. */
  words: [number, number];
  span: Span;
  /** Number of content words. */
  content: number;
  /** What speaks for it, in the order of `MISSING_PHRASE_WEIGHTS`. */
  signals: number[];
  /** 0 to 1. */
  confidence: number;
}

/** A word's odds beyond these say no more. */
const CLIP = 3;
const COVERED_CLIP = 1.5;
/** What a function word says against a content word of its rarity. */
const FUNCTION_PART = 0.5;
/** A word at the edge of a stretch that is surely covered is not part of it. */
const SURE = 0.95;
/** A stretch of so many clauses, from one mark to another, is looked at as a whole. */
const MOST_CLAUSES = 3;
/** A stretch of clauses whose summed odds are lower is plainly covered. */
const LEAST_SUM = -20;

/** What holds for every stretch of a side of a bead. */
interface BeadSide {
  own: OneSide;
  signalWeights: readonly number[];
  /** Characters of this side as its language lets expect them on the other, and those of the other side. */
  size: number;
  otherSize: number;
  ratio: number;
  /** Shares of both sides' content words that are not covered. */
  uncovered: number;
  reverse: number;
  /** Unit vector of the other side's words; asked for by few beads. */
  direction(): Matrix;
}

const known = new WeakMap<WordCoverage, Partial<Record<'source' | 'rendering', readonly MissingPhrase[]>>>();

/**
 * Disjoint stretches of one side that its bead's other side may lack, each with the probability that it does; ordered
 * by bead and place. Candidates are dense runs of uncovered words, and clauses from mark to mark; of those that overlap
 * the likeliest stays, and what one explains speaks for no other. Signals: the number of content words (log), how much
 * shorter the other side is than expected (log), the shares of both sides that are not covered, the share of the
 * clauses that the stretch lies in, how much nearer to each other both sides' lengths are without it, and how like its
 * words are to the other side as a whole.
 * Read once for the same coverage. O(words, and candidates of a sentence by their length).
 */
export function missingPhrases(texts: AlignedTexts, side: 'source' | 'rendering'): readonly MissingPhrase[] {
  return finish(missingPhraseSteps(texts, side));
}

/** What `missingPhrases` does, in steps: one a bead. */
export function* missingPhraseSteps(
  texts: AlignedTexts,
  side: 'source' | 'rendering',
): Steps<readonly MissingPhrase[]> {
  let found = known.get(texts.coverage);
  if (!found) known.set(texts.coverage, (found = {}));
  return (found[side] ??= yield* likeliestSteps(
    texts,
    side,
    side === 'source' ? MISSING_PHRASE_WEIGHTS : ADDED_PHRASE_WEIGHTS,
  ));
}

/** `missingPhrases` under any weights, for their fit. */
export function likeliestPhrases(
  texts: AlignedTexts,
  side: 'source' | 'rendering',
  signalWeights: readonly number[],
): MissingPhrase[] {
  return finish(likeliestSteps(texts, side, signalWeights));
}

function* likeliestSteps(
  texts: AlignedTexts,
  side: 'source' | 'rendering',
  signalWeights: readonly number[],
): Steps<MissingPhrase[]> {
  const { source, rendering, coverage } = texts;
  const { words, sourceWeights, renderingWeights } = coverage;
  const sides: Record<'source' | 'rendering', OneSide> = {
    source: {
      document: source,
      words: words.source,
      chances: coverage.source,
      weights: sourceWeights,
      of: (bead) => bead.source,
    },
    rendering: {
      document: rendering,
      words: words.rendering,
      chances: coverage.rendering,
      weights: renderingWeights,
      of: (bead) => bead.rendering,
    },
  };
  const own = sides[side];
  const other = sides[side === 'source' ? 'rendering' : 'source'];
  const ratio = lengthRatio(own.document.language, other.document.language);
  const found: MissingPhrase[] = [];
  for (let index = 0; index < texts.beads.length; index++) {
    const bead = texts.beads[index]!;
    if (bead.source.length === 0 || bead.rendering.length === 0) continue;
    yield;
    const context: BeadSide = {
      own,
      signalWeights,
      ratio,
      size: ratio * characters(own, bead),
      otherSize: characters(other, bead),
      uncovered: uncoveredShare(own, bead),
      reverse: uncoveredShare(other, bead),
      direction: once(() => direction(other, bead)),
    };
    const ofBead = own.of(bead).flatMap((sentence) => new SentencePhrases(context, index, sentence).likeliest());
    explainAway(ofBead, context);
    for (const phrase of ofBead) found.push(phrase);
  }
  return found;
}

/** What is made when it is first asked for. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** From this confidence on a phrase explains why the other side is shorter. */
const EXPLAINS = 0.5;

/**
 * What the other side is short of can be missed once: behind a phrase that explains it, those less likely are judged by
 * what is left.
 */
function explainAway(phrases: readonly MissingPhrase[], context: BeadSide): void {
  let explained = 0;
  for (const phrase of [...phrases].sort((a, b) => b.confidence - a.confidence || a.span.start - b.span.start)) {
    const length = phrase.span.end - phrase.span.start;
    if (explained > 0) {
      const left = deficit(context, explained);
      phrase.signals[DEFICIT] = left;
      phrase.signals[NEARER] = Math.abs(left) - Math.abs(deficit(context, explained + length));
      phrase.confidence = logistic(logOdds(context.signalWeights, phrase.signals));
    }
    if (phrase.confidence >= EXPLAINS) explained += length;
  }
}

/** How much shorter the other side is than expected where so many characters are missing. */
function deficit({ size, ratio, otherSize }: BeadSide, missing: number): number {
  return Math.log((Math.max(0, size - ratio * missing) + 10) / (otherSize + 10));
}

/** Places of two signals. */
const DEFICIT = 1;
const NEARER = 5;

/** Sums over the words before each of a sentence. One at a time. */
interface WordSums {
  readonly content: Float64Array;
  readonly weight: Float64Array;
  readonly lacking: Float64Array;
  readonly whole: Float64Array;
  readonly likeness: Float64Array;
}

const scratch = {
  values: new Scratch(),
  odds: new Scratch(),
  content: new Scratch(),
  weight: new Scratch(),
  lacking: new Scratch(),
  whole: new Scratch(),
  likeness: new Scratch(),
};

/** One sentence of a bead with its candidates; a class, so that its parts share what is summed once. One at a time. */
class SentencePhrases {
  readonly #context: BeadSide;
  readonly #bead: number;
  readonly #sentence: number;
  readonly #words: readonly Word[];
  readonly #chances: Float32Array;
  readonly #weights: Float32Array;
  /** What each word says for a gap, and the sums of that over the words before each. */
  readonly #values: Float64Array;
  readonly #odds: Float64Array;
  // First words of the clauses, and the words after their last ones.
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  /** Made for the first candidate: most sentences have none. */
  #sums: WordSums | undefined;
  readonly #candidates: MissingPhrase[] = [];

  constructor(context: BeadSide, bead: number, sentence: number) {
    const { document, words: vectors, chances, weights } = context.own;
    const words = document.words.of(sentence);
    const count = words.length;
    const rows = vectors.rows[sentence]!;
    const own = chances[sentence]!;
    const values = scratch.values.take(count);
    const odds = scratch.odds.take(count + 1);
    odds[0] = 0;
    for (let w = 0; w < count; w++) {
      const chance = own[w]!;
      const row = rows[w]!;
      const full = row < 0 ? 0 : vectors.weights[row]!;
      const value =
        full *
        (words[w]!.function ? FUNCTION_PART : 1) *
        Math.max(-COVERED_CLIP, Math.min(CLIP, Math.log((1 - chance + 1e-3) / (chance + 1e-3))));
      values[w] = value;
      odds[w + 1] = odds[w]! + value;
    }
    this.#context = context;
    this.#bead = bead;
    this.#sentence = sentence;
    this.#words = words;
    this.#chances = own;
    this.#weights = weights[sentence]!;
    this.#values = values;
    this.#odds = odds;
    this.#starts = clauseStarts(document.text, words, document.runOns[sentence]!);
    this.#ends = [...this.#starts.slice(1), count];
  }

  /** The likeliest disjoint stretches, by place. */
  likeliest(): MissingPhrase[] {
    const count = this.#words.length;
    const [starts, ends] = [this.#starts, this.#ends];
    for (const { start, end } of maximalRuns(this.#values, count)) this.#add(start, end);
    for (let first = 0; first < starts.length; first++)
      for (let last = first; last < Math.min(first + MOST_CLAUSES, ends.length); last++) {
        const [start, end] = [starts[first]!, ends[last]!];
        if (end - start < count && between(this.#odds, start, end) > LEAST_SUM) this.#add(start, end);
      }
    return disjoint(this.#candidates, count);
  }

  #add(start: number, end: number): void {
    let from = start;
    let to = end;
    while (from < to && this.#isEdge(from)) from++;
    while (to > from && this.#isEdge(to - 1)) to--;
    if (from === to) return;
    const { uncovered, reverse, signalWeights } = this.#context;
    const span = { start: this.#words[from]!.start, end: this.#words[to - 1]!.end };
    const [firstClause, lastClause] = [this.#starts[this.#clause(from)]!, this.#ends[this.#clause(to - 1)]!];
    const sums = (this.#sums ??= this.#sumUp());
    const content = between(sums.content, from, to);
    const short = deficit(this.#context, 0);
    const signals = [
      Math.log(content),
      short,
      uncovered,
      reverse,
      between(sums.lacking, firstClause, lastClause) / between(sums.weight, firstClause, lastClause),
      Math.abs(short) - Math.abs(deficit(this.#context, span.end - span.start)),
      between(sums.likeness, start, end) / between(sums.whole, start, end),
    ];
    this.#candidates.push({
      bead: this.#bead,
      sentence: this.#sentence,
      words: [from, to],
      span,
      content,
      signals,
      confidence: logistic(logOdds(signalWeights, signals)),
    });
  }

  /** The clause of a word. O(log clauses). */
  #clause(w: number): number {
    let low = 0;
    for (let high = this.#starts.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= w) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A word without content, or surely covered, does not begin or end a stretch. */
  #isEdge(w: number): boolean {
    return this.#weights[w] === 0 || this.#chances[w]! > SURE;
  }

  #sumUp(): WordSums {
    const { words: vectors } = this.#context.own;
    const rows = vectors.rows[this.#sentence]!;
    const count = rows.length;
    const cosines = likenesses(vectors, rows, this.#context.direction());
    const sums = {
      content: scratch.content.take(count + 1),
      weight: scratch.weight.take(count + 1),
      lacking: scratch.lacking.take(count + 1),
      whole: scratch.whole.take(count + 1),
      likeness: scratch.likeness.take(count + 1),
    };
    for (const sum of Object.values(sums)) sum[0] = 0;
    for (let w = 0; w < count; w++) {
      const own = this.#weights[w]!;
      const full = rows[w]! < 0 ? 0 : vectors.weights[rows[w]!]!;
      sums.content[w + 1] = sums.content[w]! + (own > 0 ? 1 : 0);
      sums.weight[w + 1] = sums.weight[w]! + own;
      sums.lacking[w + 1] = sums.lacking[w]! + own * (1 - this.#chances[w]!);
      sums.whole[w + 1] = sums.whole[w]! + full;
      sums.likeness[w + 1] = sums.likeness[w]! + full * cosines[w]!;
    }
    return sums;
  }
}

function between(sums: Float64Array, from: number, to: number): number {
  return sums[to]! - sums[from]!;
}

/** The likeliest candidates that do not overlap, by place. */
function disjoint(candidates: MissingPhrase[], words: number): MissingPhrase[] {
  if (candidates.length === 0) return [];
  const taken = new Uint8Array(words);
  const kept: MissingPhrase[] = [];
  for (const candidate of candidates.sort(byConfidence)) {
    const [from, to] = candidate.words;
    if (taken.subarray(from, to).includes(1)) continue;
    taken.fill(1, from, to);
    kept.push(candidate);
  }
  return kept.sort(byPlace);
}

function byConfidence(a: MissingPhrase, b: MissingPhrase): number {
  return b.confidence - a.confidence || a.words[0] - b.words[0] || a.words[1] - b.words[1];
}

function byPlace(a: MissingPhrase, b: MissingPhrase): number {
  return a.words[0] - b.words[0];
}
