import { dotRows, type Matrix } from '../core/matrix.ts';
import type { SideWords } from '../embed/side-words.ts';

/** Cosines of word rows of two sides, each computed once for all the beads that ask. */
export interface WordCosines {
  /** Cosines of source rows and rendering rows, `[rowsA, rowsB]`; 0 where one is -1. */
  between(rowsA: Int32Array, rowsB: Int32Array): Float64Array;
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

function table({ vectors: a }: SideWords, { vectors: b }: SideWords): WordCosines {
  // NaN where not computed yet; where both sides have very many words there is room for one row, emptied after use.
  const isKept = a.rows * b.rows <= MAX_KEPT;
  const kept = new Float32Array(isKept ? a.rows * b.rows : b.rows).fill(NaN);
  const wide = new Float64Array(a.columns);
  const missing = new Int32Array(b.rows);
  return {
    between(rowsA, rowsB) {
      const out = new Float64Array(rowsA.length * rowsB.length);
      for (let i = 0, at = 0; i < rowsA.length; i++, at += rowsB.length) {
        const x = rowsA[i]!;
        if (x < 0) continue;
        const base = isKept ? x * b.rows : 0;
        let count = 0;
        for (let j = 0; j < rowsB.length; j++) {
          const y = rowsB[j]!;
          if (y < 0 || kept[base + y] === kept[base + y]) continue;
          missing[count++] = y;
          kept[base + y] = 0;
        }
        if (count > 0) dotsOf(a, x, wide, b, missing, count, kept, base);
        for (let j = 0; j < rowsB.length; j++) if (rowsB[j]! >= 0) out[at + j] = kept[base + rowsB[j]!]!;
        if (!isKept) for (const y of missing.subarray(0, count)) kept[y] = NaN;
      }
      return out;
    },
  };
}

/**
 * Writes the dot products of row `x` of `a` with the first `count` of `rows` of `b` to `out`, at `base` and their rows.
 * Two at a time, and row `x` widened to double precision once: less than half the time of `dotRows`, and equal to it.
 */
function dotsOf(
  a: Matrix,
  x: number,
  wide: Float64Array,
  b: Matrix,
  rows: Int32Array,
  count: number,
  out: Float32Array,
  base: number,
): void {
  const { columns, data } = b;
  const whole = columns & ~3;
  for (let c = 0, at = x * columns; c < columns; c++, at++) wide[c] = a.data[at]!;
  for (let k = 0; k < count; k += 2) {
    const y = rows[k]!;
    const z = k + 1 < count ? rows[k + 1]! : y;
    const apart = (z - y) * columns;
    let at = y * columns;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let t0 = 0;
    let t1 = 0;
    let t2 = 0;
    let t3 = 0;
    let c = 0;
    for (; c < whole; c += 4, at += 4) {
      const w0 = wide[c]!;
      const w1 = wide[c + 1]!;
      const w2 = wide[c + 2]!;
      const w3 = wide[c + 3]!;
      s0 += w0 * data[at]!;
      s1 += w1 * data[at + 1]!;
      s2 += w2 * data[at + 2]!;
      s3 += w3 * data[at + 3]!;
      t0 += w0 * data[at + apart]!;
      t1 += w1 * data[at + apart + 1]!;
      t2 += w2 * data[at + apart + 2]!;
      t3 += w3 * data[at + apart + 3]!;
    }
    for (; c < columns; c++, at++) {
      s0 += wide[c]! * data[at]!;
      t0 += wide[c]! * data[at + apart]!;
    }
    out[base + y] = s0 + s1 + s2 + s3;
    out[base + z] = t0 + t1 + t2 + t3;
  }
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
