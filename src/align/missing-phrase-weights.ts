/** Weights of the signals of missingPhrases and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [0.026, 1.393, 1.94, 3.85, 4.759, -11.347, -1.454, -4.545];
