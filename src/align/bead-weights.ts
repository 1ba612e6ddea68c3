import type { Weights } from './bead-model.ts';

/** Weights of the bead model: fitted by bench/fit-aligner.ts on both halves. */
export const BEAD_WEIGHTS: Weights = {
  pair: -3.049,
  extra: -1.225,
  'many-to-many': -1.678,
  breaks: -3,
  cosine: 5.53,
  margin: 19.687,
  length: -1.78,
  'length-square': 0,
  brevity: 2.356,
  gain: 16.424,
  swap: -4.249,
  gap: -2.075,
  'gap-best': -3.582,
  'gap-margin': 3.769,
  'gap-length': 0.116,
  'gap-run': 2.762,
  'gap-aside': 2.982,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
