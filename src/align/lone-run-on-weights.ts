/** Weights of what the signals of a lone run-on say, fitted by bench/fit-lone-run-ons.ts: one for each and, last, the constant. */
export const LONE_RUN_ON_WEIGHTS: readonly number[] = [
  0.842, 13.386, -2.266, 11.025, 4.023, -3.888, -3.754, 1.693, -1.704, -6.79,
];
