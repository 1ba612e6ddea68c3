/** Weights of what the signals of a lone run-on say, fitted by bench/fit-lone-run-ons.ts: one for each and, last, the constant. */
export const LONE_RUN_ON_WEIGHTS: readonly number[] = [
  0.71, 13.856, -2.368, 8.018, 3.665, -3.984, -3.53, 1.631, -1.482, -5.072,
];
