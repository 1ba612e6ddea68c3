/** Weights of what the signals of a lone run-on say, fitted by bench/fit-lone-run-ons.ts: one for each and, last, the constant. */
export const LONE_RUN_ON_WEIGHTS: readonly number[] = [
  0.719, 15.977, -1.961, 8.816, 3.95, -3.807, -3.946, 1.626, -1.526, -5.586,
];
