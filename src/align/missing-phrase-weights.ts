/** Weights of the signals of a missing phrase and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [1.885, -0.163, -3.262, -5.592, 10.936, 4.935, -2.798, -8.038];
/** The same for a phrase of the rendering that the source lacks. */
export const ADDED_PHRASE_WEIGHTS: readonly number[] = [2.296, 5.343, 4.588, -12.72, 3.711, 4.091, -11.932, -5.74];
