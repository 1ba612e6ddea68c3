/** The sentence numbers of a bead's two sides, from 0: all that files of beads are sure to hold. A `Bead` is one. */
export interface BeadPair {
  readonly source: readonly number[];
  readonly rendering: readonly number[];
}
