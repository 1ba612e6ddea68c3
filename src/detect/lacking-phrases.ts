import { clauseStarts, likelyStarts } from '../align/clause-starts.ts';
import { isWrittenOut } from '../align/written-out.ts';
import { missingPhraseSteps, type MissingPhrase } from '../align/missing-phrases.ts';
import { mapping, type Steps } from '../core/steps.ts';
import type { Span } from '../core/span.ts';
import type { Document } from '../text/document.ts';
import { copulasOf } from '../text/function-words.ts';
import type { Word } from '../text/words.ts';
import { ALONE, othersOfPhrase, withOdds } from './other-renderings.ts';
import { retoldBy } from './retold.ts';
import { beadBySentence } from './places.ts';
import type { RenderingContext } from './rule.ts';
import { isCoveredIn, isSaidNextDoor } from './said-next-door.ts';

/** A single word, or one with a copula, is as often rendered freely as left out. */
const LEAST_CONTENT_WORDS = 2;

/** A phrase that one side of a bead lacks, as a rule tells it. */
export interface LackingPhrase extends MissingPhrase {
  /** What the other renderings say of it: the end of a message. */
  others: string;
  /** The phrase stands apart from its sentence, as a heading or another sentence in the same line does. */
  apart: boolean;
  /** The sentence that the phrase is all but the whole of, beside another one of its bead or of its line; `omission` and `addition` tell it. */
  whole: Span | undefined;
}

/**
 * Phrases below this confidence are not told: about one false alarm in 300 segments of a source, and in 1,000 of a
 * rendering (bench/fit-phrases.ts), since translators add a word here and there on their own.
 */
const LEAST_CONFIDENCE = { source: 0.43, rendering: 0.95 } as const;
/** No other rendering makes more of a phrase below this. */
const DOUBTFUL = 0.2;
/** Beads below this confidence may pair sentences that do not belong together. */
const LEAST_BEAD_CONFIDENCE = 0.25;

/**
 * The phrases of one side that their bead's other side lacks with at least some confidence. Not in beads that hold a
 * sentence twice, whose copies share one counterpart, or in another version that lacks nothing, nor what the other side says by an abbreviation.
 */
export function* lackingPhrases(
  context: RenderingContext,
  side: 'source' | 'rendering',
): Steps<readonly LackingPhrase[]> {
  let found = known.get(context);
  if (!found) known.set(context, (found = {}));
  return (found[side] ??= yield* readPhrases(context, side));
}

/** Two rules ask for each side. */
const known = new WeakMap<RenderingContext, Partial<Record<'source' | 'rendering', readonly LackingPhrase[]>>>();

function* readPhrases(context: RenderingContext, side: 'source' | 'rendering'): Steps<LackingPhrase[]> {
  const document = context[side];
  const copies = new Map<number, boolean>();
  const inCopies = (bead: number): boolean => {
    let holds = copies.get(bead);
    if (holds === undefined) copies.set(bead, (holds = holdsCopies(document, context.beads[bead]![side])));
    return holds;
  };
  const beadOf = {
    source: beadBySentence(context.beads, 'source', context.source.sentences.length),
    rendering: beadBySentence(context.beads, 'rendering', context.rendering.sentences.length),
  };
  const missing = yield* missingPhraseSteps(context, side);
  const lacking = new Set(missing.filter(({ confidence }) => confidence >= DOUBTFUL).map(({ sentence }) => sentence));
  const found = yield* mapping(missing, (phrase): ToldPhrase[] => {
    const bead = context.beads[phrase.bead]!;
    if (
      bead.confidence < LEAST_BEAD_CONFIDENCE ||
      phrase.confidence < DOUBTFUL ||
      weightyWords(document, phrase) < LEAST_CONTENT_WORDS
    )
      return [];
    if (side === 'source' && isWholeElsewhere(context, phrase, lacking)) return [];
    if (inCopies(phrase.bead) || isWrittenOut(context, side, phrase)) return [];
    const wide = { ...phrase, ...widened(context, side, phrase) };
    const others = side === 'source' ? othersOfPhrase(context.siblings, wide) : ALONE;
    const confidence = withOdds(phrase.confidence, others.odds);
    if (confidence < LEAST_CONFIDENCE[side] || isSaidNextDoor(context, side, phrase, beadOf)) return [];
    return [{ ...wide, confidence, others: others.words }];
  });
  return joinedPhrases(document, found.flat()).map((phrase) => ({
    ...phrase,
    apart: standsApart(document, phrase),
    whole:
      sentenceOf(document, phrase, context.beads[phrase.bead]![side].length) ?? lostQuestion(context, side, phrase),
  }));
}

/** The content words of a phrase that are no copulas. */
function weightyWords({ words, language }: Document, { sentence, words: [from, to], content }: MissingPhrase): number {
  const copulas = copulasOf(language);
  const isCopula = ({ form, function: isFunction }: Word) => !isFunction && copulas.has(form.key);
  return content - words.of(sentence).slice(from, to).filter(isCopula).length;
}

/** A phrase with what the other renderings say of it. */
type ToldPhrase = Omit<LackingPhrase, 'apart' | 'whole'>;

/** Phrases of a sentence as one where no content word stands between them: one defect, of the confidence of the likelier. */
function joinedPhrases({ words }: Document, phrases: readonly ToldPhrase[]): ToldPhrase[] {
  const out: ToldPhrase[] = [];
  for (const phrase of phrases) {
    const last = out.at(-1);
    const between = words.of(phrase.sentence).slice(last?.words[1], phrase.words[0]);
    if (last?.sentence !== phrase.sentence || between.some((word) => !word.function)) {
      out.push(phrase);
      continue;
    }
    const likelier = last.confidence < phrase.confidence ? phrase : last;
    out[out.length - 1] = {
      ...likelier,
      words: [Math.min(last.words[0], phrase.words[0]), Math.max(last.words[1], phrase.words[1])],
      span: { start: Math.min(last.span.start, phrase.span.start), end: Math.max(last.span.end, phrase.span.end) },
      content: last.content + phrase.content,
    };
  }
  return out;
}

/** The rest of a clause that is covered worse than this is missing with the phrase: its words are like others by their topic alone. */
const HARDLY_COVERED = 0.65;
const CLAUSE_MARK = /[,;:()–—]/;

/**
 * The words and span of a phrase with what stands in its clause on either side and is hardly better covered: up to the
 * furthest content word that is hardly covered itself, and from which on the words are so on the mean.
 */
function widened(
  context: RenderingContext,
  side: 'source' | 'rendering',
  { sentence, words: [from, to] }: MissingPhrase,
): Pick<MissingPhrase, 'words' | 'span'> {
  const { text, words: all, runOns } = context[side];
  const words = all.of(sentence);
  const begins = likelyStarts(runOns[sentence]!);
  const chances = context.coverage[side][sentence]!;
  const isParted = (w: number) =>
    begins.has(words[w]!.start) || CLAUSE_MARK.test(text.slice(words[w - 1]!.end, words[w]!.start));
  const reach = (start: number, step: 1 | -1): number => {
    let furthest = start;
    let sum = 0;
    let count = 0;
    for (let w = start + step; w >= 0 && w < words.length && !isParted(step > 0 ? w : w + 1); w += step) {
      if (words[w]!.function) continue;
      sum += chances[w]!;
      count++;
      if (chances[w]! < HARDLY_COVERED && sum < HARDLY_COVERED * count) furthest = w;
    }
    return furthest;
  };
  const left = reach(from, -1);
  const right = reach(to - 1, 1);
  return { words: [left, right + 1], span: { start: words[left]!.start, end: words[right]!.end } };
}

/** Log odds below which a place parts no two sentences, though one half of it be missing. */
const LEAST_ODDS = -1;
/** A phrase that is a whole sentence has so many content words, and lacks so many words of the sentence at either end. */
const LEAST_SENTENCE = 4;
const MOST_LACKING = 3;

/**
 * The sentence beside others, the half of one that ran into another, or the quotation into which one ran, which the phrase
 * fills; or undefined. O(places x words, and quotations).
 */
function sentenceOf(
  { text, sentences, words, quotations, runOns }: Document,
  { sentence, words: [from, to], content }: MissingPhrase,
  sentencesOfBead: number,
): Span | undefined {
  if (content < LEAST_SENTENCE) return undefined;
  const { start, end } = sentences[sentence]!;
  const own = words.of(sentence);
  const begins = (first: number) => from >= first && from - first <= MOST_LACKING;
  const ends = (last: number) => to <= last && last - to <= MOST_LACKING;
  if (sentencesOfBead > 1 && begins(0) && ends(own.length)) return { start, end };
  let best = LEAST_ODDS;
  let whole: Span | undefined;
  for (const place of runOns[sentence]!) {
    if (place.logOdds < best) continue;
    const border = own.findIndex((word) => word.start >= place.start);
    if (begins(border) && ends(own.length)) whole = { start: place.start, end };
    else if (begins(0) && ends(border + (to > border ? 1 : 0))) whole = { start, end: place.end };
    else continue;
    best = place.logOdds;
  }
  if (whole !== undefined || !ends(own.length)) return whole;
  const quoted = quotations.find((quotation) => quotation.start > start && quotation.end === end);
  if (!quoted || !FINISHED.test(text.slice(end - 2, end))) return undefined;
  if (!UNMARKED.test(text.slice(Math.max(start, quoted.start - 3), quoted.start))) return undefined;
  return begins(own.findIndex((word) => word.start >= quoted.start)) ? { start: quoted.start, end } : undefined;
}

/** A phrase that is a question has so many content words. */
const LEAST_QUESTION = 3;

/** The clause, up to the end of its sentence, that the phrase fills where the sentence asks and nothing in the bead's other side does. */
function lostQuestion(
  context: RenderingContext,
  side: 'source' | 'rendering',
  { bead, sentence, words: [from, to], content }: MissingPhrase,
): Span | undefined {
  const asks = ({ text, sentences }: Document, index: number) => text[sentences[index]!.end - 1] === '?';
  const other = side === 'source' ? 'rendering' : 'source';
  const { text, words } = context[side];
  const own = words.of(sentence);
  if (content < LEAST_QUESTION || to < own.length || !asks(context[side], sentence)) return undefined;
  if (context.beads[bead]![other].some((index) => asks(context[other], index))) return undefined;
  const first = clauseStarts(text, own).findLast((start) => start <= from)!;
  return first > 0 && from - first <= MOST_LACKING
    ? { start: own[first]!.start, end: context[side].sentences[sentence]!.end }
    : undefined;
}

/** A quotation that ends with a full stop of its own, and what stands before one that no mark announces. */
const FINISHED = /^[.!?…]["”»]$/;
const UNMARKED = /[\p{L}\p{N}]\s{0,2}$/u;

function holdsCopies({ text, sentences }: Document, indices: readonly number[]): boolean {
  const letters = indices.map((index) => {
    const { start, end } = sentences[index]!;
    return text
      .slice(start, end)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  });
  return new Set(letters).size < letters.length;
}

/**
 * Whether the bead has the phrase's sentence in another version, and the rendering is of that one, which lacks nothing, or has the phrase
 * once the two do not share its words.
 */
function isWholeElsewhere(context: RenderingContext, phrase: MissingPhrase, lacking: ReadonlySet<number>): boolean {
  const { source, rendering } = context.beads[phrase.bead]!;
  if (source.length < 2) return false;
  const version = (of: readonly number[]) =>
    retoldBy(context, phrase.sentence, (other) => (of.includes(other) ? context.beads[phrase.bead] : undefined));
  if (version(source.filter((other) => !lacking.has(other))) !== undefined) return true;
  return (
    version(source) !== undefined && isCoveredIn(context, 'source', phrase, { source: [phrase.sentence], rendering })
  );
}

/** Function words at the edge of a phrase that are its own: `She asked`, `in the street near you`. */
const EDGE = 3;
const MARK_OR_BREAK = /[.!?:;\n\r\u2028\u2029]/;

/**
 * Whether a phrase fills one end of its sentence and what follows it begins anew: with a capital and no comma before
 * it, or with what comes before it closed by a full stop, colon or line break.
 */
function standsApart({ text, words: lists }: Document, { sentence, words: [from, to] }: MissingPhrase): boolean {
  const words = lists.of(sentence);
  const gap = (index: number) => text.slice(words[index - 1]!.end, words[index]!.start);
  const isCapital = (index: number) => /^\p{Lu}/u.test(text.slice(words[index]!.start, words[index]!.start + 2));
  const ownEdge = (a: number, b: number) => words.slice(a, b).every((word) => word.function);
  if (from <= EDGE && ownEdge(0, from)) {
    for (let next = to; next < Math.min(words.length, to + EDGE + 1); next++) {
      if (MARK_OR_BREAK.test(gap(next))) return true;
      if (isCapital(next) && !/[,(–—]/.test(gap(next)) && to - from >= 4) return true;
      if (!words[next]!.function) break;
    }
  }
  if (words.length - to <= EDGE && ownEdge(to, words.length)) {
    for (let first = from; first > Math.max(0, from - EDGE - 1); first--) {
      if (MARK_OR_BREAK.test(gap(first))) return true;
      if (!words[first - 1]!.function) break;
    }
  }
  return false;
}
