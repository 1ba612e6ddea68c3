/** Weights of the signals of a missing phrase and, last, the constant: fitted by bench/fit-phrases.ts on both halves. */
export const MISSING_PHRASE_WEIGHTS: readonly number[] = [1.928, 0.335, -3.635, -5.274, 11.735, 3.519, -1.95, -8.161];
/** The same for a phrase of the rendering that the source lacks. */
export const ADDED_PHRASE_WEIGHTS: readonly number[] = [1.783, 7.714, 4.076, -15.384, 3.339, 1.88, -11.516, -4.922];
