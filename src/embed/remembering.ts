import { zeros, type Matrix } from '../core/matrix.ts';
import { finishInTurns, visiting } from '../core/steps.ts';
import { pauses } from '../core/turns.ts';
import { checkingVectors } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';

/** Rows that are remembered, at most: the sentences of an article many times over, and 6 MB of 384 dimensions. */
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
    ...(embedder.sums ? { sums: rememberingSums(embedder) } : {}),
  };
}

/** Sums of words are quickly made: in a list too long to remember, known rows between new ones would cost more as copies. */
function rememberingSums(embedder: Embedder): Rows {
  const rows: Rows = (texts, options) => embedder.sums!(texts, options);
  const remembered = remembering(embedder, rows);
  return (texts, options) => (texts.length > MOST_ROWS ? rows : remembered)(texts, options);
}

function remembering(embedder: Embedder, rows: Rows): Rows {
  const known = new Map<string, Float32Array>();
  const { dimensions } = embedder;
  return async (texts, options) => {
    const turns = { signal: options?.signal, pause: pauses(options?.signal) };
    const missing: string[] = [];
    // Rows as they are known now: another call may add to them while this one waits.
    const given: (Float32Array | undefined)[] = [];
    const look = (text: string) => {
      const row = known.get(text);
      given.push(row);
      if (row === undefined) missing.push(text);
    };
    await finishInTurns(visiting(texts, look), turns);
    const made = missing.length > 0 ? await rows(missing, options) : zeros(0, dimensions);
    const found = await finishInTurns(checkingVectors(embedder, made, missing), turns);
    const rowOf = (data: Float32Array, row: number) => data.subarray(row * dimensions, (row + 1) * dimensions);
    const out = missing.length === texts.length ? found : zeros(texts.length, dimensions);
    if (out !== found) {
      let next = 0;
      const write = (row: Float32Array | undefined, x: number) =>
        out.data.set(row ?? rowOf(found.data, next++), x * dimensions);
      await finishInTurns(visiting(given, write), turns);
    }
    // A copy: the embedder may keep what it returned, and the caller may change what it gets.
    const kept = found.data.slice(0, Math.max(0, MOST_ROWS - known.size) * dimensions);
    for (let row = 0; row < kept.length / dimensions; row++) known.set(missing[row]!, rowOf(kept, row));
    return out;
  };
}
