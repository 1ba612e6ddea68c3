/** Weights of the signals of pairSignals and, last, the constant: fitted by bench/fit-pairs.ts on both halves. */
export const PAIR_WEIGHTS: readonly number[] = [3.08, 4.253, -7.198, 18.261, -0.793, -2.896];
