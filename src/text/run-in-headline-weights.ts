/** Weights of the signals of headlineEnds and, last, the constant: fitted by bench/fit-run-in-headline.ts. */
export const RUN_IN_HEADLINE_WEIGHTS: readonly number[] = [
  0.066, 0.653, -0.475, 0.834, 1.119, -1.559, 0.568, -1.906, 0.16, 0.16, -0.451, 4.637, 0.745, -0.694, 0.502, 0.822,
  -0.611, -2.437, 0.584, 1.076, -2.685, -0.215, -1.343, -2.257, 0.738, -1.482, -0.142, 0.41, -0.296, -0.346, -0.258,
];
