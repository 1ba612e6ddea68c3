/** Weights of the six coverage signals and, last, the constant: fitted by bench/fit-coverage.ts on both halves. */
export const COVERAGE_WEIGHTS: readonly number[] = [7.023, 0.133, 1.513, 0.681, -0.036, -0.56, 0.445];
