/** Weights of the six coverage signals and, last, the constant: fitted by bench/fit-coverage.ts on both halves. */
export const COVERAGE_WEIGHTS: readonly number[] = [6.729, -0.441, 2.163, 0.428, -0.056, -0.497, 0.337];
