import type { GroupSimilarity } from '../../src/align/similarity.ts';
import { cheapestPath, shapesUpTo, type PlainBead } from './exact-path.ts';

/** A gap costs as much as this share of all one-to-one beads stays below (Thompson and Koehn 2019, section 3.3). */
const GAP_PERCENTILE = 0.2;

/**
 * The cost of Vecalign (Thompson and Koehn 2019, equations 1 and 2) without its approximate search:
 * `(1 - cos(x, y)) nSents(x) nSents(y) / (mean of 1 - cos(x, any y) and of 1 - cos(any x, y))`. The paper samples the
 * sentences of the means and of the percentile; here they are all of the document's, so that nothing is left to chance.
 */
export function vecalign(similarity: GroupSimilarity, size: number): PlainBead[] {
  const { n, m, cosine } = similarity;
  const distances = (count: number, others: number, of: (i: number, k: number, j: number) => number) => {
    const means = new Float64Array(count * 6);
    for (let i = 0; i < count; i++)
      for (let k = 1; k <= 6 && i + k <= count; k++) {
        let sum = 0;
        for (let j = 0; j < others; j++) sum += 1 - of(i, k, j);
        means[i * 6 + k - 1] = sum / others;
      }
    return means;
  };
  const source = distances(n, m, (i, k, j) => cosine(i, k, j, 1));
  const rendering = distances(m, n, (j, l, i) => cosine(i, 1, j, l));
  const bead = (i: number, k: number, j: number, l: number) =>
    ((1 - cosine(i, k, j, l)) * k * l * 2) / (source[i * 6 + k - 1]! + rendering[j * 6 + l - 1]!);
  const single = new Float64Array(n * m);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) single[i * m + j] = bead(i, 1, j, 1);
  const gap = single.sort()[Math.floor(GAP_PERCENTILE * (single.length - 1))] ?? 0;
  return cheapestPath(n, m, shapesUpTo(size), bead, () => gap);
}
