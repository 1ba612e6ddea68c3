/** Weights of the signals of looseEnds and, last, the constant: fitted by bench/fit-loose-ends.ts on both halves. */
export const LOOSE_END_WEIGHTS: readonly number[] = [-10.021, 0.27, -2.048, 27.274, -25.953, 6.157];
