/** Weights of what the signals of a moved run-on say, fitted by bench/fit-moved-run-ons.ts: one for each and, last, the constant. */
export const MOVED_RUN_ON_WEIGHTS: Readonly<Record<'place' | 'gap', readonly number[]>> = {
  place: [0.706, 6.786, 9.407, 2.547, 7.154, 0.68, 1.629, -0.378, -1.495, -0.227, -1.383, -0.498, -8.294],
  gap: [0.405, 12.556, 7.139, 1.309, 2.882, -2.257, 3.22, 0.761, -4.271, -0.245, -4.434, -1.845, -2.129],
};
