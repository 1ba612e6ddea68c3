import type { Weights } from './bead-model.ts';

/** Weights of the bead model: fitted by bench/fit-aligner.ts on both halves. */
export const BEAD_WEIGHTS: Weights = {
  pair: -3.215,
  several: -1.081,
  extra: -0.071,
  'many-to-many': -2.07,
  breaks: -3,
  cosine: 4.768,
  margin: 16.94,
  length: -0.942,
  brevity: 3.866,
  gain: 11.886,
  swap: -2.573,
  gap: -2.779,
  'gap-best': -2.907,
  'gap-margin': 2.561,
  'gap-length': 0.14,
  'gap-run': 2.996,
  'gap-aside': 3.032,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
