/** Weights of the six coverage signals and, last, the constant: fitted by bench/fit-coverage.ts on both halves. */
export const COVERAGE_WEIGHTS: readonly number[] = [6.122, -1.503, 1.815, 0.11, -0.055, -0.148, -0.236];
