/** Weights of what the signals of a moved run-on say, fitted by bench/fit-moved-run-ons.ts: one for each and, last, the constant. */
export const MOVED_RUN_ON_WEIGHTS: Readonly<Record<'place' | 'gap', readonly number[]>> = {
  place: [0.715, 6.714, 9.405, 2.604, 7.168, 0.68, 1.61, -0.388, -1.48, -0.221, -1.381, -0.495, -8.283],
  gap: [0.404, 12.515, 7.16, 1.291, 2.883, -2.253, 3.23, 0.76, -4.267, -0.251, -4.444, -1.845, -2.087],
};
