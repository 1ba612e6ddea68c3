import type { BeadModel } from './bead-model.ts';
import { bestPathSteps, RENDERING_GAP, SOURCE_GAP } from './dynamic-program.ts';
import { range, rivalsOf, type PathBead } from './gap-rivals.ts';
import { EDGE_SHAPES, latticeSteps, SWAP } from './lattice.ts';
import { likelyCellSteps } from './likely-cells.ts';
import { posteriorSteps } from './posterior.ts';
import { finish, type Steps } from '../core/steps.ts';

/**
 * The most probable sequence of beads, exact; `cost` is not filled in. O(n * m) time and memory.
 *
 * @throws AlignError `text-too-long` beyond `MAX_CELLS` cells.
 */
export function exactBeads(model: BeadModel): PathBead[] {
  return finish(exactSearchSteps(model));
}

/** What `exactBeads` does, in steps: one a row of the lattice, and one a bead. */
export function* exactSearchSteps(model: BeadModel): Steps<PathBead[]> {
  const lattice = yield* latticeSteps(model);
  const { path, best } = yield* bestPathSteps(lattice);
  const chances = yield* posteriorSteps(lattice, yield* likelyCellSteps(lattice, best));
  const beads: PathBead[] = [];
  const pair = (i: number, k: number, j: number, l: number, confidence: number, moved: boolean) =>
    beads.push({
      source: range(i, k),
      rendering: range(j, l),
      similarity: model.similarity.cosine(i, k, j, l),
      confidence,
      cost: 0,
      ...(moved ? { moved: true as const } : {}),
    });
  const gap = (side: 'source' | 'rendering', index: number) => {
    const rivals = rivalsOf(model, lattice, chances, side, index);
    beads.push({
      source: side === 'source' ? [index] : [],
      rendering: side === 'rendering' ? [index] : [],
      similarity: 0,
      confidence: (side === 'source' ? chances.sourceGaps : chances.renderingGaps)[index]!,
      cost: 0,
      ...(rivals.length > 0 ? { rivals } : {}),
    });
  };
  for (const { edge, i, j } of path) {
    yield;
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
  return beads;
}
