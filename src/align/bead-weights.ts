import type { Weights } from './bead-model.ts';

/** Weights of the bead model: fitted by bench/fit-aligner.ts on both halves. */
export const BEAD_WEIGHTS: Weights = {
  pair: -2.596,
  extra: -0.966,
  'many-to-many': -1.772,
  cosine: 7.688,
  margin: 17.725,
  length: -1.649,
  'length-square': 0,
  brevity: 2.481,
  gain: 15.964,
  swap: -4.626,
  gap: -1.725,
  'gap-best': -2.254,
  'gap-margin': 0.26,
  'gap-length': 0.024,
  'gap-run': 2.778,
  'gap-aside': 2.937,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
