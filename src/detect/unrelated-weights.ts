/** Weights of the signals of unrelatedSignals and, last, the constant: fitted by bench/fit-unrelated.ts on both halves. */
export const UNRELATED_WEIGHTS: readonly number[] = [4.963, 1.872, 5.683, -13.859, 2.427, 0.598, -10.598];

/** Log odds that a block must reach to be called unrelated. */
export const UNRELATED_BLOCK_ODDS = 2;

/** Log odds of a line beside a block, as if inside it, from which on it belongs to it (bench:planted, half a). */
export const UNRELATED_EDGE_ODDS = 2;
