import type { Coverage, Relation, Sentence } from '../core/result.ts';
import type { SideWords } from '../embed/side-words.ts';
import type { Document } from '../text/document.ts';
import { holeEvidence } from '../text/holes.ts';
import { logistic } from '../core/logistic.ts';
import { missingPhraseSteps, type AlignedTexts } from './missing-phrases.ts';
import { isWrittenOut } from './written-out.ts';
import type { GroupSimilarity } from './similarity.ts';
import { finish, type Steps } from '../core/steps.ts';

/** Bounds between the kinds of relation; see options.ts. */
export interface RelationThresholds {
  translationCoverage: number;
  partialCoverage: number;
  comparableSimilarity: number;
}

/**
 * How a rendering as a whole relates to its source: by the shares of both sides' content that have a counterpart, and
 * for texts that do not follow each other by how near their sentences come to any sentence of the other side.
 * O(words), and O(sentences) a sample for texts that do not follow each other.
 */
export function relate(
  texts: AlignedTexts,
  similarity: GroupSimilarity,
  thresholds: RelationThresholds,
): { relation: Relation; share: Coverage } {
  return finish(relationSteps(texts, similarity, thresholds));
}

/** What `relate` does, in steps: one a bead, and one a sentence that is compared with all others. */
export function* relationSteps(
  texts: AlignedTexts,
  similarity: GroupSimilarity,
  thresholds: RelationThresholds,
): Steps<{ relation: Relation; share: Coverage }> {
  const source = yield* contentShare(texts, 'source');
  const share = { source, rendering: yield* contentShare(texts, 'rendering') };
  return { relation: yield* judge(share, () => resemblance(texts, similarity), thresholds), share };
}

function* judge(share: Coverage, resemblance: () => Steps<number>, thresholds: RelationThresholds): Steps<Relation> {
  const smaller = Math.min(share.source, share.rendering);
  const larger = Math.max(share.source, share.rendering);
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  const shares = `${percent(share.source)} of the source and ${percent(share.rendering)} of the rendering`;
  const full = chance(smaller - thresholds.translationCoverage, COVERAGE_SPREAD);
  const part = chance(larger - thresholds.partialCoverage, COVERAGE_SPREAD);
  if (larger < thresholds.partialCoverage) {
    const near = yield* resemblance();
    const akin = chance(near - thresholds.comparableSimilarity, SIMILARITY_SPREAD);
    const how = `each sentence resembles its nearest by ${percent(near)} on the mean`;
    return near >= thresholds.comparableSimilarity
      ? {
          kind: 'comparable',
          confidence: (1 - part) * akin,
          reason: `Only ${shares} follow the other text, but they speak of like things: ${how}.`,
        }
      : {
          kind: 'unrelated',
          confidence: (1 - part) * (1 - akin),
          reason: `Only ${shares} follow the other text, and they share little: ${how}.`,
        };
  }
  return smaller >= thresholds.translationCoverage
    ? { kind: 'translation', confidence: full, reason: `${shares} have a counterpart.` }
    : {
        kind: 'partial-translation',
        confidence: Math.min(1 - full, part),
        reason: `Only ${shares} have a counterpart.`,
      };
}

/** How far from a bound a share, or a similarity, is beyond doubt: about three of these. */
const COVERAGE_SPREAD = 0.05;
const SIMILARITY_SPREAD = 0.02;

/** Probability that a value lies on the upper side of its bound, from its distance. */
function chance(distance: number, spread: number): number {
  return logistic(distance / spread);
}

/** So many sentences of a side are compared with all of the other: every one of an article, an even sample of a long text. */
const SAMPLE = 400;

/** Mean of the best cosines that the sentences of each side reach on the other side, the smaller of the two means. */
function* resemblance({ source, rendering }: AlignedTexts, similarity: GroupSimilarity): Steps<number> {
  const there = yield* meanOfBest(source, similarity.m, (i, j) => similarity.cosine(i, 1, j, 1));
  const back = yield* meanOfBest(rendering, similarity.n, (j, i) => similarity.cosine(i, 1, j, 1));
  return Math.min(there, back);
}

function* meanOfBest(
  document: Document,
  others: number,
  cosine: (sentence: number, other: number) => number,
): Steps<number> {
  const counted = document.sentences.flatMap((sentence, index) => (isArticle(sentence) ? [index] : []));
  const step = Math.max(1, counted.length / SAMPLE);
  let sum = 0;
  let count = 0;
  for (let at = 0; at < counted.length; at += step, count++) {
    yield;
    const sentence = counted[Math.floor(at)]!;
    let best = others > 0 ? -1 : 0;
    for (let other = 0; other < others; other++) best = Math.max(best, cosine(sentence, other));
    sum += best;
  }
  return count > 0 ? sum / count : 0;
}

/** Body and list items are the article; headlines, datelines, metadata and unrelated text are around it. */
function isArticle({ kind }: Sentence): boolean {
  return kind === 'body' || kind === 'list-item';
}

/** What a function word counts against a content word of its rarity: `some` and `already` say something, though little. */
const FUNCTION_SHARE = 0.5;

/** What a word counts; 0 for a word without vector. */
function shareWeight({ document, rows, weights }: SideWords, sentence: number, word: number): number {
  const row = rows[sentence]![word]!;
  return row < 0 ? 0 : weights[row]! * (document.words.at(sentence, word).function ? FUNCTION_SHARE : 1);
}

/** Fewer words of content are no phrase: their confidence was not fitted. */
const LEAST_CONTENT_WORDS = 2;
/** How much a word by itself, in a sentence that lacks no phrase, takes from its side's share when it is not covered. */
const SINGLE_WORD = 0.1;
/** What a bead's source is short of for each step of evidence that a word is missing from its rendering. */
const HOLE = 0.005;
/** Less evidence of that says nothing: two in five whole sentences have less. */
const LEAST_EVIDENCE = -0.7;

/** Evidence that a word is missing from a sentence, 0 or more, and 0 where nothing is known of its language. */
function holeSignal({ text, language, sentences, words }: Document, sentence: number): number {
  const evidence = holeEvidence(text, sentences[sentence]!, words.of(sentence), language) ?? LEAST_EVIDENCE;
  return Math.max(0, evidence - LEAST_EVIDENCE);
}

/**
 * The weighted share of a side's words that have a counterpart: all of a bead's words by the bead's confidence, but for
 * stretches that its other side lacks, by theirs, and single words, by their own coverage. A source has a little less where
 * its rendering reads as though a word had been taken out of it. Headline, dateline, metadata and unrelated text are left
 * out.
 */
function* contentShare(texts: AlignedTexts, side: 'source' | 'rendering'): Steps<number> {
  const document = texts[side];
  const words = texts.coverage.words[side];
  let total = 0;
  let covered = 0;
  for (const bead of texts.beads) {
    yield;
    const paired = bead.source.length > 0 && bead.rendering.length > 0;
    const holes = paired && side === 'source' ? bead.rendering.map((other) => holeSignal(texts.rendering, other)) : [];
    const short = HOLE * Math.max(0, ...holes);
    for (const sentence of bead[side]) {
      if (!isArticle(document.sentences[sentence]!)) continue;
      const chances = texts.coverage[side][sentence]!;
      for (let w = 0; w < chances.length; w++) {
        const weight = shareWeight(words, sentence, w);
        total += weight;
        if (paired) covered += weight * bead.confidence * (1 - SINGLE_WORD * (1 - chances[w]!) - short);
      }
    }
  }
  for (const phrase of yield* missingPhraseSteps(texts, side)) {
    const { bead, sentence, content, confidence } = phrase;
    if (content < LEAST_CONTENT_WORDS || !isArticle(document.sentences[sentence]!)) continue;
    if (isWrittenOut(texts, side, phrase)) continue;
    for (let w = phrase.words[0]; w < phrase.words[1]; w++) {
      const left = 1 - SINGLE_WORD * (1 - texts.coverage[side][sentence]![w]!);
      covered -= shareWeight(words, sentence, w) * left * confidence * texts.beads[bead]!.confidence;
    }
  }
  if (total > 0) return covered / total;
  // Function words alone: every sentence counts as one.
  const counts = (sentence: number) => isArticle(document.sentences[sentence]!);
  const counted = texts.beads.flatMap((bead) => bead[side].filter(counts).map(() => bead));
  const paired = counted.filter((bead) => bead.source.length > 0 && bead.rendering.length > 0);
  return counted.length > 0 ? paired.reduce((sum, bead) => sum + bead.confidence, 0) / counted.length : 0;
}
