/** Weights of the signals of looseEnds and, last, the constant: fitted by bench/fit-loose-ends.ts on both halves. */
export const LOOSE_END_WEIGHTS: readonly number[] = [
  -5.155, -0.12, 6.677, -6.445, -6.042, -6.105, 10.249, -9.929, -0.362, 2.86, 2.467, 1.697, -0.016,
];
