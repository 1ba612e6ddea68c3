/** Weights of the signals of looseEnds and, last, the constant: fitted by bench/fit-loose-ends.ts on both halves. */
export const LOOSE_END_WEIGHTS: readonly number[] = [
  -5.247, -0.151, 7.496, -7.186, -6.045, -6.019, 9.878, -9.914, -0.338, 2.787, 3.018, 1.69, -0.512,
];
