import type { BeadPair } from '../core/bead-pair.ts';

/**
 * The most sentences that beads can hold without crossing: of beads with two consecutive sides, no sentence in two of
 * them, those of the heaviest chain that rises on both sides, in order. Of equal chains one that ends first in the
 * source. O(beads * log(renderingCount)).
 */
export function uncrossed<B extends BeadPair>(beads: readonly B[], renderingCount: number): B[] {
  const sorted = [...beads].sort((a, b) => a.source[0]! - b.source[0]!);
  const weights = new Float64Array(sorted.length);
  const previous = new Int32Array(sorted.length);
  // A Fenwick tree over the rendering: the heaviest chain that ends before a sentence.
  const tree = new Int32Array(renderingCount + 1).fill(-1);
  const heavier = (a: number, b: number) => (b >= 0 && (a < 0 || weights[b]! > weights[a]!) ? b : a);
  let last = -1;
  sorted.forEach(({ source, rendering }, index) => {
    let before = -1;
    for (let at = rendering[0]!; at > 0; at -= at & -at) before = heavier(before, tree[at]!);
    previous[index] = before;
    weights[index] = source.length + rendering.length + (before < 0 ? 0 : weights[before]!);
    for (let at = rendering.at(-1)! + 1; at <= renderingCount; at += at & -at) tree[at] = heavier(tree[at]!, index);
    last = heavier(last, index);
  });
  const chain: B[] = [];
  for (let at = last; at >= 0; at = previous[at]!) chain.push(sorted[at]!);
  return chain.reverse();
}
