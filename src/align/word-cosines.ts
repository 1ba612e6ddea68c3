import type { SideWords } from '../embed/side-words.ts';
import { writeDots, writeNeighbourDots } from './row-products.ts';

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
  const missing = new Int32Array(b.rows);
  const dots = new Float64Array(b.rows);
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
        writeDots(a, x, b, missing, count, dots);
        for (let k = 0; k < count; k++) kept[base + missing[k]!] = dots[k]!;
        for (let j = 0; j < rowsB.length; j++) if (rowsB[j]! >= 0) out[at + j] = kept[base + rowsB[j]!]!;
        if (!isKept) for (const y of missing.subarray(0, count)) kept[y] = NaN;
      }
      return out;
    },
  };
}

/** Lengths of the sums of each two words in a row before normalization, at the first of them; 0 where one has no vector. */
export function pairNorms({ vectors, weights }: SideWords, rows: Int32Array): Float64Array {
  const norms = new Float64Array(rows.length);
  writeNeighbourDots(vectors, rows, norms);
  for (let k = 0; k < rows.length; k++) {
    const [x, y] = [rows[k]!, k + 1 < rows.length ? rows[k + 1]! : -1];
    if (x < 0 || y < 0) {
      norms[k] = 0;
      continue;
    }
    const u = weights[x]!;
    const v = weights[y]!;
    norms[k] = Math.sqrt(u * u + v * v + 2 * u * v * norms[k]!);
  }
  return norms;
}
