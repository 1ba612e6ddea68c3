import { createHash } from 'node:crypto';
import { zeros } from '../../src/core/matrix.ts';
import type { Embedder } from '../../src/embed/embedder.ts';

/** An embedder whose unit rows follow from the text alone; `calls` has the texts of each call but those of the probe. */
export interface HashingEmbedder extends Embedder {
  readonly calls: string[][];
}

export function hashingEmbedder({ dimensions = 32, salt = '', id = 'hashing', revision = 'r1' } = {}): HashingEmbedder {
  const calls: string[][] = [];
  return {
    id,
    revision,
    dimensions,
    languages: ['*'],
    calls,
    async embed(texts) {
      if (!texts[0]?.startsWith('Мир и peace')) calls.push([...texts]);
      const matrix = zeros(texts.length, dimensions);
      for (const [row, text] of texts.entries()) {
        let seed = createHash('sha256').update(`${salt} ${text}`).digest();
        const values = Array.from({ length: dimensions }, (_, k) => {
          if (k % 8 === 0) seed = createHash('sha256').update(seed).digest();
          return seed.readInt32LE(4 * (k % 8));
        });
        matrix.data.set(
          values.map((value) => value / Math.hypot(...values)),
          row * dimensions,
        );
      }
      return matrix;
    },
  };
}
