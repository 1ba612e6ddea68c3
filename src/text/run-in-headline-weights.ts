/** Weights of the signals of headlineEnds and, last, the constant: fitted by bench/fit-run-in-headline.ts. */
export const RUN_IN_HEADLINE_WEIGHTS: readonly number[] = [
  0.163, 0.695, -0.411, 0.831, 1.144, -1.542, 0.587, -1.91, 0.172, 0.172, -0.404, 4.77, 0.745, -1.211, 0.448, 0.208,
  -0.291, -2.311, 0.471, 1.082, -2.914, -0.066, 0.74, -1.479, -0.183, 0.376, -0.314, -0.274, 0.252,
];
