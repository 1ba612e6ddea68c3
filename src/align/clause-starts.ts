import type { Span } from '../core/span.ts';
import type { RunOn } from '../text/run-on.ts';

const MARK = /[,;:()«»"“”„]|\s[-–—]\s/u;
/** Between two words of a sentence there is seldom more than a mark or two; what is longer is a mark of its own kind. */
const LONGEST_GAP = 20;

/**
 * The words of a sentence that begin a clause: the first, each that a mark parts from the one before it, and each with which another
 * sentence is as likely as not to begin. O(words + places).
 */
export function clauseStarts(text: string, words: readonly Span[], runOns: readonly RunOn[] = []): number[] {
  const likely = likelyStarts(runOns);
  const starts = [0];
  for (let w = 1; w < words.length; w++) {
    const from = words[w - 1]!.end;
    const to = words[w]!.start;
    if (likely.has(to) || (to - from > 1 && (to - from > LONGEST_GAP || MARK.test(text.slice(from, to)))))
      starts.push(w);
  }
  return starts;
}

/** Where sentences begin as likely as not, though no mark says so. */
export function likelyStarts(runOns: readonly RunOn[]): ReadonlySet<number> {
  if (!runOns.some(isLikely)) return NONE;
  return new Set(runOns.filter(isLikely).map(({ start }) => start));
}

const NONE: ReadonlySet<number> = new Set();

function isLikely({ logOdds }: RunOn): boolean {
  return logOdds >= 0;
}
