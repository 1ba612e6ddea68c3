/** Weights of the signals of nameRivals and, last, the constant: fitted by bench/fit-names.ts on both halves. */
export const NAME_WEIGHTS: readonly number[] = [
  5.603, 0.009, 0.474, 2.209, -1.884, -1.232, -3.046, -0.757, 0.229, 1.697, -0.337, 0.84, 3.652, -0.764, -0.728, -2.194,
  1.283, 0.714, 0.451, -1.729, -1.134, -9.235, -9.296, 1.961,
];
