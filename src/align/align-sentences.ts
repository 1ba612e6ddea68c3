import type { Bead } from '../core/result.ts';
import { BeadModel, type AlignSide, type Weights } from './bead-model.ts';
import { BEAD_WEIGHTS } from './bead-weights.ts';
import type { SideWords } from '../embed/side-words.ts';
import { partDoubtfulPairs } from './doubtful-pairs.ts';
import { bestPath, RENDERING_GAP, SOURCE_GAP } from './dynamic-program.ts';
import { buildLattice, EDGE_SHAPES, requireCells, SWAP } from './lattice.ts';
import { dropLooseEnds, joinLooseGaps } from './loose-ends.ts';
import { crosses, rejoinMoved } from './moved.ts';
import { posterior } from './posterior.ts';
import type { GroupSimilarity } from './similarity.ts';

export interface AlignSentencesOptions {
  /** Characters of the rendering for one of the source; default 1. */
  lengthRatio?: number;
  /** Weights of the bead model; default: the fitted ones. */
  weights?: Weights;
  /** The words of both sides, where text is at hand: they decide where the vectors of sentences leave doubt. */
  words?: { source: SideWords; rendering: SideWords };
}

/**
 * Aligns two texts: the most probable sequence of beads, exact, with pairs that only changed places joined again.
 * Every sentence of both sides is in exactly one bead; beads are in the order of the source, gaps of the rendering
 * where the text lacks a counterpart. `confidence` is the probability of the bead over all alignments of the two
 * texts, changed by what the words of the two sides say where they are given; `cost` is the negative log probability of
 * the bead by itself. O(n * m) time and memory.
 *
 * @throws AlignError `text-too-long` beyond the exact search's bound.
 */
export function alignSentences(
  similarity: GroupSimilarity,
  source: AlignSide,
  rendering: AlignSide,
  options: AlignSentencesOptions = {},
): Bead[] {
  requireCells(similarity.n, similarity.m);
  const model = new BeadModel(similarity, source, rendering, options.weights ?? BEAD_WEIGHTS, options.lengthRatio ?? 1);
  const lattice = buildLattice(model);
  const chances = posterior(lattice);
  const beads: Bead[] = [];
  const pair = (i: number, k: number, j: number, l: number, confidence: number, moved: boolean) =>
    // `settle` fills in the cost.
    beads.push({
      source: range(i, k),
      rendering: range(j, l),
      similarity: similarity.cosine(i, k, j, l),
      confidence,
      cost: 0,
      ...(moved ? { moved: true as const } : {}),
    });
  const gap = (side: 'source' | 'rendering', index: number) =>
    beads.push({
      source: side === 'source' ? [index] : [],
      rendering: side === 'rendering' ? [index] : [],
      similarity: 0,
      confidence: (side === 'source' ? chances.sourceGaps : chances.renderingGaps)[index]!,
      cost: 0,
    });
  for (const { edge, i, j } of bestPath(lattice)) {
    if (edge === SOURCE_GAP) gap('source', i);
    else if (edge === RENDERING_GAP) gap('rendering', j);
    else if (edge === SWAP) {
      const confidence = chances.edge(i, j, edge);
      pair(i, 1, j + 1, 1, confidence, true);
      pair(i + 1, 1, j, 1, confidence, true);
    } else {
      const [k, l] = EDGE_SHAPES[edge]!;
      pair(i, k, j, l, chances.edge(i, j, edge), false);
    }
  }
  return settle(rejoinMoved(options.words ? refine(beads, model, options.words) : beads, model), model);
}

/** The beads with the cost of what they have become, and `moved` only where they still cross another. */
function settle(beads: readonly Bead[], model: BeadModel): Bead[] {
  const paired = beads.filter((bead) => bead.source.length > 0 && bead.rendering.length > 0);
  return beads.map(({ moved, ...bead }) => {
    const { source, rendering } = bead;
    const [i, j] = [source[0] ?? -1, rendering[0] ?? -1];
    const odds =
      i < 0 ? model.renderingGap(j) : j < 0 ? model.sourceGap(i) : model.bead(i, source.length, j, rendering.length);
    const cost = negativeLogSigmoid(odds);
    return moved && crosses(i, j, paired) ? { ...bead, cost, moved } : { ...bead, cost };
  });
}

/** Parts and joins beads by their words. */
function refine(beads: Bead[], model: BeadModel, words: { source: SideWords; rendering: SideWords }): Bead[] {
  const { similarity, hubs, lengthRatio } = model;
  const input = { similarity, lengthRatio, ...words };
  const parted = partDoubtfulPairs(beads, { ...input, hubs });
  return joinLooseGaps(dropLooseEnds(parted, input), input);
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, offset) => first + offset);
}

/** -log(1 / (1 + exp(-odds))), never negative. */
export function negativeLogSigmoid(odds: number): number {
  return odds > 0 ? Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)) - odds;
}
