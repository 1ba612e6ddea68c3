import type { Weights } from './bead-model.ts';

/** Weights of the bead model. */
export const BEAD_WEIGHTS: Weights = {
  pair: -2.895,
  extra: -1.04,
  'many-to-many': -2.211,
  cosine: 7.988,
  margin: 17.485,
  length: -3.036,
  'length-square': -0.5,
  brevity: 2.041,
  gain: 15.857,
  swap: -4.594,
  gap: -1.519,
  'gap-best': -1.775,
  'gap-margin': -1.199,
  'gap-length': -0.115,
  'gap-run': 1.198,
  'gap-aside': -0.081,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
