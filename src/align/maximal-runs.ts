/** A stretch of a sequence, half-open, and the sum of its values. */
export interface Run {
  start: number;
  end: number;
  sum: number;
}

/**
 * The disjoint stretches of a sequence whose sums cannot be raised by any change of their ends: where something is
 * dense, told by finite log odds (Ruzzo and Tompa 1999, "A linear time algorithm for finding all maximal scoring
 * subsequences"). In order; every sum is above 0. Of more values, the first `count` are the sequence. O(length).
 */
export function maximalRuns(values: ArrayLike<number>, count = values.length): Run[] {
  // `left` is the nearest run to the left that starts lower: what lies between need not be looked at again.
  const runs: (Run & { before: number; left: number })[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    const before = total;
    total += values[i]!;
    if (values[i]! <= 0) continue;
    const run = { start: i, end: i + 1, sum: values[i]!, before, left: -1 };
    for (;;) {
      let left = runs.length - 1;
      while (left >= 0 && runs[left]!.before >= run.before) left = runs[left]!.left;
      run.left = left;
      if (left < 0 || runs[left]!.before + runs[left]!.sum >= run.before + run.sum) break;
      const first = runs[left]!;
      run.start = first.start;
      run.before = first.before;
      run.sum = total - first.before;
      runs.length = left;
    }
    runs.push(run);
  }
  return runs.map(({ start, end, sum }) => ({ start, end, sum }));
}
