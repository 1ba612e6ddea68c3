import type { Bead } from '../core/result.ts';
import type { BeadModel } from './bead-model.ts';
import { pairEvidence, type PairInput } from './doubtful-pairs.ts';
import { EDGE_SHAPES, SWAP, type Lattice } from './lattice.ts';
import { looseEvidence } from './loose-ends.ts';
import type { Posterior } from './posterior.ts';
import { MAX_GROUP } from './group-norms.ts';

/** A bead that would hold a sentence which the path leaves alone, with its probability over all paths. */
export type Rival = Pick<Bead, 'source' | 'rendering' | 'similarity' | 'confidence'>;

/** A bead as the search leaves it; a gap that is not sure has its rivals. */
export interface PathBead extends Bead {
  rivals?: Rival[];
}

/** A gap more probable than this has no rivals to speak of, and a less probable rival does not count. */
const SURE = 0.98;
const LEAST_CHANCE = 0.02;

/** The rivals of a gap. O(sentences of the other side), but for sure gaps. */
export function rivalsOf(
  model: BeadModel,
  lattice: Lattice,
  chances: Posterior,
  side: 'source' | 'rendering',
  sentence: number,
): Rival[] {
  if ((side === 'source' ? chances.sourceGaps : chances.renderingGaps)[sentence]! > SURE) return [];
  const { n, m } = lattice;
  const own = (first: number) => [first, first + MAX_GROUP] as const;
  const [fromI, toI] = side === 'source' ? own(Math.max(0, sentence - MAX_GROUP + 1)) : [0, n];
  const [fromJ, toJ] = side === 'rendering' ? own(Math.max(0, sentence - MAX_GROUP + 1)) : [0, m];
  const rivals: Rival[] = [];
  for (let i = fromI; i < Math.min(n, toI); i++)
    for (let j = fromJ; j < Math.min(m, toJ); j++)
      for (let edge = 0; edge < SWAP; edge++) {
        const [k, l] = EDGE_SHAPES[edge]!;
        const [first, count] = side === 'source' ? [i, k] : [j, l];
        if (sentence < first || sentence >= first + count) continue;
        if (lattice.edges[(i * m + j) * EDGE_SHAPES.length + edge] === -Infinity) continue;
        const confidence = chances.edge(i, j, edge);
        if (confidence < LEAST_CHANCE) continue;
        const similarity = model.similarity.cosine(i, k, j, l);
        rivals.push({ source: range(i, k), rendering: range(j, l), similarity, confidence });
      }
  return rivals;
}

/**
 * A gap with what words say of its rivals: the probability that the paths give each is weighed by how badly the words
 * of the sentence answer to it, and the gap has what is left. That words answer is no news, since the path knows it by
 * their cosine; that they do not is. O(words of the rivals squared).
 */
export function weighGap({ rivals = [], ...gap }: PathBead, input: PairInput): Bead {
  if (rivals.length === 0) return gap;
  const side = gap.source.length > 0 ? 'source' : 'rendering';
  const sentence = gap[side][0]!;
  const evidence = (rival: Rival) => {
    const bead = { ...rival, cost: 0 };
    const loose = looseEvidence(bead, side, sentence, input);
    // A pair has no edges; of a sentence inside a bead words say nothing for it alone.
    return Math.min(loose === undefined ? 0 : -loose, pairEvidence(bead, input));
  };
  const rest = rivals.reduce((sum, rival) => sum + rival.confidence * Math.min(1, Math.exp(evidence(rival))), 0);
  return { ...gap, confidence: gap.confidence / (gap.confidence + rest) };
}

/** `count` indices from `first` on. */
export function range(first: number, count: number): number[] {
  const indices: number[] = [];
  for (let offset = 0; offset < count; offset++) indices.push(first + offset);
  return indices;
}
