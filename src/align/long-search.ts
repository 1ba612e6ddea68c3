import { findAnchors } from './anchors.ts';
import { BeadModel, type AlignSide, type Weights } from './bead-model.ts';
import { exactBeads } from './exact-search.ts';
import type { PathBead } from './gap-rivals.ts';
import { cutAtAnchors, partsOf, type Piece } from './pieces.ts';
import { MAX_GROUP } from './group-norms.ts';
import { hubness, type Hubness } from './hubness.ts';
import { writeCosines, type GroupSimilarity, type LongAccess } from './similarity.ts';
import { telling, type Steps } from '../core/steps.ts';

/** How two long texts were searched. */
export interface LongSearch {
  /** Number of views, from blocks of sentences to single ones. */
  levels: number;
  /**
   * Places where the evidence along the path was weak and the search looked further than larger blocks had led it:
   * passages that have no counterpart on either side, or that were at first taken for others.
   */
  widened: number;
  /** Number of pieces that were searched exactly. */
  pieces: number;
}

/** How far the search has come: sentences of the source that lie in beads, of all. */
export interface LongSearchProgress {
  /** Sentences of the source that lie in beads, 0 to `total`. */
  done: number;
  /** Sentences of the source. */
  total: number;
}

interface LongBeadsOptions {
  weights: Weights;
  lengthRatio: number;
}

/** What a search through long texts found: beads, cost not filled in, and the model of the whole. */
interface Found {
  beads: PathBead[];
  model: BeadModel;
  search: LongSearch;
}

/** Sentences on both sides of a piece that count as its neighbourhood: with the piece, about an article. */
const CONTEXT = 24;

/**
 * Searches long texts: a path through coarser views of them, cut at sure pairs into pieces of some tens of sentences,
 * and the exact program in each piece. Hubness is taken against the piece and its neighbourhood on the other side.
 * Linear time and memory in the sentences of both sides.
 */
export function* longBeads(
  similarity: GroupSimilarity,
  long: LongAccess,
  source: AlignSide,
  rendering: AlignSide,
  { weights, lengthRatio }: LongBeadsOptions,
): Steps<Found, LongSearchProgress> {
  const { n, m } = similarity;
  const { path, levels, widened } = yield* telling({ done: 0, total: n }, findAnchors(long));
  const pieces = cutAtAnchors(path);
  const hubs: Hubness = {
    source: new Float64Array(n * MAX_GROUP),
    rendering: new Float64Array(m * MAX_GROUP),
    sourceBest: new Float64Array(n),
    renderingBest: new Float64Array(m),
  };
  const beads: PathBead[] = [];
  for (const piece of pieces) {
    yield { done: piece.i, total: n };
    const [fromI, toI] = [Math.max(0, piece.i - CONTEXT), Math.min(n, piece.i + piece.n + CONTEXT)];
    const [fromJ, toJ] = [Math.max(0, piece.j - CONTEXT), Math.min(m, piece.j + piece.m + CONTEXT)];
    const around = long.stretch(fromI, toI - fromI, fromJ, toJ - fromJ);
    const cosine = (i: number, j: number) => around.cosine(i - fromI, 1, j - fromJ, 1);
    for (const part of partsOf(piece, path, cosine)) {
      const { i, j } = part;
      const inside = { ...part, i: i - fromI, j: j - fromJ };
      const own = hubness(around, inside);
      hubs.source.set(own.source, i * MAX_GROUP);
      hubs.rendering.set(own.rendering, j * MAX_GROUP);
      hubs.sourceBest.set(own.sourceBest, i);
      hubs.renderingBest.set(own.renderingBest, j);
      const model = new BeadModel(
        stretchOf(around, inside),
        sideOf(source, i, part.n),
        sideOf(rendering, j, part.m),
        weights,
        lengthRatio,
        own,
      );
      for (const bead of exactBeads(model)) {
        for (const { source, rendering } of [bead, ...(bead.rivals ?? [])]) {
          for (let x = 0; x < source.length; x++) source[x]! += i;
          for (let y = 0; y < rendering.length; y++) rendering[y]! += j;
        }
        beads.push(bead);
      }
    }
  }
  yield { done: n, total: n };
  const model = new BeadModel(similarity, source, rendering, weights, lengthRatio, hubs);
  return { beads, model, search: { levels, widened, pieces: pieces.length } };
}

/** The similarity of a part of the texts, counted from its start. */
function stretchOf(whole: GroupSimilarity, { i, n, j, m }: Piece): GroupSimilarity {
  return {
    n,
    m,
    cosine: (x, k, y, l) => whole.cosine(i + x, k, j + y, l),
    writeCosines: (along, x, k, y, ...rest) => writeCosines(whole, along, i + x, k, j + y, ...rest),
  };
}

function sideOf({ lengths, kinds, blocks }: AlignSide, first: number, count: number): AlignSide {
  return {
    lengths: Array.prototype.slice.call(lengths, first, first + count) as number[],
    ...(kinds ? { kinds: kinds.slice(first, first + count) } : {}),
    ...(blocks ? { blocks: blocks.slice(first, first + count) } : {}),
  };
}
