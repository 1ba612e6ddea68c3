import { cheapestPath, runningSums, type PlainBead, type Shape } from './exact-path.ts';

/** Shapes of beads with their prior probability (Gale and Church 1993, table 5), shared by the two of a kind. */
const PRIORS: readonly (readonly [Shape, number])[] = [
  [[1, 1], 0.89],
  [[1, 2], 0.089 / 2],
  [[2, 1], 0.089 / 2],
  [[2, 2], 0.011],
];
const GAP_PRIOR = 0.0099 / 2;

/** Variance of the characters of a translation for each character of its source (section 3.2). */
const VARIANCE = 6.8;

/**
 * Gale and Church (1993), lengths in characters alone: a bead costs `-log(prior * 2 (1 - phi(|delta|)))`, `delta =
 * (l2 - l1 c) / sqrt(l s2)` with `l` the mean of both lengths, so that gaps have a cost too, and `c` the ratio of the
 * two documents.
 */
export function galeChurch(source: ArrayLike<number>, rendering: ArrayLike<number>): PlainBead[] {
  const a = runningSums(source);
  const b = runningSums(rendering);
  const ratio = a[source.length]! > 0 ? b[rendering.length]! / a[source.length]! : 1;
  const cost = (first: number, second: number, prior: number) => {
    const mean = Math.max(1, (first + second / ratio) / 2);
    const delta = Math.abs(second - first * ratio) / Math.sqrt(mean * VARIANCE);
    return -Math.log(prior) - logTwoTails(delta);
  };
  const priors = new Map(PRIORS.map(([[k, l], prior]) => [k * 8 + l, prior]));
  return cheapestPath(
    source.length,
    rendering.length,
    PRIORS.map(([shape]) => shape),
    (i, k, j, l) => cost(a[i + k]! - a[i]!, b[j + l]! - b[j]!, priors.get(k * 8 + l)!),
    (side, index) => (side === 'source' ? cost(source[index]!, 0, GAP_PRIOR) : cost(0, rendering[index]!, GAP_PRIOR)),
  );
}

/**
 * Log of `2 (1 - phi(delta))`, by the rational approximation of Abramowitz and Stegun 26.2.17 under the density, so
 * that far tails do not vanish.
 */
function logTwoTails(delta: number): number {
  const t = 1 / (1 + 0.2316419 * delta);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return Math.log(2 * series) - (delta * delta) / 2 - Math.log(2 * Math.PI) / 2;
}
