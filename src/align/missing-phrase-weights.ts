/** Weights of the signals of missingPhrases and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [0.103, 1.829, 2.613, 4.313, 2.809, -10.063, -0.415, -6.261];
