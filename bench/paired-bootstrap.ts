import type { PlainBead } from './baselines/exact-path.ts';

/** What a paired bootstrap says of the difference of two figures. */
export interface Difference {
  mean: number;
  /** The 95 % interval: the quantiles .025 and .975 of the resamples. */
  low: number;
  high: number;
  /** The share of resamples in which the first is at least as good. */
  atLeast: number;
}

/**
 * Paired bootstrap (Koehn 2004) of the strict F1 of two aligners over the beads of one gold document. Resampled are
 * gold beads; with each go the aligners' beads whose first source sentence, or for gaps of the rendering whose first
 * rendering sentence, lies in it, so that a resample has a precision too. Gold gaps count in precision alone. The same
 * seed gives the same resamples.
 */
export function bootstrapStrict(
  gold: readonly PlainBead[],
  first: readonly PlainBead[],
  second: readonly PlainBead[],
  resamples: number,
  seed: number,
): Difference {
  const tables = [first, second].map((beads) => tally(gold, beads));
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const differences: number[] = [];
  for (let r = 0; r < resamples; r++) {
    const sums = tables.map(() => ({ right: 0, told: 0, found: 0, wanted: 0 }));
    for (let x = 0; x < gold.length; x++) {
      const at = Math.floor(next() * gold.length);
      tables.forEach((table, t) => {
        sums[t]!.right += table[at]!.right;
        sums[t]!.told += table[at]!.told;
        sums[t]!.found += table[at]!.found;
        sums[t]!.wanted += table[at]!.wanted;
      });
    }
    const [a, b] = sums.map(({ right, told, found, wanted }) => {
      const precision = right / Math.max(1, told);
      const recall = found / Math.max(1, wanted);
      return (2 * precision * recall) / Math.max(1e-9, precision + recall);
    });
    differences.push(a! - b!);
  }
  differences.sort((a, b) => a - b);
  const quantile = (q: number) => differences[Math.min(resamples - 1, Math.floor(q * resamples))]!;
  return {
    mean: differences.reduce((sum, value) => sum + value, 0) / resamples,
    low: quantile(0.025),
    high: quantile(0.975),
    atLeast: differences.filter((value) => value >= 0).length / resamples,
  };
}

/** By gold bead: how many of the aligner's beads start there, how many of them are right, and whether it was found. */
function tally(gold: readonly PlainBead[], beads: readonly PlainBead[]) {
  const key = ({ source, rendering }: PlainBead) => `${source.join()}:${rendering.join()}`;
  const home = { source: new Map<number, number>(), rendering: new Map<number, number>() };
  gold.forEach((bead, x) => {
    for (const side of ['source', 'rendering'] as const) for (const s of bead[side]) home[side].set(s, x);
  });
  const keys = new Set(gold.map(key));
  const told = new Set(beads.map(key));
  const rows = gold.map((bead) => {
    const wanted = bead.source.length > 0 && bead.rendering.length > 0 ? 1 : 0;
    return { right: 0, told: 0, found: wanted > 0 && told.has(key(bead)) ? 1 : 0, wanted };
  });
  for (const bead of beads) {
    const at = bead.source.length > 0 ? home.source.get(bead.source[0]!) : home.rendering.get(bead.rendering[0]!);
    if (at === undefined) continue;
    rows[at]!.told++;
    if (keys.has(key(bead))) rows[at]!.right++;
  }
  return rows;
}
