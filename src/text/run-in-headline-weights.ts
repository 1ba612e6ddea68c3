/** Weights of the signals of headlineEnds and, last, the constant: fitted by bench/fit-run-in-headline.ts. */
export const RUN_IN_HEADLINE_WEIGHTS: readonly number[] = [
  3.397, 1.68, -1.423, 1.097, 1.079, -2.207, 0.912, -3.635, -0.169, -0.169, -0.764, 4.754, 0.779, -1.283, 0.576, 0.433,
  -0.945, -2.317, 0.463, -0.773, -3.446, -0.197, -0.953,
];
