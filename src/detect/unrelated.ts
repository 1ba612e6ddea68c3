import type { Bead, SentenceKind } from '../core/result.ts';
import { normalizeRows, rowsOf, zeros, type Matrix } from '../core/matrix.ts';
import type { Span } from '../core/span.ts';
import type { SideWords } from '../embed/side-words.ts';
import type { RunVectors } from '../embed/windows.ts';
import type { Document } from '../text/document.ts';
import { logOdds } from '../core/logistic.ts';
import { maximalRuns } from '../align/maximal-runs.ts';
import { writeDots } from '../align/row-products.ts';
import { finish, mapping, type Steps } from '../core/steps.ts';
import { contentStems, stemOf } from './retold.ts';
import {
  UNRELATED_BLOCK_ODDS,
  UNRELATED_EDGE_ODDS,
  UNRELATED_LAST_ODDS,
  UNRELATED_WEIGHTS,
} from './unrelated-weights.ts';

/** One side with the vectors of its sentences, and the weights of its words. */
export interface VectorSide {
  readonly document: Document;
  readonly runs: RunVectors;
  readonly words: Pick<SideWords, 'rows' | 'weights'>;
}

/**
 * Marks the sentences that are no part of the article (link lists, 'read also', subscription lines) as `unrelated`:
 * stretches without counterpart in any other side that look like a list and do not cohere with the rest. A source
 * sentence counts as without counterpart when every rendering lacks it. Returns copies of the documents.
 * O(sentences) for long texts, O(sentences squared) for articles.
 */
export function markUnrelated(
  source: VectorSide,
  renderings: readonly VectorSide[],
  alignments: readonly (readonly Bead[])[],
): MarkedDocuments {
  return finish(unrelatedSteps(source, renderings, alignments));
}

/** A source and its renderings, the sentences that are no part of the article marked. */
interface MarkedDocuments {
  source: Document;
  renderings: Document[];
}

/** What `markUnrelated` does, in steps: one a sentence. */
export function* unrelatedSteps(
  source: VectorSide,
  renderings: readonly VectorSide[],
  alignments: readonly (readonly Bead[])[],
): Steps<MarkedDocuments> {
  const own = yield* mark(source, lackingSentences(source, alignments, 'source'));
  const others: Document[] = [];
  for (const [index, rendering] of renderings.entries())
    others.push(yield* mark(rendering, lackingSentences(rendering, [alignments[index]!], 'rendering')));
  return { source: own, renderings: others };
}

/** A bead less certain than this is no counterpart that keeps a sentence in the article. */
const LEAST_CONFIDENCE = 0.5;

/** For each sentence of one side: whether no alignment gives it a counterpart with some confidence. */
export function lackingSentences(
  { document }: VectorSide,
  alignments: readonly (readonly Bead[])[],
  side: 'source' | 'rendering',
): boolean[] {
  const lacking = document.sentences.map(({ kind }) => kind !== 'dateline' && kind !== 'metadata');
  for (const beads of alignments)
    for (const bead of beads)
      if (bead.source.length > 0 && bead.rendering.length > 0 && bead.confidence >= LEAST_CONFIDENCE)
        for (const index of bead[side]) lacking[index] = false;
  return lacking;
}

function* mark(side: VectorSide, lacking: readonly boolean[]): Steps<Document> {
  const { document } = side;
  if (!lacking.includes(true) || !lacking.includes(false)) return document;
  const signals = yield* signalSteps(side, lacking);
  const odds = yield* mapping(signals, (row) => logOdds(UNRELATED_WEIGHTS, row));
  const sentences = yield* mapping(document.sentences, (sentence) => ({ ...sentence }));
  // Only one neighbour of the first line of a block lacks a counterpart, which is no reason to leave it out of the block.
  const oddsInside = (i: number) => odds[i]! + UNRELATED_WEIGHTS[NEIGHBOURS]! * (2 - signals[i]![NEIGHBOURS]!);
  for (let start = 0; start < odds.length; start++) {
    if (!lacking[start]) continue;
    let end = start;
    while (end < odds.length && lacking[end]) end++;
    for (const run of maximalRuns(odds.slice(start, end)))
      if (run.sum >= UNRELATED_BLOCK_ODDS && run.end - run.start > 1) {
        let [first, last] = [start + run.start, start + run.end];
        while (first > start && (oddsInside(first - 1) >= UNRELATED_EDGE_ODDS || isSameList(document, first))) first--;
        while (last < end && oddsInside(last) >= UNRELATED_EDGE_ODDS) last++;
        if (last === odds.length - 1 && end === odds.length && oddsInside(last) >= UNRELATED_LAST_ODDS) last++;
        for (let i = first; i < last; i++) sentences[i]!.kind = 'unrelated';
      }
    start = end;
  }
  return { ...document, sentences };
}

/** What a line of a list may begin with. */
const BULLET = /^([-–—•·▪*])[ \t\u00a0]/;

/** Whether a sentence and the one before it have the same bullet: lines of one list. */
function isSameList({ text, sentences }: Document, index: number): boolean {
  const bullet = ({ start }: Span) => BULLET.exec(text.slice(start, start + 2))?.[1];
  const own = bullet(sentences[index]!);
  return own !== undefined && own === bullet(sentences[index - 1]!);
}

/**
 * Signals of each sentence for being no part of the article: list form, a line of its own without an end mark, a
 * line of its own, how well it coheres with the sentences that have a counterpart (less the article's own mean; 0 for a
 * sentence that has one), how many of its neighbours lack a counterpart, its place from the middle (0) to an end (1), and the share
 * of its content words, by their weight, that sentences with a counterpart near it have too.
 */
export function unrelatedSignals(side: VectorSide, lacking: readonly boolean[]): number[][] {
  return finish(signalSteps(side, lacking));
}

function* signalSteps(side: VectorSide, lacking: readonly boolean[]): Steps<number[][]> {
  const { document, runs } = side;
  const { sentences, text } = document;
  const around = (kind: SentenceKind) => kind === 'dateline' || kind === 'metadata';
  const anchors = sentences.map((_, i) => i).filter((i) => !lacking[i] && !around(sentences[i]!.kind));
  const compared = evenly(anchors, MOST_COMPARED);
  const others = {
    units: unitRows(runs, compared),
    all: Int32Array.from(compared.keys()),
    cosines: new Float64Array(compared.length),
  };
  const among: number[] = [];
  for (let x = 0; x < compared.length; x++) {
    yield;
    among.push(meanOfBest(others.units, x, others, x));
  }
  const own = meanOf(among);
  const shared = yield* sharedWords(side, lacking, anchors);
  const signals: number[][] = [];
  for (let i = 0; i < sentences.length; i++) {
    yield;
    const sentence = sentences[i]!;
    const alone = sentences[i - 1]?.block !== sentence.block && sentences[i + 1]?.block !== sentence.block;
    const ended = /[.!?…]["'”’»“)\]]*$/u.test(text.slice(Math.max(sentence.start, sentence.end - 8), sentence.end));
    const place = sentences.length > 1 ? Math.abs((2 * i) / (sentences.length - 1) - 1) : 0;
    signals.push([
      sentence.kind === 'list-item' ? 1 : 0,
      alone && !ended ? 1 : 0,
      alone ? 1 : 0,
      lacking[i] ? meanOfBest(unitRows(runs, [i]), 0, others) - own : 0,
      ((lacking[i - 1] ?? lacking[i + 1]) ? 1 : 0) + ((lacking[i + 1] ?? lacking[i - 1]) ? 1 : 0),
      i === sentences.length - 1 || place > 0.5 ? 1 : 0,
      shared[i]!,
    ]);
  }
  return signals;
}

/** A sentence's words are looked for in so many sentences with a counterpart before it and behind it. */
const NEAR = 30;

/** A sentence is read as if it had words of so much weight more, such a share of which is shared: of few words little is known. */
const PRIOR_WEIGHT = 4;
const PRIOR_SHARE = 0.3;

/**
 * For each sentence without counterpart the share of its content words, by their weight, that those near it have which
 * have one. O(words).
 */
function* sharedWords(
  { document, words }: VectorSide,
  lacking: readonly boolean[],
  anchors: readonly number[],
): Steps<Float64Array> {
  const shares = new Float64Array(lacking.length);
  const counts = new Map<string, number>();
  const count = (sentence: number, by: 1 | -1) => {
    for (const stem of contentStems(document, sentence)) counts.set(stem, (counts.get(stem) ?? 0) + by);
  };
  // Counted are the anchors from `from` up to `to`; `next` is the first behind the sentence.
  let [from, next, to] = [0, 0, 0];
  for (let i = 0; i < lacking.length; i++) {
    if (!lacking[i]) continue;
    yield;
    while (next < anchors.length && anchors[next]! < i) next++;
    while (to < Math.min(next + NEAR, anchors.length)) count(anchors[to++]!, 1);
    while (from < next - NEAR) count(anchors[from++]!, -1);
    let [shared, total] = [PRIOR_SHARE * PRIOR_WEIGHT, PRIOR_WEIGHT];
    for (const [w, word] of document.words.of(i).entries()) {
      const row = words.rows[i]![w]!;
      if (word.function || row < 0) continue;
      total += words.weights[row]!;
      if (counts.get(stemOf(word))! > 0) shared += words.weights[row]!;
    }
    shares[i] = shared / total;
  }
  return shares;
}

/** Which of the signals counts the neighbours without counterpart. */
const NEIGHBOURS = 4;
const COHERENCE_RANKS = 3;
/** A sentence is compared with so many others: with all of an article, with an even sample of a long text. */
const MOST_COMPARED = 400;

function evenly(list: readonly number[], most: number): readonly number[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, x) => list[Math.floor((x * list.length) / most)]!);
}

/** What sentences are compared with: unit rows, the index of each, and room for their cosines. */
interface Others {
  units: Matrix;
  all: Int32Array;
  cosines: Float64Array;
}

/** Mean of the best cosines of a unit row with others, one of them left out. */
function meanOfBest(rows: Matrix, row: number, { units, all, cosines }: Others, but = -1): number {
  writeDots(rows, row, units, all, all.length, cosines);
  const best: number[] = [];
  for (let x = 0; x < all.length; x++) {
    if (x === but) continue;
    const cosine = cosines[x]!;
    let rank = best.length;
    while (rank > 0 && best[rank - 1]! < cosine) rank--;
    if (rank === COHERENCE_RANKS) continue;
    best.splice(rank, 0, cosine);
    if (best.length > COHERENCE_RANKS) best.pop();
  }
  return meanOf(best);
}

function meanOf(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

/** The unit vectors of some sentences, a row each. */
function unitRows(runs: RunVectors, sentences: readonly number[]): Matrix {
  const from = 'windows' in runs ? runs.windows[0]! : runs.sums;
  const units = zeros(sentences.length, from.columns);
  for (let row = 0; row < sentences.length; row++)
    units.data.set(rowsOf(from, sentences[row]!, 1).data, row * units.columns);
  return 'windows' in runs ? units : normalizeRows(units);
}
