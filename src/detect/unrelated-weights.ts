/** Weights of the signals of unrelatedSignals and, last, the constant: fitted by bench/fit-unrelated.ts on both halves. */
export const UNRELATED_WEIGHTS: readonly number[] = [3.676, 0.905, 6.57, -14.176, 2.638, 0.027, -11.077];

/** Log odds that a block must reach to be called unrelated. */
export const UNRELATED_BLOCK_ODDS = 2;
