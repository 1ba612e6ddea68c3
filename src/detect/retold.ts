import type { Bead } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import type { GroupSimilarity } from '../align/similarity.ts';
import type { Document } from '../text/document.ts';
import type { Word } from '../text/words.ts';
import type { RenderingContext } from './rule.ts';

/** So many sentences in front of and behind one are looked at. */
const REACH = 4;
/** A sentence of whose content words another has so many says the same; a short one must have them all. */
const SAME_WORDS = 0.7;
const SHORT = 5;
const LEAST_CONTENT_WORDS = 3;
/**
 * Right beside each other fewer words of a longer one are enough where the neighbour's counterpart is nearly as like the one as the
 * other: its cosine has such a share of the neighbour's own. Of the 384 omissions in bench:planted none is lost by it, and of 19
 * findings that were no omission eight are info; of 12,824 sentences that are carried beside each other it would hold for some 50,
 * headlines and what says them again.
 */
const FEW_WORDS = 0.55;
const NEARLY_AS_LIKE = 0.8;
/** Words are compared by their first letters: Russian and English forms of a word differ in their ends. */
const STEM = 5;

/** What tells that a sentence of the source is said again. */
export type RetoldContext = Pick<RenderingContext, 'source' | 'similarity'>;

/**
 * The sentence near another that says the same in other words, or undefined: `carriedBy` gives the bead of a sentence that has
 * a counterpart. A figure that only the first has makes it another statement. Of a sentence that ran into another, `part` is the half
 * that is asked for. O(words of the neighbours).
 */
export function retoldBy(
  { source, similarity }: RetoldContext,
  sentence: number,
  carriedBy: (sentence: number) => Bead | undefined,
  part?: Span,
): number | undefined {
  const own = contentStems(source, sentence, part);
  if (own.length < LEAST_CONTENT_WORDS) return undefined;
  const figures = figuresOf(source, sentence, part);
  const last = Math.min(source.sentences.length - 1, sentence + REACH);
  for (let other = Math.max(0, sentence - REACH); other <= last; other++) {
    const bead = other === sentence ? undefined : carriedBy(other);
    if (!bead) continue;
    const stems = new Set(contentStems(source, other));
    const shared = own.filter((stem) => stems.has(stem)).length / own.length;
    const isRetold =
      own.length < SHORT
        ? shared === 1
        : shared >= SAME_WORDS ||
          (shared >= FEW_WORDS &&
            part === undefined &&
            Math.abs(other - sentence) === 1 &&
            isLike(similarity, sentence, other, bead));
    if (!isRetold) continue;
    const theirs = figuresOf(source, other);
    if ([...figures].every((figure) => theirs.has(figure))) return other;
  }
  return undefined;
}

/** The figures of a sentence, or of a part of it, whatever is written beside them: `41-летний` has that of `41`. */
function figuresOf(document: Document, sentence: number, part?: Span): Set<string> {
  return new Set(wordsOf(document, sentence, part).flatMap(({ form }) => form.key.match(FIGURES) ?? []));
}

const FIGURES = /\d+(?:[.,]\d+)*/g;

/**
 * Whether the source says the one sentence of a bead in two versions, and the rendering is more like the other one, which no bead
 * carries: `isCarried` tells. O(words of the neighbours).
 */
export function isOtherVersion(context: RetoldContext, bead: Bead, isCarried: (sentence: number) => boolean): boolean {
  const [sentence, next] = bead.source;
  if (sentence === undefined || next !== undefined) return false;
  const other = retoldBy(context, sentence, (index) => (isCarried(index) ? undefined : bead));
  return other !== undefined && nearest(context.similarity, other, bead) > nearest(context.similarity, sentence, bead);
}

/** Whether what a sentence's neighbour is carried by would nearly as well carry the sentence. */
function isLike(similarity: GroupSimilarity, sentence: number, neighbour: number, bead: Bead): boolean {
  const theirs = nearest(similarity, neighbour, bead);
  return theirs > 0 && nearest(similarity, sentence, bead) >= NEARLY_AS_LIKE * theirs;
}

/** The highest cosine of a sentence with those that render the bead. */
function nearest(similarity: GroupSimilarity, sentence: number, { rendering }: Bead): number {
  return Math.max(...rendering.map((j) => similarity.cosine(sentence, 1, j, 1)));
}

/** The beginnings of the content words of a sentence, or of a part of it. */
export function contentStems(document: Document, sentence: number, part?: Span): string[] {
  return wordsOf(document, sentence, part).flatMap((word) => (word.function ? [] : [stemOf(word)]));
}

/** The beginning of a word: the same for most of its forms. */
export function stemOf({ form }: Word): string {
  return form.key.slice(0, STEM);
}

function wordsOf({ words }: Document, sentence: number, part?: Span): readonly Word[] {
  const all = words.of(sentence);
  return part === undefined ? all : all.filter(({ start, end }) => start >= part.start && end <= part.end);
}
