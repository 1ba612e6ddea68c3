/** Weights of the signals of headlineEnds and, last, the constant: fitted by bench/fit-run-in-headline.ts. */
export const RUN_IN_HEADLINE_WEIGHTS: readonly number[] = [
  0.173, 0.689, -0.409, 0.827, 1.161, -1.537, 0.596, -1.913, 0.174, 0.174, -0.398, 4.777, 0.744, -1.227, 0.447, 0.299,
  -0.31, -2.323, 0.483, 1.077, -2.91, -0.057, 0.728, -1.477, -0.134, 0.384, -0.313, -0.305, 0.25,
];
