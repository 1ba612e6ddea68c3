import type { Matrix } from '../core/matrix.ts';
import type { Span } from '../core/span.ts';
import { finishInTurns } from '../core/steps.ts';
import { pauses } from '../core/turns.ts';
import { checkingUnitRows, checkingVectors } from './checks.ts';
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
  const turns = { signal: options?.signal, pause: pauses(options?.signal) };
  if (embedder.sums) {
    const texts = sentences.map((_, i) => run(i, i));
    const sums = await embedder.sums(texts, options);
    return { sums: await finishInTurns(checkingVectors(embedder, sums, texts), turns) };
  }
  const windows: Matrix[] = [];
  for (let k = 1; k <= longest && k <= sentences.length; k++) {
    const texts = sentences.slice(0, sentences.length - k + 1).map((_, i) => run(i, i + k - 1));
    const rows = await embedder.embed(texts, options);
    windows.push(await finishInTurns(checkingUnitRows(embedder, rows, texts), turns));
  }
  return { windows };
}
