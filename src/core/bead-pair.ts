/** The sentence numbers of a bead's two sides, from 0: all that files of beads are sure to hold. A `Bead` is one. */
export interface BeadPair {
  /** Sentences of the source; empty for a gap of the rendering. */
  readonly source: readonly number[];
  /** Sentences of the rendering; empty for a gap of the source. */
  readonly rendering: readonly number[];
}
