import type { Bead } from '../core/result.ts';
import type { Span } from '../core/span.ts';

/** Index of the sentence that holds an offset, or -1. `sentences` are ordered and disjoint. O(log sentences). */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = sentences[middle]!;
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Index of the bead that holds each of `count` sentences of one side; -1 for none. O(sentences). */
export function beadBySentence(beads: readonly Bead[], side: 'source' | 'rendering', count: number): Int32Array {
  const index = new Int32Array(count).fill(-1);
  beads.forEach((bead, b) => {
    for (const sentence of bead[side]) index[sentence] = b;
  });
  return index;
}
