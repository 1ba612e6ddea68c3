/** Weights of the signals of looseEnds and, last, the constant: fitted by bench/fit-loose-ends.ts on both halves. */
export const LOOSE_END_WEIGHTS: readonly number[] = [
  -5.81, -0.55, 8.114, -8.485, -6.161, -10.44, 11.517, -10.545, -0.415, 3.162, 4.607, 1.731, -0.427,
];
