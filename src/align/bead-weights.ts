import type { Weights } from './bead-model.ts';

/** Weights of the bead model: fitted by bench/fit-aligner.ts on both halves. */
export const BEAD_WEIGHTS: Weights = {
  pair: -3.181,
  several: -1.075,
  extra: -0.056,
  'many-to-many': -2.077,
  breaks: -3,
  cosine: 4.724,
  margin: 16.877,
  length: -0.944,
  brevity: 3.908,
  gain: 11.872,
  swap: -2.59,
  gap: -2.752,
  'gap-best': -2.991,
  'gap-margin': 2.725,
  'gap-length': 0.14,
  'gap-run': 2.992,
  'gap-aside': 3.031,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
