/** Weights of the six coverage signals and, last, the constant: fitted by bench/fit-coverage.ts on both halves. */
export const COVERAGE_WEIGHTS: readonly number[] = [6.961, -0.558, 1.979, 0.249, -0.04, -0.463, 0.256];
