/** Weights of the signals of headlineEnds and, last, the constant: fitted by bench/fit-run-in-headline.ts. */
export const RUN_IN_HEADLINE_WEIGHTS: readonly number[] = [
  3.374, 1.671, -1.396, 1.09, 1.06, -2.139, 0.885, -3.661, -0.175, -0.175, -0.756, 4.787, 0.787, -1.289, 0.562, 0.368,
  -0.877, -2.258, 0.394, -0.753, -3.384, -0.166, -0.899,
];
