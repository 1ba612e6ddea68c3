import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` is probably a slip of the keyboard for: the nearest by edit distance, the first of equals;
 * `undefined` where none is within a third of the length, rounded up. O(candidates * length²), for words, not texts.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.slice(0, 64).toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.ceil(typed.length / 3) + 1;
  for (const candidate of candidates) {
    const d = distance(typed, candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** `Did you mean "x"?` where a candidate is near, else the list of all: the hint for a name that does not exist. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = closest(word, candidates);
  return near === undefined ? `Use one of: ${candidates.join(', ')}.` : `Did you mean "${near}"?`;
}
