import { missingPhraseSteps, type MissingPhrase } from '../align/missing-phrases.ts';
import { mapping, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import type { RenderingContext } from './rule.ts';

/** A single word is as often rendered freely as left out. */
const LEAST_CONTENT_WORDS = 2;

/** A phrase that one side of a bead lacks, as a rule tells it. */
export interface LackingPhrase extends MissingPhrase {
  /** The phrase stands apart from its sentence, as a heading or another sentence in the same line does. */
  apart: boolean;
}

/** Beads below this confidence may pair sentences that do not belong together. */
const LEAST_BEAD_CONFIDENCE = 0.3;

/**
 * The phrases of one side that their bead's other side lacks with at least some confidence. Not in beads that hold a
 * sentence twice, whose copies share one counterpart, nor what the other side says by an abbreviation.
 */
export function* lackingPhrases(
  context: RenderingContext,
  side: 'source' | 'rendering',
  leastConfidence: number,
): Steps<LackingPhrase[]> {
  const document = context[side];
  const found = yield* mapping(yield* missingPhraseSteps(context, side), (phrase): LackingPhrase[] => {
    const bead = context.beads[phrase.bead]!;
    if (
      bead.confidence < LEAST_BEAD_CONFIDENCE ||
      phrase.confidence < leastConfidence ||
      phrase.content < LEAST_CONTENT_WORDS
    )
      return [];
    if (holdsCopies(document, bead[side]) || isWrittenOut(context, side, phrase)) return [];
    const whole = { ...phrase, ...widened(context, side, phrase) };
    return [{ ...whole, apart: standsApart(document, whole) }];
  });
  return found.flat();
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
  const { text, words: all } = context[side];
  const words = all[sentence]!;
  const chances = context.coverage[side][sentence]!;
  const isParted = (w: number) => CLAUSE_MARK.test(text.slice(words[w - 1]!.end, words[w]!.start));
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

const ABBREVIATION = /^\p{Lu}{2,8}s?$/u;
/** So many words more than letters a name may have that is written out: the United States' AFL-CIO, в ЦБ РФ. */
const MORE_WORDS = 2;

/** An abbreviation that is covered better has a counterpart of its own: ООН, UN. */
const OWN_COUNTERPART = 0.8;

/** Whether the other side of the bead has an abbreviation that this phrase may spell in full: АПЛ, the Premier League. */
function isWrittenOut(
  context: RenderingContext,
  side: 'source' | 'rendering',
  { bead, content }: MissingPhrase,
): boolean {
  const other = side === 'source' ? 'rendering' : 'source';
  const { text, words } = context[other];
  return context.beads[bead]![other].some((sentence) =>
    words[sentence]!.some(
      ({ start, end }, w) =>
        content <= end - start + MORE_WORDS &&
        context.coverage[other][sentence]![w]! < OWN_COUNTERPART &&
        end - start < 10 &&
        ABBREVIATION.test(text.slice(start, end)),
    ),
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
  const words = lists[sentence]!;
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
