/** Weights of the signals of headlineEnds and, last, the constant: fitted by bench/fit-run-in-headline.ts. */
export const RUN_IN_HEADLINE_WEIGHTS: readonly number[] = [
  0.177, 0.69, -0.409, 0.823, 1.161, -1.531, 0.595, -1.914, 0.174, 0.174, -0.397, 4.768, 0.746, -1.23, 0.448, 0.289,
  -0.304, -2.324, 0.479, 1.064, -2.913, -0.059, 0.729, -1.478, -0.139, 0.383, -0.315, -0.3, 0.26,
];
