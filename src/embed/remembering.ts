import { zeros, type Matrix } from '../core/matrix.ts';
import { requireVectors } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';

/** Rows that are remembered, at most: the sentences of an article many times over, and 8 MB of 512 dimensions. */
const MOST_ROWS = 4096;

type Rows = (texts: readonly string[], options?: EmbedOptions) => Promise<Matrix>;

/**
 * An embedder that asks another one for each text once, for one call that comes back to the same sentences. Its id is the
 * other's. Beyond `MOST_ROWS` nothing more is remembered.
 */
export function rememberingEmbedder(embedder: Embedder): Embedder {
  const { id, revision, dimensions, languages } = embedder;
  return {
    ...{ id, revision, dimensions, languages },
    embed: remembering(embedder, (texts, options) => embedder.embed(texts, options)),
    ...(embedder.sums ? { sums: remembering(embedder, (texts, options) => embedder.sums!(texts, options)) } : {}),
  };
}

function remembering(embedder: Embedder, rows: Rows): Rows {
  const known = new Map<string, Float32Array>();
  const { dimensions } = embedder;
  return async (texts, options) => {
    const missing = texts.filter((text) => !known.has(text));
    const found =
      missing.length > 0 ? requireVectors(embedder, await rows(missing, options), missing) : zeros(0, dimensions);
    const rowOf = (data: Float32Array, row: number) => data.subarray(row * dimensions, (row + 1) * dimensions);
    const out = missing.length === texts.length ? found : zeros(texts.length, dimensions);
    if (out !== found) {
      let next = 0;
      for (const [x, text] of texts.entries())
        out.data.set(known.get(text) ?? rowOf(found.data, next++), x * dimensions);
    }
    // A copy: the embedder may keep what it returned, and the caller may change what it gets.
    const kept = found.data.slice(0, Math.max(0, MOST_ROWS - known.size) * dimensions);
    for (let row = 0; row < kept.length / dimensions; row++) known.set(missing[row]!, rowOf(kept, row));
    return out;
  };
}
