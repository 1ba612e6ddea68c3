import type { CoarseView } from './coarse-view.ts';
import type { Steps } from '../core/steps.ts';

/**
 * The part of a grid of `n + 1` rows and `m + 1` columns that a search looks at: in row `i` the columns `first[i]` to
 * `last[i]`, both included. Point `(i, j)` means that `i` source and `j` rendering blocks lie behind.
 */
export interface Band {
  readonly n: number;
  readonly m: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** A path through the grid from `(0, 0)` to `(n, m)`: in row `i` it goes from column `first[i]` to `last[i]`. */
export interface GridPath extends Band {
  /** Contrast of the pair `(i, last[i])` where the path goes through it; -Infinity where source block `i` is passed over. */
  readonly contrast: Float64Array;
  /** 1 where that pair is, within the band, the best of its row and of its column. */
  readonly mutual: Uint8Array;
}

/** All of the grid. */
export function wholeBand(n: number, m: number): Band {
  return { n, m, first: new Int32Array(n + 1), last: new Int32Array(n + 1).fill(m) };
}

/** The points within `reach` blocks, in rows and in columns, of a path through blocks twice as large. O(n). */
export function bandAround(path: GridPath, n: number, m: number, reach: number): Band {
  const band = wholeBand(n, m);
  for (let i = 0; i <= n; i++) {
    const above = Math.max(0, i - reach) >> 1;
    const below = Math.ceil(Math.min(n, i + reach) / 2);
    band.first[i] = Math.max(0, Math.min(m, 2 * path.first[above]!) - reach);
    band.last[i] = Math.min(m, 2 * path.last[below]! + reach);
  }
  return band;
}

/** Number of points of a band. */
export function bandSize({ n, first, last }: Band): number {
  let size = 0;
  for (let i = 0; i <= n; i++) size += last[i]! - first[i]! + 1;
  return size;
}

/** A pair counts by how far its contrast is beyond this: any two blocks are to lose against passing both over. */
const LEAST_CONTRAST = 1.5;

const DIAGONAL = 1;
const DOWN = 2;
const RIGHT = 3;

/**
 * The path in a band whose pairs have the largest sum of contrasts; blocks that it passes over cost nothing.
 *
 *     best(i, j) = max( best(i - 1, j - 1) + contrast(i - 1, j - 1) - LEAST_CONTRAST,  best(i - 1, j),  best(i, j - 1) )
 *
 * Ties go to the earlier of the three. O(points of the band) time, a byte a point; a step a row.
 */
export function* bestGridPath(view: CoarseView, band: Band): Steps<GridPath> {
  const { n, m, first, last } = band;
  const offsets = new Float64Array(n + 2);
  for (let i = 0; i <= n; i++) offsets[i + 1] = offsets[i]! + last[i]! - first[i]! + 1;
  const from = new Uint8Array(offsets[n + 1]!);
  const rowBest = new Int32Array(n).fill(-1);
  const columnBest = new Int32Array(m).fill(-1);
  const columnContrast = new Float64Array(m).fill(-Infinity);
  // One row of sums and the one above it, by column.
  let above = new Float64Array(m + 1).fill(-Infinity);
  let here = new Float64Array(m + 1).fill(-Infinity);
  for (let i = 0; i <= n; i++) {
    yield;
    const [low, high] = [first[i]!, last[i]!];
    const [lowAbove, highAbove] = i > 0 ? [first[i - 1]!, last[i - 1]!] : [0, -1];
    let largest = -Infinity;
    for (let j = low; j <= high; j++) {
      let sum = i === 0 && j === 0 ? 0 : -Infinity;
      let step = 0;
      if (j - 1 >= lowAbove && j - 1 <= highAbove) {
        const contrast = view.contrast(i - 1, j - 1);
        sum = above[j - 1]! + contrast - LEAST_CONTRAST;
        step = DIAGONAL;
        if (contrast > largest) {
          largest = contrast;
          rowBest[i - 1] = j - 1;
        }
        if (contrast > columnContrast[j - 1]!) {
          columnContrast[j - 1] = contrast;
          columnBest[j - 1] = i - 1;
        }
      }
      if (j >= lowAbove && j <= highAbove && above[j]! > sum) {
        sum = above[j]!;
        step = DOWN;
      }
      if (j > low && here[j - 1]! > sum) {
        sum = here[j - 1]!;
        step = RIGHT;
      }
      here[j] = sum;
      from[offsets[i]! + j - low] = step;
    }
    [above, here] = [here, above];
  }
  return trace(view, band, offsets, from, rowBest, columnBest);
}

function trace(
  view: CoarseView,
  { n, m, first: low }: Band,
  offsets: Float64Array,
  from: Uint8Array,
  rowBest: Int32Array,
  columnBest: Int32Array,
): GridPath {
  const path = {
    n,
    m,
    first: new Int32Array(n + 1),
    last: new Int32Array(n + 1),
    contrast: new Float64Array(n).fill(-Infinity),
    mutual: new Uint8Array(n),
  };
  let j = m;
  for (let i = n; i >= 0; i--) {
    path.last[i] = j;
    while (from[offsets[i]! + j - low[i]!] === RIGHT) j--;
    path.first[i] = j;
    if (i > 0 && from[offsets[i]! + j - low[i]!] === DIAGONAL) {
      j--;
      path.contrast[i - 1] = view.contrast(i - 1, j);
      path.mutual[i - 1] = rowBest[i - 1] === j && columnBest[j] === i - 1 ? 1 : 0;
    }
  }
  return path;
}
