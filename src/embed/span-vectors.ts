import { normalizingRows, type Matrix } from '../core/matrix.ts';
import type { Span } from '../core/span.ts';
import { finishInTurns } from '../core/steps.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';
import { embedRuns } from './windows.ts';

/** Unit rows, one for each span of a text. */
export async function spanVectors(
  embedder: Embedder,
  text: string,
  spans: readonly Span[],
  options?: EmbedOptions,
): Promise<Matrix> {
  const runs = await embedRuns(embedder, text, spans, 1, options);
  return 'sums' in runs ? finishInTurns(normalizingRows(runs.sums), { signal: options?.signal }) : runs.windows[0]!;
}
