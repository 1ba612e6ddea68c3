/** Weights of the signals of a missing phrase and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [1.801, 0.364, -3.17, -6.207, 11.43, 3.809, -2.034, -7.99];
/** The same for a phrase of the rendering that the source lacks. */
export const ADDED_PHRASE_WEIGHTS: readonly number[] = [1.714, 7.619, 4.414, -15.675, 3.282, 1.898, -11.305, -4.868];
