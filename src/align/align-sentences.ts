import { AlignError } from '../core/errors.ts';
import { requireKnownNames } from '../core/known-names.ts';
import type { Bead } from '../core/result.ts';
import { BeadModel, type AlignSide, type Weights } from './bead-model.ts';
import { BEAD_WEIGHTS } from './bead-weights.ts';
import { comparableCosines } from './cosine-scale.ts';
import type { SideWords } from '../embed/side-words.ts';
import { partDoubtfulPairs } from './doubtful-pairs.ts';
import { exactSearchSteps } from './exact-search.ts';
import { facingGapSteps } from './facing-gaps.ts';
import { weighGap, type PathBead } from './gap-rivals.ts';
import { requireCells } from './lattice.ts';
import { longBeads, type LongSearch, type LongSearchProgress } from './long-search.ts';
import { dropLooseEnds, looseGapSteps } from './loose-ends.ts';
import { crossingTest, rejoinMoved } from './moved.ts';
import { hubnessSteps } from './hubness.ts';
import type { GroupSimilarity } from './similarity.ts';
import { finish, telling, type Steps } from '../core/steps.ts';

const NAMES = ['lengthRatio', 'weights', 'words', 'onProgress', 'onLongSearch'];

/** What `alignSentences` may be told. */
export interface AlignSentencesOptions {
  /** Characters of the rendering for one of the source; default 1. */
  lengthRatio?: number;
  /** Weights of the bead model; default: the fitted ones. */
  weights?: Weights;
  /**
   * The words of both sides, where text is at hand: they decide where the vectors of sentences leave doubt.
   *
   * @internal
   */
  words?: {
    /** The words of the source. */
    source: SideWords;
    /** The words of the rendering. */
    rendering: SideWords;
  };
  /** Called every few milliseconds while long texts are searched; what it throws, the call throws. */
  onProgress?: ((progress: LongSearchProgress) => void) | undefined;
  /** Called once where the texts were too long for the exact search, with how they were searched. */
  onLongSearch?: ((search: LongSearch) => void) | undefined;
}

/**
 * Aligns two texts: the most probable sequence of beads, with pairs that only changed places joined again.
 * Every sentence of both sides is in exactly one bead; beads are in the order of the source, gaps of the rendering
 * where the text lacks a counterpart. `confidence` is the probability of the bead over all alignments of the two
 * texts, changed by what the words of the two sides say where they are given; `cost` is the negative log probability of
 * the bead by itself.
 *
 * Exact, in O(n * m) time and memory, up to `EXACT_CELLS` pairs of sentences; beyond, a search from coarse to fine that is
 * exact between sure pairs, in linear time and memory.
 *
 * @throws AlignError `unknown-option`; `invalid-argument` for sides that do not fit the similarity and a length ratio that is none, `text-too-long` beyond `MAX_CELLS` pairs where the similarity does not tell its `long` parts.
 */
export function alignSentences(
  similarity: GroupSimilarity,
  source: AlignSide,
  rendering: AlignSide,
  options: AlignSentencesOptions = {},
): Bead[] {
  return finish(alignmentSteps(similarity, source, rendering, options), similarity.long && options.onProgress);
}

/** What `alignSentences` does, in steps that tell how far it has come; `onProgress` is not called. */
export function* alignmentSteps(
  similarity: GroupSimilarity,
  source: AlignSide,
  rendering: AlignSide,
  options: AlignSentencesOptions = {},
): Steps<Bead[], LongSearchProgress> {
  requireKnownNames('options', options, NAMES);
  requireSide('source', source, similarity.n);
  requireSide('rendering', rendering, similarity.m);
  const { lengthRatio = 1 } = options;
  if (!(lengthRatio > 0 && lengthRatio < Infinity))
    throw new AlignError(
      'invalid-argument',
      `The length ratio is ${lengthRatio}.`,
      'Give the characters of the rendering for one of the source, above 0; 1 where it is not known.',
    );
  if (!similarity.long) requireCells(similarity.n, similarity.m);
  const { beads, model } = yield* search(comparableCosines(similarity), source, rendering, options);
  const all = { done: similarity.n, total: similarity.n };
  const refined = options.words ? yield* telling(all, refine(beads, model, options.words)) : beads;
  const rejoined = yield* telling(all, rejoinMoved(refined, model));
  return yield* telling(all, settle(rejoined, model, similarity));
}

function requireSide(name: string, { lengths, kinds, blocks }: AlignSide, count: number): void {
  for (const [what, list] of Object.entries({ lengths, kinds, blocks }))
    if (list && list.length !== count)
      throw new AlignError(
        'invalid-argument',
        `The ${name} has ${list.length} ${what} for ${count} sentences.`,
        `Give one of the ${what} for each row of its vectors.`,
      );
  for (let i = 0; i < count; i++)
    if (!(lengths[i]! >= 0 && lengths[i]! < Infinity))
      throw new AlignError(
        'invalid-argument',
        `Sentence ${i} of the ${name} has the length ${lengths[i]}.`,
        'Give lengths in characters, 0 or more.',
      );
}

/** The beads of the path, their cost not filled in, and the model that they come from. */
function* search(
  similarity: GroupSimilarity,
  source: AlignSide,
  rendering: AlignSide,
  { weights = BEAD_WEIGHTS, lengthRatio = 1, onLongSearch }: AlignSentencesOptions,
): Steps<{ beads: PathBead[]; model: BeadModel }, LongSearchProgress> {
  if (similarity.long) {
    const found = yield* longBeads(similarity, similarity.long, source, rendering, { weights, lengthRatio });
    onLongSearch?.(found.search);
    return found;
  }
  const none = { done: 0, total: similarity.n };
  const hubs = yield* telling(none, hubnessSteps(similarity));
  const model = new BeadModel(similarity, source, rendering, weights, lengthRatio, hubs);
  return { beads: yield* telling(none, exactSearchSteps(model)), model };
}

/** The beads with the cosine and cost of what they have become, and `moved` only where they still cross another. */
function* settle(beads: readonly Bead[], model: BeadModel, similarity: GroupSimilarity): Steps<Bead[]> {
  const crosses = crossingTest(beads, model.n);
  const settled: Bead[] = [];
  for (const path of beads as readonly PathBead[]) {
    const { moved, ...bead } = path;
    delete bead.rivals;
    if (settled.length % BEADS_A_STEP === 0) yield;
    const { source, rendering } = bead;
    const [i, j] = [source[0] ?? -1, rendering[0] ?? -1];
    const odds =
      i < 0 ? model.renderingGap(j) : j < 0 ? model.sourceGap(i) : model.bead(i, source.length, j, rendering.length);
    const cosine = i < 0 || j < 0 ? 0 : similarity.cosine(i, source.length, j, rendering.length);
    const told = { ...bead, similarity: cosine, cost: negativeLogSigmoid(odds) };
    settled.push(moved && crosses(i, j) ? { ...told, moved } : told);
  }
  return settled;
}

const BEADS_A_STEP = 64;

/** Parts and joins beads by their words. */
function* refine(
  beads: readonly PathBead[],
  model: BeadModel,
  words: { source: SideWords; rendering: SideWords },
): Steps<Bead[]> {
  const { similarity, hubs, lengthRatio } = model;
  const input = { similarity, lengthRatio, ...words, hubs };
  const looked: Bead[] = [];
  // Each bead is looked at by itself; only then are gaps joined with what is around them.
  for (const bead of beads) {
    yield;
    looked.push(...dropLooseEnds(partDoubtfulPairs([weighGap(bead, input)], input), input));
  }
  return yield* facingGapSteps(yield* looseGapSteps(looked, input), input);
}

/** -log(1 / (1 + exp(-odds))), never negative. */
export function negativeLogSigmoid(odds: number): number {
  return odds > 0 ? Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)) - odds;
}
