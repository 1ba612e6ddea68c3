/** Weights of the signals of nameRivals and, last, the constant: fitted by bench/fit-names.ts on both halves. */
export const NAME_WEIGHTS: readonly number[] = [
  7.089, 0.869, 0.333, 2.505, -1.593, -0.641, -3.761, -0.867, 0.064, 2.595, 1.85, 0.378, 3.452, -0.5, -0.565, -2.01,
  1.436, 0.62, 0.182, -2.021, -1.659, -6.745, -9.07, -0.639,
];
