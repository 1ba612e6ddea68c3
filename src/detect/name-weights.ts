/** Weights of the signals of nameRivals and, last, the constant: fitted by bench/fit-names.ts on both halves. */
export const NAME_WEIGHTS: readonly number[] = [
  7.242, 0.806, 0.319, 2.491, -1.59, -0.637, -3.765, -0.891, 0.066, 2.517, 1.777, 0.384, 3.458, -0.492, -0.568, -2.01,
  1.449, 0.619, 0.207, -2.082, -1.66, -6.75, -9.99, -0.565,
];
