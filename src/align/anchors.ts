import { bandAround, bandSize, bestGridPath, wholeBand, type Band, type GridPath } from './band.ts';
import { sentenceView, type CoarseView } from './coarse-view.ts';
import type { LongAccess } from './similarity.ts';
import type { Steps } from '../core/steps.ts';

/** Where two long texts run side by side. */
export interface Anchors {
  /** The path through single sentences. */
  path: GridPath;
  /** Number of views, single sentences among them. */
  levels: number;
  /** Places where the search had to look further than the path through larger blocks led it. */
  widened: number;
}

/** The coarsest view is searched whole: at most so many points. */
const COARSEST = 16_384;
/** Blocks on every side of the coarser path; a path that strays further leaves weak evidence behind. */
const REACH = 10;

/**
 * Finds the path by which two texts answer to each other through coarser and coarser views (the idea of Thompson and
 * Koehn 2019, section 3.3): exact through a few hundred blocks, then in a band round the path before, in blocks half as
 * large. Here blocks may be passed over at no cost, so that long insertions do not pull the path away, and where the
 * evidence along a path is weak the band is widened and searched again. O((n + m) * d) time, given that few places are
 * weak, and never more than `MOST_POINTS` points a sentence.
 */
export function* findAnchors(access: LongAccess): Steps<Anchors> {
  const views: CoarseView[] = [yield* sentenceView(access)];
  for (let view = views[0]!; view.n * view.m > COARSEST && Math.max(view.n, view.m) > 1; view = views.at(-1)!)
    views.push(yield* view.coarser());
  let view = views.pop()!;
  const levels = views.length + 1;
  let path = yield* bestGridPath(view, wholeBand(view.n, view.m));
  let widened = 0;
  while (views.length > 0) {
    view = views.pop()!;
    let band = bandAround(path, view.n, view.m, REACH);
    path = yield* bestGridPath(view, band);
    for (let round = 0; round < ROUNDS; round++) {
      const wider = widen(band, weakStretches(path));
      if (wider.places === 0) break;
      widened += wider.places;
      band = wider.band;
      path = yield* bestGridPath(view, band);
    }
  }
  return { path, levels, widened };
}

/** How often one view is searched again. */
const ROUNDS = 3;

/** A rectangle of the grid, from point to point, through which a path has nothing to show for itself. */
interface Stretch {
  i: number;
  j: number;
  endI: number;
  endJ: number;
}

/** A pair with this contrast is hardly by chance: one in 700 is. */
export const STRONG = 3;
/** A strong pair counts where the evidence in so many rows in front of it or behind it ... */
const WINDOW = 32;
/** ... is this share of what is usual along the path, ... */
const SUPPORT = 0.8;
/** ... and this share of the rows or columns, whichever are fewer, in any case. */
const LEAST_SUPPORT = 0.25;

/**
 * What lies between strong pairs that other strong pairs bear out. Where that is more than the band would hold anyway, it is
 * taken with as many strong pairs around it as may have borne out each other across a jump of the path: behind the jump
 * may lie what the stretch was mistaken for. O(n).
 */
function weakStretches({ n, m, first, last, contrast }: GridPath): Stretch[] {
  const strong = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) strong[i + 1] = strong[i]! + (contrast[i]! >= STRONG ? 1 : 0);
  // Strong pairs of as many as could be between two rows: a text that is longer than the other has fewer.
  const evidence = (from: number, to: number) => {
    const possible = Math.min(to - from, last[to]! - last[from]!);
    return (strong[to]! - strong[from]!) / Math.max(WINDOW / 4, possible);
  };
  const windows: number[] = [];
  for (let i = 0; i + WINDOW <= n; i += WINDOW / 4) windows.push(evidence(i, i + WINDOW));
  const usual = windows.sort((a, b) => a - b)[windows.length >> 1] ?? 0;
  const least = Math.max(LEAST_SUPPORT, SUPPORT * usual);
  const stretches: Stretch[] = [];
  let i = 0;
  let j = 0;
  for (let row = 0; row <= n; row++) {
    if (row < n) {
      if (contrast[row]! < STRONG) continue;
      const inFront = evidence(Math.max(0, row + 1 - WINDOW), row + 1);
      if (inFront < least && evidence(row, Math.min(n, row + WINDOW)) < least) continue;
    }
    const column = row < n ? last[row]! : m;
    if (Math.min(row - i, column - j) > REACH) {
      let before = i;
      for (let pairs = 0; before > 0 && pairs < WINDOW;) if (contrast[--before]! >= STRONG) pairs++;
      let behind = row;
      for (let pairs = 0; behind < n && pairs < WINDOW;) if (contrast[behind++]! >= STRONG) pairs++;
      stretches.push({ i: before, j: first[before]!, endI: behind, endJ: last[behind]! });
    }
    i = row + 1;
    j = column + 1;
  }
  return stretches;
}

/** So many points of a band a sentence, at most, for all that is widened. */
const MOST_POINTS = 200;

/**
 * Takes the whole of each stretch that reaches beyond the band into it, or, where that is too much, a wider band through
 * it. `places` says how many stretches grew.
 */
function widen(band: Band, stretches: readonly Stretch[]): { band: Band; places: number } {
  const { n, m } = band;
  const first = band.first.slice();
  const last = band.last.slice();
  let left = MOST_POINTS * (n + m) - bandSize(band);
  let places = 0;
  for (const { i, j, endI, endJ } of stretches) {
    const missing = (reach: number) => {
      let points = 0;
      for (let row = i; row <= endI; row++)
        points +=
          Math.max(0, first[row]! - Math.max(j, first[row]! - reach)) +
          Math.max(0, Math.min(endJ, last[row]! + reach) - last[row]!);
      return points;
    };
    const reach = [m, 8 * REACH].find((far) => missing(far) <= left);
    if (reach === undefined || missing(reach) === 0) continue;
    left -= missing(reach);
    places++;
    for (let row = i; row <= endI; row++) {
      const [low, high] = [first[row]!, last[row]!];
      first[row] = Math.min(low, Math.max(j, low - reach));
      last[row] = Math.max(high, Math.min(endJ, high + reach));
    }
  }
  return { band: { n, m, first, last }, places };
}
