/** Weights of the signals of unrelatedSignals and, last, the constant: fitted by bench/fit-unrelated.ts on both halves. */
export const UNRELATED_WEIGHTS: readonly number[] = [4.521, 2.496, 5.538, -10.225, 2.395, 0.726, -4.976, -9.018];

/** Log odds that a block must reach to be called unrelated. */
export const UNRELATED_BLOCK_ODDS = 2;

/** Log odds of a line beside a block, as if inside it, from which on it belongs to it: midway between the last lines of articles and the first of blocks (bench:planted). */
export const UNRELATED_EDGE_ODDS = 1.3;

/** The same for a single line between a block and the end of the text: no article goes on for one line behind a list of links. */
export const UNRELATED_LAST_ODDS = -2;
