/** Weights of the signals of missingPhrases and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [0.019, 1.377, 2.756, 4.003, 3.897, -11.777, -2.266, -3.893];
