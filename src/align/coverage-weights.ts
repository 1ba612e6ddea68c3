/** Weights of the signals of beadSignals and, last, the constant: fitted by bench/fit-coverage.ts on both halves. */
export const COVERAGE_WEIGHTS: readonly number[] = [6.294, -1.383, 1.77, -0.127, 0.001, -0.152, -0.389];
/** Weights of the signals of matchSignals and, last, the constant: fitted by bench/fit-coverage.ts on both halves. */
export const MATCH_WEIGHTS: readonly number[] = [-1.99, 0.857, 1.494, 1.353, -0.226, -0.174, 6.318, 0.032, 0.094];
