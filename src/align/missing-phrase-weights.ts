/** Weights of the signals of missingPhrases and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [0.068, 1.545, 3.915, 3.571, -0.592, -6.791, -1.033, -4.713];
