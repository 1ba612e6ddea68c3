import type { Weights } from './bead-model.ts';

/** Weights of the bead model: fitted by bench/fit-aligner.ts on both halves. */
export const BEAD_WEIGHTS: Weights = {
  pair: -3.388,
  several: -1.3,
  extra: 0.337,
  'many-to-many': -2.375,
  breaks: -3,
  cosine: 6.033,
  margin: 16.308,
  length: -1.008,
  brevity: 4.39,
  gain: 12.065,
  swap: -2.936,
  gap: -2.612,
  'gap-best': -3.582,
  'gap-margin': 2.834,
  'gap-length': 0.174,
  'gap-run': 2.895,
  'gap-aside': 2.873,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
