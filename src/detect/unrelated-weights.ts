/** Weights of the signals of unrelatedSignals and, last, the constant: fitted by bench/fit-unrelated.ts on both halves. */
export const UNRELATED_WEIGHTS: readonly number[] = [3.484, 1.745, 6.391, -12.954, 2.811, 0.239, -11.332];

/** Log odds that a block must reach to be called unrelated. */
export const UNRELATED_BLOCK_ODDS = 2;
