/** Weights of the signals of unrelatedSignals and, last, the constant. */
export const UNRELATED_WEIGHTS: readonly number[] = [2, 1, 0.5, -6, 0.5, 0.5, -2];

/** Log odds that a block must reach to be called unrelated. */
export const UNRELATED_BLOCK_ODDS = 2;
