/** Weights of what the signals of a lone run-on say, fitted by bench/fit-lone-run-ons.ts: one for each and, last, the constant. */
export const LONE_RUN_ON_WEIGHTS: readonly number[] = [
  0.72, 16.056, -1.974, 8.866, 3.904, -3.823, -3.921, 1.608, -1.504, -5.668,
];
