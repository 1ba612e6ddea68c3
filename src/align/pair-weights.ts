/** Weights of the signals of pairSignals and, last, the constant: fitted by bench/fit-pairs.ts on both halves. */
export const PAIR_WEIGHTS: readonly number[] = [2.587, 3.713, -5.533, 22.015, -1.54, -2.563];
