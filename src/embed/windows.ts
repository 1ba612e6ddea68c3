import type { Matrix } from '../core/matrix.ts';
import type { Span } from '../core/span.ts';
import { requireUnitRows, requireVectors } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';

/**
 * Vectors for runs of consecutive sentences: either `sums`, unnormalized rows of an additive model whose runs are
 * sums, or `windows`, where `windows[k - 1]` has a unit row for each run of `k` sentences.
 */
export type RunVectors = { readonly sums: Matrix } | { readonly windows: readonly Matrix[] };

/**
 * Embeds the sentences of one side, and their runs where the model needs that. An additive model embeds each
 * sentence once; any other embeds the text of each run of up to `longest` sentences, so about `longest` texts a sentence.
 */
export async function embedRuns(
  embedder: Embedder,
  text: string,
  sentences: readonly Span[],
  longest: number,
  options?: EmbedOptions,
): Promise<RunVectors> {
  const run = (first: number, last: number) => text.slice(sentences[first]!.start, sentences[last]!.end);
  if (embedder.sums) {
    const texts = sentences.map((_, i) => run(i, i));
    return { sums: requireVectors(embedder, await embedder.sums(texts, options), texts) };
  }
  const windows: Matrix[] = [];
  for (let k = 1; k <= longest && k <= sentences.length; k++) {
    const texts = sentences.slice(0, sentences.length - k + 1).map((_, i) => run(i, i + k - 1));
    windows.push(requireUnitRows(embedder, requireVectors(embedder, await embedder.embed(texts, options), texts)));
  }
  return { windows };
}
