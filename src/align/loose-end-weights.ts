/** Weights of the signals of looseEnds and, last, the constant: fitted by bench/fit-loose-ends.ts on both halves. */
export const LOOSE_END_WEIGHTS: readonly number[] = [
  -5.792, -0.309, 7.509, -6.916, -5.423, -7.704, 9.563, -8.699, -0.226, 2.781, 3.618, 2.062, -0.69,
];
