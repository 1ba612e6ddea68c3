import type { Weights } from './bead-model.ts';

/** Weights of the bead model: fitted by bench/fit-aligner.ts on both halves. */
export const BEAD_WEIGHTS: Weights = {
  pair: -3.048,
  extra: 0.381,
  'many-to-many': -0.981,
  breaks: -3,
  cosine: 6.878,
  margin: 23.358,
  length: -2.3,
  'length-square': 0,
  brevity: 3.08,
  gain: 11.497,
  swap: -5.55,
  gap: -2.166,
  'gap-best': -3.293,
  'gap-margin': 6.213,
  'gap-length': 0.297,
  'gap-run': 2.894,
  'gap-aside': 4.516,
};

/** Log odds against text that changed its place by more than a neighbour's. */
export const MOVED_PENALTY = 4;
