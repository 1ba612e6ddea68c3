/** Weights of the signals of pairSignals and, last, the constant: fitted by bench/fit-pairs.ts on both halves. */
export const PAIR_WEIGHTS: readonly number[] = [3.085, 3.979, -7.887, 22.019, -1.053, -2.768];
