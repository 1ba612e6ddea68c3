import type { SideWords } from '../embed/side-words.ts';
import { writeDotTable, writeNeighbourDots } from './row-products.ts';

/** Cosines of word rows of two sides in single precision, `[rowsA, rowsB]`; 0 where one is -1. O(rowsA * rowsB * dimensions). */
export function wordCosines(
  source: SideWords,
  rowsA: Int32Array,
  rendering: SideWords,
  rowsB: Int32Array,
): Float64Array {
  const out = new Float64Array(rowsA.length * rowsB.length);
  const m = rowsB.length;
  writeDotTable(source.vectors, rowsA, rendering.vectors, rowsB, out);
  for (let i = 0; i < rowsA.length; i++) if (rowsA[i]! < 0) out.fill(0, i * m, (i + 1) * m);
  for (let j = 0; j < m; j++) if (rowsB[j]! < 0) for (let at = j; at < out.length; at += m) out[at] = 0;
  return out;
}

/**
 * Writes the lengths of the sums of each two words in a row before normalization, at the first of them; 0 where one has no
 * vector.
 */
export function writePairNorms({ vectors, weights }: SideWords, rows: Int32Array, norms: Float64Array): void {
  writeNeighbourDots(vectors, rows, norms);
  for (let k = 0; k < rows.length; k++) {
    const x = rows[k]!;
    const y = k + 1 < rows.length ? rows[k + 1]! : -1;
    if (x < 0 || y < 0) {
      norms[k] = 0;
      continue;
    }
    const u = weights[x]!;
    const v = weights[y]!;
    norms[k] = Math.sqrt(u * u + v * v + 2 * u * v * norms[k]!);
  }
}
