/** Weights of the signals of unrelatedSignals and, last, the constant: fitted by bench/fit-unrelated.ts on both halves. */
export const UNRELATED_WEIGHTS: readonly number[] = [4.041, 0.921, 6.248, -13.848, 2.363, 0.114, -10.417];

/** Log odds that a block must reach to be called unrelated. */
export const UNRELATED_BLOCK_ODDS = 2;
