import type { Span } from '../core/span.ts';

const MARK = /[,;:()«»"“”„]|\s[-–—]\s/u;
/** Between two words of a sentence there is seldom more than a mark or two; what is longer is a mark of its own kind. */
const LONGEST_GAP = 20;

/** The words of a sentence that begin a clause: the first, and each that a mark parts from the one before it. O(words). */
export function clauseStarts(text: string, words: readonly Span[]): number[] {
  const starts = [0];
  for (let w = 1; w < words.length; w++) {
    const from = words[w - 1]!.end;
    const to = words[w]!.start;
    if (to - from > 1 && (to - from > LONGEST_GAP || MARK.test(text.slice(from, to)))) starts.push(w);
  }
  return starts;
}
