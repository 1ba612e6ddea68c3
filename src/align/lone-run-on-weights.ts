/** Weights of what the signals of a lone run-on say, fitted by bench/fit-lone-run-ons.ts: one for each and, last, the constant. */
export const LONE_RUN_ON_WEIGHTS: readonly number[] = [
  0.726, 16.013, -1.982, 8.858, 3.892, -3.801, -3.901, 1.605, -1.494, -5.712,
];
