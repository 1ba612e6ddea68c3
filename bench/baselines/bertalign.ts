import type { GroupSimilarity } from '../../src/align/similarity.ts';
import { cheapestPath, runningSums, shapesUpTo, type PlainBead } from './exact-path.ts';

/**
 * The scoring of Bertalign (Liu and Zhu 2022, section 3.2) without its first pass: the cosine of the concatenations less
 * the mean cosine of either side to the sentences just before and just behind the other, times `log2(1 + shorter /
 * longer)`, lengths made comparable by the two documents' ratio. The highest sum wins; a gap adds `skip`.
 */
export function bertalign(
  { n, m, cosine }: GroupSimilarity,
  source: ArrayLike<number>,
  rendering: ArrayLike<number>,
  skip: number,
  size: number,
): PlainBead[] {
  const a = runningSums(source);
  const b = runningSums(rendering);
  const ratio = b[m]! > 0 ? a[n]! / b[m]! : 1;
  const mean = (first: number | undefined, second: number | undefined) =>
    first === undefined || second === undefined ? (first ?? second ?? 0) : (first + second) / 2;
  const value = (i: number, k: number, j: number, l: number) => {
    const beside = mean(j > 0 ? cosine(i, k, j - 1, 1) : undefined, j + l < m ? cosine(i, k, j + l, 1) : undefined);
    const across = mean(i > 0 ? cosine(i - 1, 1, j, l) : undefined, i + k < n ? cosine(i + k, 1, j, l) : undefined);
    const first = a[i + k]! - a[i]!;
    const second = (b[j + l]! - b[j]!) * ratio;
    const shorter = Math.min(first, second) / Math.max(1, first, second);
    return (cosine(i, k, j, l) - (beside + across) / 2) * Math.log2(1 + shorter);
  };
  return cheapestPath(
    n,
    m,
    shapesUpTo(size),
    (i, k, j, l) => -value(i, k, j, l),
    () => -skip,
  );
}
