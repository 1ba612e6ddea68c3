/** Weights of the signals of missingPhrases and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [0.019, 1.321, 3.017, 4.01, 2.927, -11.813, -2.643, -3.337];
