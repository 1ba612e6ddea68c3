import type { Weights } from './bead-model.ts';

/** Weights of the bead model: fitted by bench/fit-aligner.ts on both halves. */
export const BEAD_WEIGHTS: Weights = {
  pair: -1.84,
  several: -0.916,
  extra: -0.192,
  'many-to-many': -2.488,
  breaks: -3,
  cosine: 5.684,
  margin: 13.065,
  length: -1.104,
  brevity: 3.996,
  gain: 11.263,
  swap: -3.741,
  gap: -2.826,
  'gap-best': -3.849,
  'gap-margin': 3.511,
  'gap-length': 0.124,
  'gap-run': 3.22,
  'gap-aside': 2.993,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
