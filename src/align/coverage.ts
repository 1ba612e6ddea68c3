import { AlignError } from '../core/errors.ts';
import type { Bead } from '../core/result.ts';
import type { SideWords } from '../embed/side-words.ts';
import { isLower } from '../text/letters.ts';
import { nameSimilarity } from '../text/names.ts';
import { COVERAGE_WEIGHTS, MATCH_WEIGHTS } from './coverage-weights.ts';
import { logistic } from '../core/logistic.ts';
import { Scratch } from '../core/scratch.ts';
import { writePairNorms, wordCosines } from './word-cosines.ts';
import { finish, type Steps } from '../core/steps.ts';
import { transportedShares } from './word-transport.ts';

/** Which words of each side have a counterpart in their bead: probabilities 0 to 1, by sentence and word index. */
export interface WordCoverage {
  readonly source: readonly Float32Array[];
  readonly rendering: readonly Float32Array[];
  /** Rarity weights of the words, 0 for function words, by sentence and word index. */
  readonly sourceWeights: readonly Float32Array[];
  readonly renderingWeights: readonly Float32Array[];
  readonly words: { readonly source: SideWords; readonly rendering: SideWords };
}

/** One word of a bead. */
export interface BeadWord {
  sentence: number;
  index: number;
  row: number;
}

/**
 * Word-level coverage of every bead. Signals of each word: its best counterparts in the bead (`beadSignals`), and what
 * share of it finds a counterpart when all words of the bead are matched at once (`transportedShares`). They become a
 * probability by logistic regression (weights: bench/fit-coverage.ts). Words in gaps have none.
 * O(sum over beads of words a side squared).
 */
export function wordCoverage(source: SideWords, rendering: SideWords, beads: readonly Bead[]): WordCoverage {
  return finish(coverageSteps(source, rendering, beads));
}

/** What `wordCoverage` does, in steps: one a bead. */
export function* coverageSteps(source: SideWords, rendering: SideWords, beads: readonly Bead[]): Steps<WordCoverage> {
  const uncovered = (side: SideWords): Float32Array[] => side.rows.map((rows) => new Float32Array(rows.length));
  const out = {
    source: uncovered(source),
    rendering: uncovered(rendering),
    sourceWeights: yield* allContentWeights(source),
    renderingWeights: yield* allContentWeights(rendering),
    words: { source, rendering },
  };
  for (const bead of beads) {
    if (bead.source.length === 0 || bead.rendering.length === 0) continue;
    yield;
    const a = beadWords(source, bead.source);
    const b = beadWords(rendering, bead.rendering);
    const signals = matchSignals(source, a, rendering, b);
    writeChances(a, signals.source, out.source);
    writeChances(b, signals.rendering, out.rendering);
  }
  return out;
}

function writeChances(words: readonly BeadWord[], signals: Float64Array, chances: readonly Float32Array[]): void {
  for (let w = 0, at = 0; w < words.length; w++) {
    let odds = MATCH_WEIGHTS[MATCH_SIGNALS]!;
    for (let s = 0; s < MATCH_SIGNALS; s++, at++) odds += MATCH_WEIGHTS[s]! * signals[at]!;
    chances[words[w]!.sentence]![words[w]!.index] = logistic(odds);
  }
}

function* allContentWeights(side: SideWords): Steps<Float32Array[]> {
  const weights: Float32Array[] = [];
  for (let sentence = 0; sentence < side.rows.length; sentence++) {
    yield;
    weights.push(contentWeights(side, sentence));
  }
  return weights;
}

/** Signals of every word of both sides of a bead once all are matched: `MATCH_SIGNALS` a word, in the order of `MATCH_WEIGHTS`. */
export function matchSignals(
  source: SideWords,
  a: readonly BeadWord[],
  rendering: SideWords,
  b: readonly BeadWord[],
): { source: Float64Array; rendering: Float64Array } {
  const { cosines, ...signals } = signalsOf(source, a, rendering, b, MATCH_SIGNALS);
  const shares = transportedShares(cosines, transportWeights(source, a), transportWeights(rendering, b));
  addShares(source, a, shares.source, signals.source);
  addShares(rendering, b, shares.rendering, signals.rendering);
  return signals;
}

/** What each word may send: its weight, once for each word that it stands for. */
function transportWeights(side: SideWords, words: readonly BeadWord[]): Float64Array {
  const weights = new Float64Array(words.length);
  for (let w = 0; w < weights.length; w++) {
    const { row } = words[w]!;
    if (row >= 0) weights[w] = side.weights[row]! * wordsIn(side, words[w]!);
  }
  return weights;
}

/** Writes the last two signals of each word: its share, and whether it is a function word. */
function addShares(side: SideWords, words: readonly BeadWord[], shares: Float64Array, signals: Float64Array): void {
  for (let w = 0, at = SIGNALS; w < words.length; w++, at += MATCH_SIGNALS) {
    const { sentence, index } = words[w]!;
    signals[at] = shares[w]!;
    signals[at + 1] = side.document.words.at(sentence, index).function ? 1 : 0;
  }
}

/** A quick look at the words of one bead, each for itself: coverage by position in the bead and word index. */
export function beadCoverage(
  source: SideWords,
  sourceSentences: readonly number[],
  rendering: SideWords,
  renderingSentences: readonly number[],
) {
  const a = beadWords(source, sourceSentences);
  const b = beadWords(rendering, renderingSentences);
  const signals = beadSignals(source, a, rendering, b);
  return {
    source: bySentence(source, sourceSentences, signals.source),
    rendering: bySentence(rendering, renderingSentences, signals.rendering),
    weights: {
      source: sourceSentences.map((sentence) => contentWeights(source, sentence)),
      rendering: renderingSentences.map((sentence) => contentWeights(rendering, sentence)),
    },
  };
}

/** The weighted share of words that are covered, 0 to 1; 1 where no word has a weight. */
export function coveredShare(chances: readonly Float32Array[], weights: readonly Float32Array[]): number {
  const total = totalWeight(weights);
  return total > 0 ? coveredWeight(chances, weights) / total : 1;
}

/** The expected weight of the words that are covered. */
export function coveredWeight(chances: readonly Float32Array[], weights: readonly Float32Array[]): number {
  let sum = 0;
  chances.forEach((row, x) => {
    for (let w = 0; w < row.length; w++) sum += row[w]! * weights[x]![w]!;
  });
  return sum;
}

export function totalWeight(weights: readonly Float32Array[]): number {
  let sum = 0;
  for (const row of weights) for (const weight of row) sum += weight;
  return sum;
}

function bySentence(side: SideWords, sentences: readonly number[], signals: Float64Array): Float32Array[] {
  let at = 0;
  return sentences.map((sentence) => {
    const chances = new Float32Array(side.rows[sentence]!.length);
    for (let w = 0; w < chances.length; w++) chances[w] = probability(signals, at++);
    return chances;
  });
}

/** Values a word that speak for its being covered. */
export const SIGNALS = 6;

/** And once all words are matched. */
export const MATCH_SIGNALS = SIGNALS + 2;

/** More words a bead than these, two thousand a side, are no sentences. */
const MAX_WORD_PAIRS = 4_000_000;

/**
 * Signals of every word of both sides of a bead: each word's best counterpart among the words, and pairs of adjacent
 * words, of the other side; one that resembles another word more counts less (competition). With the cosines,
 * `[source, rendering]`.
 *
 * @throws AlignError `text-too-long` where a bead has more words than any sentence has.
 */
export function beadSignals(
  source: SideWords,
  a: readonly BeadWord[],
  rendering: SideWords,
  b: readonly BeadWord[],
): BeadSignals {
  return signalsOf(source, a, rendering, b, SIGNALS);
}

/** Signals of the words of both sides, and the cosines of all pairs, `[source, rendering]`. */
interface BeadSignals {
  source: Float64Array;
  rendering: Float64Array;
  cosines: Float64Array;
}

/** `beadSignals` with room for `each` values a word. */
function signalsOf(
  source: SideWords,
  a: readonly BeadWord[],
  rendering: SideWords,
  b: readonly BeadWord[],
  each: number,
): BeadSignals {
  if (a.length * b.length > MAX_WORD_PAIRS)
    throw new AlignError(
      'text-too-long',
      `A sentence group of ${a.length} words stands against one of ${b.length}.`,
      'Check that the text has sentence marks and line breaks; it may be a table or a list without any.',
    );
  const rowsA = rowsOf(a);
  const rowsB = rowsOf(b);
  const [n, m] = [rowsA.length, rowsB.length];
  const cosines = wordCosines(source, rowsA, rendering, rowsB);
  const best = { source: scratch.sourceBest.take(n), rendering: scratch.renderingBest.take(m).fill(-1, 0, m) };
  for (let i = 0, at = 0; i < n; i++) {
    let most = -1;
    for (let j = 0; j < m; j++, at++) {
      const value = cosines[at]!;
      if (value > most) most = value;
      if (value > best.rendering[j]!) best.rendering[j] = value;
    }
    best.source[i] = most;
  }
  const there = { cosines, next: m, nextOther: 1, best: best.source, otherBest: best.rendering };
  const back = { cosines, next: 1, nextOther: m, best: best.rendering, otherBest: best.source };
  return {
    source: sideSignals(source, rowsA, rendering, rowsB, there, each),
    rendering: sideSignals(rendering, rowsB, source, rowsA, back, each),
    cosines,
  };
}

function rowsOf(words: readonly BeadWord[]): Int32Array {
  const rows = new Int32Array(words.length);
  for (let w = 0; w < rows.length; w++) rows[w] = words[w]!.row;
  return rows;
}

/**
 * Cosines of the words of one side with those of the other, how far apart lie those of two neighbours of either, and the best
 * of each word of either.
 */
interface CosineTable {
  cosines: Float64Array;
  next: number;
  nextOther: number;
  best: Float64Array;
  otherBest: Float64Array;
}

/** Names that are less alike say nothing. */
const LEAST_LIKE_NAMES = 0.5;

const scratch = {
  sourceBest: new Scratch(),
  renderingBest: new Scratch(),
  norms: new Scratch(),
  weights: new Scratch(),
};

/** Products that are less than what they are compared with by this part are so after any rounding. */
const SURELY_LESS = 1 - 1e-9;

function sideSignals(
  side: SideWords,
  words: Int32Array,
  otherSide: SideWords,
  others: Int32Array,
  { cosines, next, nextOther, best, otherBest }: CosineTable,
  each: number,
): Float64Array {
  const out = new Float64Array(words.length * each);
  const m = others.length;
  const norms = scratch.norms.take(m);
  const otherWeights = scratch.weights.take(m);
  writePairNorms(otherSide, others, norms);
  for (let j = 0; j < m; j++) otherWeights[j] = others[j]! >= 0 ? otherSide.weights[others[j]!]! : 0;
  const crowd = Math.log(1 + m);
  for (let i = 0; i < words.length; i++) {
    const row = words[i]!;
    if (row < 0) continue;
    const single = Math.max(0, best[i]!);
    let contested = 0;
    let pair = 0;
    for (let j = 0, at = i * next; j < m; j++, at += nextOther) {
      const value = cosines[at]!;
      const less = value - (otherBest[j]! - value) / 2;
      if (less > contested) contested = less;
      const norm = norms[j]!;
      if (norm === 0) continue;
      const sum = otherWeights[j]! * value + otherWeights[j + 1]! * cosines[at + nextOther]!;
      // Few are more, and to divide takes long.
      if (sum <= pair * norm * SURELY_LESS) continue;
      const both = sum / norm;
      if (both > pair) pair = both;
    }
    const at = i * each;
    out[at] = contested;
    out[at + 1] = single;
    out[at + 2] = Math.max(single, pair);
    out[at + 3] = (likestName(side.keys[row]!, otherSide.keys, others) - LEAST_LIKE_NAMES) / (1 - LEAST_LIKE_NAMES);
    out[at + 4] = crowd;
    out[at + 5] = side.weights[row]!;
  }
  return out;
}

/** How alike a name is to the likest of the others, `LEAST_LIKE_NAMES` at least. */
function likestName(key: string, keys: readonly string[], others: Int32Array): number {
  let best = LEAST_LIKE_NAMES;
  if (key === '') return best;
  for (const row of others) {
    const other = row < 0 ? '' : keys[row]!;
    // Edits are no fewer than the lengths differ by.
    if (Math.min(key.length, other.length) <= best * Math.max(key.length, other.length)) continue;
    best = Math.max(best, nameSimilarity(key, other));
  }
  return best;
}

function probability(signals: Float64Array, word: number): number {
  let odds = COVERAGE_WEIGHTS[SIGNALS]!;
  for (let s = 0; s < SIGNALS; s++) odds += COVERAGE_WEIGHTS[s]! * signals[word * SIGNALS + s]!;
  return 1 / (1 + Math.exp(-odds));
}

/** The words of some sentences of one side, in order. */
export function beadWords(side: SideWords, sentences: readonly number[]): BeadWord[] {
  const out: BeadWord[] = [];
  for (const sentence of sentences) {
    const rows = side.rows[sentence]!;
    for (let index = 0; index < rows.length; index++) out.push({ sentence, index, row: rows[index]! });
  }
  return out;
}

/** Rarity weights of the words of a sentence, 0 for function words and words without vector. */
function contentWeights(side: SideWords, sentence: number): Float32Array {
  const rows = side.rows[sentence]!;
  const weights = new Float32Array(rows.length);
  for (let w = 0; w < rows.length; w++)
    if (rows[w]! >= 0 && !side.document.words.at(sentence, w).function) weights[w] = side.weights[rows[w]!]!;
  return weights;
}

/** How many words one may stand for: an abbreviation of capitals one a letter. */
function wordsIn({ document }: SideWords, { sentence, index }: BeadWord): number {
  const { start, end } = document.words.at(sentence, index);
  // Most words end in a small letter, and to look at that alone is cheaper.
  if (end - start > LONGEST_ABBREVIATION || isLower(document.text.charCodeAt(end - 1))) return 1;
  return CAPITALS.test(document.text.slice(start, end)) ? end - start : 1;
}

const LONGEST_ABBREVIATION = 6;
const CAPITALS = /^\p{Lu}{2,}$/u;
