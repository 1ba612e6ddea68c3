import type { Bead } from '../core/result.ts';
import { overlap, type Span } from '../core/span.ts';
import type { RenderingContext } from './rule.ts';

/** What one bead holds of a quotation of the source. */
export interface QuotedPart extends Span {
  /** Number of words in it. */
  words: number;
  /** True where its sentence begins with it, or within it: a rendering of it begins a sentence too. */
  leads: boolean;
  /** True where the quotation itself begins here, not in a sentence before. */
  opens: boolean;
  /** True where it follows a colon. */
  afterColon: boolean;
}

/** The part of a quotation that lacks a counterpart. */
export interface Loss extends Span {
  where: 'beginning' | 'end';
  /** Share of the part's content, 0 to 1. */
  share: number;
}

/** What each source sentence of a bead holds of `quotations`, which are listed by sentence. */
export function quotedParts(
  { source }: RenderingContext,
  bead: Bead,
  quotations: readonly (readonly Span[])[],
): QuotedPart[] {
  const parts: QuotedPart[] = [];
  for (const s of bead.source) {
    const sentence = source.sentences[s]!;
    for (const quotation of quotations[s]!) {
      const start = Math.max(sentence.start, quotation.start);
      const end = Math.min(sentence.end, quotation.end);
      let words = 0;
      for (const word of source.words.of(s)) if (word.start >= start && word.end <= end) words++;
      const afterColon = /:\s{0,3}$/.test(source.text.slice(Math.max(0, start - 4), start));
      parts.push({
        start,
        end,
        words,
        leads: start - sentence.start <= 2,
        opens: start === quotation.start,
        afterColon,
      });
    }
  }
  return parts;
}

/**
 * The beginning or end of a quoted part whose words lack a counterpart while the others have theirs, by the split that
 * tells them apart best; null where no split does. O(words).
 */
export function lossOf({ source, coverage }: RenderingContext, bead: Bead, part: Span): Loss | null {
  const words: { span: Span; weight: number; covered: number }[] = [];
  for (const s of bead.source) {
    source.words.of(s).forEach((span, i) => {
      const weight = coverage.sourceWeights[s]![i]!;
      if (weight > 0 && overlap(span, part) > 0) words.push({ span, weight, covered: coverage.source[s]![i]! });
    });
  }
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (words.length < 3) return null;
  const head = longestLoss(words);
  const tail = longestLoss([...words].reverse());
  const best = head.gain >= tail.gain ? head : tail;
  if (best.count === 0 || best.count === words.length) return null;
  const share = best.weight / total;
  if (best === head) return { start: part.start, end: words[best.count - 1]!.span.end, where: 'beginning', share };
  return { start: words[words.length - best.count]!.span.start, end: part.end, where: 'end', share };
}

/** Words in a cut quotation still find something; most words that are told are surer of their counterpart than this. */
const DOUBTFUL = 0.7;

/** The run of words from the first one on in which those without counterpart outweigh the others most. */
function longestLoss(words: readonly { weight: number; covered: number }[]): {
  count: number;
  weight: number;
  gain: number;
} {
  const best = { count: 0, weight: 0, gain: 0 };
  let weight = 0;
  let gain = 0;
  words.forEach((word, i) => {
    weight += word.weight;
    gain += word.weight * (DOUBTFUL - word.covered);
    if (gain > best.gain) Object.assign(best, { count: i + 1, weight, gain });
  });
  return best;
}
