/** Weights of the signals of pairSignals and, last, the constant: fitted by bench/fit-pairs.ts on both halves. */
export const PAIR_WEIGHTS: readonly number[] = [3.119, 4.269, -7.077, 19.75, -1.003, -2.866];
