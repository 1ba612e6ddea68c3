/** A stretch of a sequence, half-open, and the sum of its values. */
export interface Run {
  start: number;
  end: number;
  sum: number;
}

/**
 * The disjoint stretches of a sequence whose sums cannot be raised by any change of their ends: where something is
 * dense, told by finite log odds (Ruzzo and Tompa 1999, "A linear time algorithm for finding all maximal scoring
 * subsequences"). In order; every sum is above 0. O(length) but for the look back, which is short in practice.
 */
export function maximalRuns(values: ArrayLike<number>): Run[] {
  const runs: (Run & { before: number })[] = [];
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const before = total;
    total += values[i]!;
    if (values[i]! <= 0) continue;
    let run = { start: i, end: i + 1, sum: values[i]!, before };
    for (;;) {
      let left = runs.length - 1;
      while (left >= 0 && runs[left]!.before >= run.before) left--;
      if (left < 0 || runs[left]!.before + runs[left]!.sum >= run.before + run.sum) break;
      const first = runs[left]!;
      run = { start: first.start, end: run.end, sum: total - first.before, before: first.before };
      runs.length = left;
    }
    runs.push(run);
  }
  return runs.map(({ start, end, sum }) => ({ start, end, sum }));
}
