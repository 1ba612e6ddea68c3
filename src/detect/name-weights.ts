/** Weights of the signals of nameRivals and, last, the constant: fitted by bench/fit-names.ts on both halves. */
export const NAME_WEIGHTS: readonly number[] = [
  5.624, 1.224, 0.317, 2.53, -1.607, -1.909, -2.707, -0.425, -0.22, 1.311, -0.359, 0.944, 2.906, -1.106, -0.661, -0.736,
  1.685, 0.928, -0.218, -1.213, -0.796, -10.515, -8.911, 0.21, 0.267,
];
