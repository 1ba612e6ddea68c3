import { normalizeRows, type Matrix } from '../core/matrix.ts';
import type { Bead } from '../core/result.ts';
import type { SideWords } from '../embed/side-words.ts';
import type { Document } from '../text/document.ts';
import { weightedSum, writeDots } from './row-products.ts';

/** Everything about one side that tells its missing phrases. */
export interface OneSide {
  document: Document;
  words: SideWords;
  chances: readonly Float32Array[];
  weights: readonly Float32Array[];
  of(bead: Bead): readonly number[];
}

/** Characters of a side of a bead. */
export function characters({ document, of }: OneSide, bead: Bead): number {
  let sum = 0;
  for (const s of of(bead)) sum += document.sentences[s]!.end - document.sentences[s]!.start;
  return sum;
}

/** The weighted share of the content words of a side of a bead that is not covered; 0 where there are none. */
export function uncoveredShare({ chances, weights, of }: OneSide, bead: Bead): number {
  let total = 0;
  let lacking = 0;
  for (const sentence of of(bead))
    for (let w = 0; w < weights[sentence]!.length; w++) {
      const weight = weights[sentence]![w]!;
      total += weight;
      lacking += weight * (1 - chances[sentence]![w]!);
    }
  return total > 0 ? lacking / total : 0;
}

/** The sum of the words of a side of a bead, as a unit row. */
export function direction({ words: { rows, vectors, weights }, of }: OneSide, bead: Bead): Matrix {
  let most = 0;
  for (const sentence of of(bead)) most += rows[sentence]!.length;
  const known = new Int32Array(most);
  const weighs = new Float64Array(most);
  let count = 0;
  for (const sentence of of(bead))
    for (const row of rows[sentence]!)
      if (row >= 0) {
        known[count] = row;
        weighs[count++] = weights[row]!;
      }
  const data = weightedSum(vectors, known, weighs, count);
  return normalizeRows({ rows: 1, columns: vectors.columns, data });
}

/** The cosine of each word with a direction; 0 for a word without vector. */
export function likenesses({ vectors }: SideWords, rows: Int32Array, direction: Matrix): Float64Array {
  const dots = new Float64Array(rows.length);
  if (!rows.includes(-1)) {
    writeDots(direction, 0, vectors, rows, rows.length, dots);
    return dots;
  }
  const known = rows.filter((row) => row >= 0);
  writeDots(direction, 0, vectors, known, known.length, dots);
  let next = 0;
  return Float64Array.from(rows, (row) => (row < 0 ? 0 : dots[next++]!));
}
