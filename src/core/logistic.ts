/** Log odds of a small log-linear model: `weights` holds a weight for each signal and, last, the constant. */
export function logOdds(weights: readonly number[], signals: readonly number[]): number {
  let odds = weights[signals.length]!;
  for (let x = 0; x < signals.length; x++) odds += weights[x]! * signals[x]!;
  return odds;
}

/** The probability that log odds stand for, 0 to 1. */
export function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
