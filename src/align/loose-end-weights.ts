/** Weights of the signals of looseEnds and, last, the constant: fitted by bench/fit-loose-ends.ts on both halves. */
export const LOOSE_END_WEIGHTS: readonly number[] = [
  -5.304, 0.004, 6.744, -6.582, -5.993, -6.198, 10.284, -9.88, -0.312, 2.887, 2.638, 1.695, -0.141,
];
