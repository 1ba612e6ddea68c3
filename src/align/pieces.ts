import type { GridPath } from './band.ts';
import { STRONG } from './anchors.ts';

/** A stretch of both texts that is searched by itself: source `i .. i+n-1`, rendering `j .. j+m-1`. */
export interface Piece {
  i: number;
  n: number;
  j: number;
  m: number;
}

/** Sentences on the longer side before a cut is looked for, and by which it has to be made where there is a sure place. */
const SHORTEST = 16;
const LONGEST = 40;
/** A piece without a sure place to cut may grow to this many cells. */
const MOST_CELLS = 8192;

/**
 * Cuts two texts into pieces along a path: between two pairs of single sentences that are each other's best, in the
 * middle of others if possible, where no bead is likely to lie across. Long passages without such a place are cut anywhere
 * on the path, so that no piece has more than `MOST_CELLS` cells but for one row or column. O(n + m).
 */
export function cutAtAnchors(path: GridPath): Piece[] {
  const { n, m } = path;
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  const cut = (endI: number, endJ: number) => {
    if (endI > i || endJ > j) pieces.push({ i, n: endI - i, j, m: endJ - j });
    [i, j] = [endI, endJ];
  };
  let best = { i: 0, j: 0, sureness: 0 };
  for (let row = 1; row <= n; row++) {
    const column = path.first[row]!;
    while ((row - i) * (path.last[row]! - j) > MOST_CELLS) {
      // Where the path goes on through the row, the cut is in it; else it is in front of the row.
      const reach = j + Math.floor(MOST_CELLS / (row - i));
      if (best.sureness > 0) cut(best.i, best.j);
      else if (reach > column) cut(row, Math.min(reach, path.last[row]!));
      else cut(row - 1, path.last[row - 1]!);
      best = { i: 0, j: 0, sureness: 0 };
    }
    const size = Math.max(row - i, column - j);
    if (size < SHORTEST) continue;
    const sureness = surenessAt(path, row);
    if (sureness > best.sureness) best = { i: row, j: column, sureness };
    if (best.sureness > 0 && (size >= LONGEST || best.sureness >= ENOUGH)) {
      cut(best.i, best.j);
      best = { i: 0, j: 0, sureness: 0 };
    }
  }
  cut(n, m);
  return pieces;
}

/** The sentences of two pairs that follow each other have nothing to do with the other pair's where this holds. */
const APART = 3;

/**
 * Cuts a piece between every two pairs of single sentences that are each other's best, beyond doubt, and `APART` times as
 * near as their sentences are to the other pair's: the odds of beads that would lie across need not be computed. `cosine`
 * is that of single sentences. O(n) for all pieces together.
 */
export function partsOf(piece: Piece, path: GridPath, cosine: (i: number, j: number) => number): Piece[] {
  const { first, last, contrast, mutual } = path;
  const isSure = (i: number) => mutual[i] === 1 && contrast[i]! >= STRONG;
  const areApart = (i: number, j: number) =>
    Math.min(cosine(i - 1, j - 1), cosine(i, j)) >= APART * Math.max(cosine(i - 1, j), cosine(i, j - 1));
  const parts: Piece[] = [];
  let { i, j } = piece;
  const [endI, endJ] = [piece.i + piece.n, piece.j + piece.m];
  for (let row = i + 1; row < endI; row++) {
    const column = first[row]!;
    if (column !== last[row] || !isSure(row - 1) || !isSure(row) || !areApart(row, column)) continue;
    parts.push({ i, n: row - i, j, m: column - j });
    [i, j] = [row, column];
  }
  parts.push({ i, n: endI - i, j, m: endJ - j });
  return parts;
}

/** No better place is waited for. */
const ENOUGH = 2 * STRONG;

/**
 * How sure it is that no bead lies across the point in front of source sentence `row`: the smaller contrast of the pairs
 * on both sides of it, and as much again where the pairs beyond those are as sure; 0 where the two are not each other's
 * best.
 */
function surenessAt({ n, first, last, contrast, mutual }: GridPath, row: number): number {
  const pairAt = (i: number) => (i >= 0 && i < n && mutual[i] === 1 ? Math.max(0, contrast[i]!) : 0);
  if (row >= n || first[row] !== last[row]) return 0;
  const near = Math.min(pairAt(row - 1), pairAt(row));
  if (near < STRONG) return 0;
  const inLine = (row < 2 || last[row - 2] === last[row]! - 2) && (row + 2 > n || first[row + 2] === last[row]! + 2);
  return near + (inLine ? Math.min(near, pairAt(row - 2), pairAt(row + 1)) : 0);
}
