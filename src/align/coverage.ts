/** Which words of each side have a counterpart in their bead: probabilities 0 to 1, by sentence and word index. */
export interface WordCoverage {
  readonly source: readonly Float32Array[];
  readonly rendering: readonly Float32Array[];
  /** Rarity weights of the words, 0 for function words, by sentence and word index. */
  readonly sourceWeights: readonly Float32Array[];
  readonly renderingWeights: readonly Float32Array[];
}
