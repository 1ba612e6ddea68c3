/** Weights of what the signals of a lone run-on say, fitted by bench/fit-lone-run-ons.ts: one for each and, last, the constant. */
export const LONE_RUN_ON_WEIGHTS: readonly number[] = [
  0.723, 15.924, -2.029, 8.728, 3.997, -3.809, -3.961, 1.644, -1.521, -5.567,
];
