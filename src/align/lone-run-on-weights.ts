/** Weights of what the signals of a lone run-on say, fitted by bench/fit-lone-run-ons.ts: one for each and, last, the constant. */
export const LONE_RUN_ON_WEIGHTS: readonly number[] = [
  0.718, 15.945, -1.962, 8.83, 3.934, -3.817, -3.934, 1.626, -1.529, -5.579,
];
