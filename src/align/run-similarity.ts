import { AlignError } from '../core/errors.ts';
import type { RunVectors } from '../embed/windows.ts';
import { additiveSimilarity, windowSimilarity, type GroupSimilarity } from './similarity.ts';

/** The similarity that the vectors of two sides give. */
export function runSimilarity(source: RunVectors, rendering: RunVectors): GroupSimilarity {
  if ('sums' in source && 'sums' in rendering) return additiveSimilarity(source.sums, rendering.sums);
  if ('windows' in source && 'windows' in rendering) return windowSimilarity(source.windows, rendering.windows);
  throw new AlignError(
    'invalid-vectors',
    'The two sides were embedded in different ways.',
    'Use one embedder for both.',
  );
}
