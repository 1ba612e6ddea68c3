/** Weights of the signals of pairSignals and, last, the constant: fitted by bench/fit-pairs.ts on both halves. */
export const PAIR_WEIGHTS: readonly number[] = [3.131, 4.108, -8.131, 22.445, -0.984, -2.875];
