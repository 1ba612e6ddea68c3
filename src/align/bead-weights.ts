import type { Weights } from './bead-model.ts';

/** Weights of the bead model: fitted by bench/fit-aligner.ts on both halves. */
export const BEAD_WEIGHTS: Weights = {
  pair: -3.064,
  extra: 0.2,
  'many-to-many': -2.099,
  breaks: -3,
  cosine: 5.23,
  margin: 21.378,
  length: -2.281,
  'length-square': 0,
  brevity: 3.169,
  gain: 14.812,
  swap: -4.717,
  gap: -2.061,
  'gap-best': -3.276,
  'gap-margin': 5.56,
  'gap-length': 0.257,
  'gap-run': 2.756,
  'gap-aside': 4.133,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
