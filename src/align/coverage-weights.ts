/** Weights of the signals of beadSignals and, last, the constant: fitted by bench/fit-coverage.ts on both halves. */
export const COVERAGE_WEIGHTS: readonly number[] = [6.393, -1.6, 1.868, -0.004, -0.105, -0.131, 0.016];
/** Weights of the signals of matchSignals and, last, the constant: fitted by bench/fit-coverage.ts on both halves. */
export const MATCH_WEIGHTS: readonly number[] = [-2.046, 1.31, 1.621, 0.932, -0.284, -0.135, 6.003, 0.065, 0.043];
