import { dotRows } from '../core/matrix.ts';
import type { SideWords } from '../embed/side-words.ts';

/** Cosines of word rows of two sides, each computed once for all the beads that ask. */
export interface WordCosines {
  /** Cosine of source row `x` and rendering row `y`. */
  between(x: number, y: number): number;
}

/** More pairs than this (64 MB) are not kept. */
const MAX_KEPT = 16_000_000;

const known = new WeakMap<SideWords, WeakMap<SideWords, WordCosines>>();

/** The cosines of a pair of sides; the same object for the same pair, kept as long as both sides are. */
export function wordCosines(source: SideWords, rendering: SideWords): WordCosines {
  let byRendering = known.get(source);
  if (!byRendering) known.set(source, (byRendering = new WeakMap()));
  let cosines = byRendering.get(rendering);
  if (!cosines) byRendering.set(rendering, (cosines = table(source, rendering)));
  return cosines;
}

function table(source: SideWords, rendering: SideWords): WordCosines {
  const columns = rendering.vectors.rows;
  const dot = (x: number, y: number) => dotRows(source.vectors, x, rendering.vectors, y);
  if (source.vectors.rows * columns > MAX_KEPT) return { between: dot };
  const kept = new Float32Array(source.vectors.rows * columns).fill(NaN);
  return {
    between(x, y) {
      const at = x * columns + y;
      const value = kept[at]!;
      return value === value ? value : (kept[at] = dot(x, y));
    },
  };
}

const norms = new WeakMap<SideWords, Map<number, number>>();

/** Length of the sum of two adjacent words' vectors before normalization; 0 where one has none. */
export function pairNorm(side: SideWords, x: number, y: number): number {
  if (x < 0 || y < 0) return 0;
  let ofSide = norms.get(side);
  if (!ofSide) norms.set(side, (ofSide = new Map()));
  const key = x * side.vectors.rows + y;
  let norm = ofSide.get(key);
  if (norm === undefined) {
    const u = side.weights[x]!;
    const v = side.weights[y]!;
    norm = Math.sqrt(u * u + v * v + 2 * u * v * dotRows(side.vectors, x, side.vectors, y));
    ofSide.set(key, norm);
  }
  return norm;
}
