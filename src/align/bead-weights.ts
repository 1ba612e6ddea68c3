import type { Weights } from './bead-model.ts';

/** Weights of the bead model: fitted by bench/fit-aligner.ts on both halves. */
export const BEAD_WEIGHTS: Weights = {
  pair: -3.02,
  extra: -0.374,
  'many-to-many': -2.364,
  breaks: -3,
  cosine: 5.658,
  margin: 23.005,
  length: -2.927,
  'length-square': 0,
  brevity: 2.933,
  gain: 17.823,
  swap: -4.671,
  gap: -2.411,
  'gap-best': -3.763,
  'gap-margin': 4.807,
  'gap-length': 0.093,
  'gap-run': 2.982,
  'gap-aside': 3.397,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
