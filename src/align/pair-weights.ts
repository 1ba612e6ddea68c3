/** Weights of the signals of pairSignals and, last, the constant: fitted by bench/fit-pairs.ts on both halves. */
export const PAIR_WEIGHTS: readonly number[] = [3.03, 3.91, -7.823, 22.024, -1.045, -2.732];
