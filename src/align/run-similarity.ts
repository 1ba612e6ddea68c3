import { AlignError } from '../core/errors.ts';
import type { RunVectors } from '../embed/windows.ts';
import { additiveSimilaritySteps, windowSimilaritySteps, type GroupSimilarity } from './similarity.ts';
import { finish, type Steps } from '../core/steps.ts';

/** The similarity that the vectors of two sides give. */
export function runSimilarity(source: RunVectors, rendering: RunVectors): GroupSimilarity {
  return finish(runSimilaritySteps(source, rendering));
}

/** What `runSimilarity` does, in steps. */
export function* runSimilaritySteps(source: RunVectors, rendering: RunVectors): Steps<GroupSimilarity> {
  if ('sums' in source && 'sums' in rendering) return yield* additiveSimilaritySteps(source.sums, rendering.sums);
  if ('windows' in source && 'windows' in rendering)
    return yield* windowSimilaritySteps(source.windows, rendering.windows);
  throw new AlignError(
    'invalid-vectors',
    'The two sides were embedded in different ways.',
    'Use one embedder for both.',
  );
}
