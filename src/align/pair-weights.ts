/** Weights of the signals of pairSignals and, last, the constant: fitted by bench/fit-pairs.ts on both halves. */
export const PAIR_WEIGHTS: readonly number[] = [2.874, 3.587, -5.685, 21.797, -1.306, -2.651];
