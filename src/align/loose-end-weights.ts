/** Weights of the signals of looseEnds and, last, the constant: fitted by bench/fit-loose-ends.ts on both halves. */
export const LOOSE_END_WEIGHTS: readonly number[] = [
  -5.243, -0.151, 7.474, -7.193, -6.052, -6.024, 9.88, -9.902, -0.336, 2.783, 3.025, 1.688, -0.503,
];
