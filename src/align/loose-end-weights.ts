/** Weights of the signals of looseEnds and, last, the constant: fitted by bench/fit-loose-ends.ts on both halves. */
export const LOOSE_END_WEIGHTS: readonly number[] = [
  -6.34, -0.5, 8.292, -7.239, -7.26, -10.648, 11.343, -9.988, -0.351, 3.054, 4.848, 1.957, -0.535,
];
