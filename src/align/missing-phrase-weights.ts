/** Weights of the signals of a missing phrase and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [1.874, -0.126, -3.203, -5.917, 10.492, 4.93, -3.141, -7.808];
/** The same for a phrase of the rendering that the source lacks. */
export const ADDED_PHRASE_WEIGHTS: readonly number[] = [2.296, 5.343, 4.588, -12.72, 3.711, 4.091, -11.932, -5.74];
