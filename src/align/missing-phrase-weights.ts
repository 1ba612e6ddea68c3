/** Weights of the signals of missingPhrases and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [0.105, 1.827, 2.597, 4.343, 2.732, -9.809, -0.44, -6.282];
