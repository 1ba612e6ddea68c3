/** Weights of the signals of a missing phrase and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [1.914, 0.195, -3.626, -5.399, 11.74, 3.659, -1.882, -8.126];
/** The same for a phrase of the rendering that the source lacks. */
export const ADDED_PHRASE_WEIGHTS: readonly number[] = [1.714, 7.619, 4.414, -15.675, 3.282, 1.898, -11.305, -4.868];
