/** Weights of the signals of unrelatedSignals and, last, the constant: fitted by bench/fit-unrelated.ts on both halves. */
export const UNRELATED_WEIGHTS: readonly number[] = [4.94, 1.998, 5.73, -14.548, 2.546, 0.406, -10.715];

/** Log odds that a block must reach to be called unrelated. */
export const UNRELATED_BLOCK_ODDS = 2;

/** Log odds of a line beside a block, as if inside it, from which on it belongs to it: midway between the last lines of articles and the first of blocks (bench:planted). */
export const UNRELATED_EDGE_ODDS = 1.3;
