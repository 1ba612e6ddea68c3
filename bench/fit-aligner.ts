/**
 * Fits the weights of the bead model (src/align/bead-weights.ts) on planted cases, and says how well they do on the
 * other half: `npm run fit`. Latent-path conditional random field: the gradient is the expected
 * features of all paths that agree with the reference less those of all paths. Some cases are put beside the rendering of
 * another, where all is gaps. In a second copy of each case some neighbouring sentences are read as one, so that beads
 * of several sentences are learned too, and words are left out of what is embedded, more in one case and fewer in
 * another, as a freer translation or a weaker model has them: without that, cosines tell so well that lengths are not
 * learned.
 */
import { BeadModel, FEATURES, type Weights } from '../src/align/bead-model.ts';
import { buildLattice, EDGE_SHAPES, SWAP, type Lattice } from '../src/align/lattice.ts';
import { lengthRatio } from '../src/align/length-ratio.ts';
import { posterior } from '../src/align/posterior.ts';
import { additiveSimilarity } from '../src/align/similarity.ts';
import type { SentenceKind } from '../src/core/result.ts';
import { overlap, type Span } from '../src/core/span.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { readDocument } from '../src/text/document.ts';
import { plantedCases, type PlantedCase } from './planted-cases.ts';
import { fittedHalf, writeWeights } from './weights-file.ts';

interface Example {
  model: (weights: Weights) => BeadModel;
  /** Which segment each sentence is of: its index, or -1 for text without counterpart. */
  source: number[];
  rendering: number[];
  moved: Set<number>;
  /** Whether neighbouring sentences were read as one. */
  isJoined: boolean;
  /** Groups of segments that only one bead can hold, since their sentences overlap crosswise. */
  whole: Set<number>;
  /** Sentences that may be gaps though their segment has a counterpart: a dateline or heading inside a segment. */
  asides: [source: boolean[], rendering: boolean[]];
}

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });
let random = 12345;
const chance = () => (random = (Math.imul(random, 1103515245) + 12345) >>> 0) / 2 ** 32;

/**
 * The most words that are left out, as a share of all. None makes beads of free renderings too crisp, half of them joins what
 * does not belong together (Text+Berg, whose vectors are of another make, has a strict F1 of .849, .858 and .849 at 0, .25 and .5, the last with fewer steps).
 */
const MOST_THINNED = 0.25;

function thinned(text: string, rate: number): string {
  if (rate === 0) return text;
  const words = text.split(' ');
  const kept = words.filter(() => chance() >= rate);
  return kept.length > 0 ? kept.join(' ') : words[0]!;
}

/** `other`: a case whose rendering stands in for the item's own, so that nothing has a counterpart. */
async function example(item: PlantedCase, join: number, other?: PlantedCase): Promise<Example> {
  const { segments, events } = item.gold;
  const rate = join > 0 ? chance() * MOST_THINNED : 0;
  const texts = [item.source, (other ?? item).renderings[0].text];
  const languages = ['ru', 'en'];
  const sides = await Promise.all(
    texts.map(async (text, side) => {
      const document = readDocument({ id: 'x', text, language: languages[side]! });
      const spans: Span[] = [];
      const kinds: SentenceKind[] = [];
      const blocks: number[] = [];
      for (const s of document.sentences) {
        if (spans.length > 0 && s.kind === 'body' && kinds.at(-1) === 'body' && chance() < join)
          spans[spans.length - 1] = { start: spans.at(-1)!.start, end: s.end };
        else {
          spans.push({ start: s.start, end: s.end });
          kinds.push(s.kind);
          blocks.push(s.block);
        }
      }
      const sums = await embedder.sums(spans.map((s) => thinned(text.slice(s.start, s.end), rate)));
      return { spans, kinds, blocks, sums };
    }),
  );
  const segmentsOf = (span: Span, side: 0 | 1): number[] => {
    const out: number[] = [];
    segments.forEach((segment, index) => {
      const place = segment[side];
      if (
        place &&
        overlap(span, { start: place[0], end: place[1] }) > 0.3 * Math.min(span.end - span.start, place[1] - place[0])
      )
        out.push(index);
    });
    return out;
  };
  const union = new Map<number, number>();
  const find = (x: number): number => {
    const up = union.get(x);
    return up === undefined ? x : find(up);
  };
  const similarity = additiveSimilarity(sides[0]!.sums, sides[1]!.sums);
  const side = (index: 0 | 1) => ({
    lengths: sides[index]!.spans.map((s) => s.end - s.start),
    kinds: sides[index]!.kinds,
    blocks: sides[index]!.blocks,
  });
  const model = (weights: Weights) => new BeadModel(similarity, side(0), side(1), weights, lengthRatio('ru', 'en'));
  if (other) {
    return {
      model,
      source: sides[0]!.spans.map(() => -1),
      rendering: sides[1]!.spans.map(() => -1),
      moved: new Set(),
      isJoined: false,
      whole: new Set(),
      asides: [[], []],
    };
  }
  const raw = sides.map((side, which) => side.spans.map((span) => segmentsOf(span, which as 0 | 1)));
  for (const lists of raw)
    for (const list of lists)
      for (const other of list.slice(1)) if (find(other) !== find(list[0]!)) union.set(find(other), find(list[0]!));
  const group = (list: number[]) =>
    list.length === 0 || list.every((s) => segments[s]![1] === null) ? -1 : find(list[0]!);
  const moved = new Set<number>();
  for (const event of events)
    if (event.rule === 'moved')
      segments.forEach((segment, index) => {
        if (
          event.source.some(
            (s) => overlap({ start: s[0], end: s[1] }, { start: segment[0][0], end: segment[0][1] }) > 0,
          )
        )
          moved.add(find(index));
      });
  return {
    model,
    source: raw[0]!.map(group),
    rendering: raw[1]!.map(group),
    moved,
    isJoined: join > 0,
    whole: wholeGroups(raw, find),
    asides: [sides[0]!.kinds.map((kind) => kind !== 'body'), sides[1]!.kinds.map((kind) => kind !== 'body')],
  };
}

/**
 * Groups of several segments, each of which lies in one sentence on either side: what joins them are sentences that hold
 * several, so that no shorter beads serve. Those of more sentences than a bead holds are left out.
 */
function wholeGroups(segmentsOf: number[][][], find: (segment: number) => number): Set<number> {
  const groups = new Map<number, { segments: Set<number>; sentences: [number, number]; places: number }>();
  segmentsOf.forEach((lists, side) =>
    lists.forEach((list) => {
      if (list.length === 0) return;
      const key = find(list[0]!);
      const group = groups.get(key) ?? { segments: new Set(), sentences: [0, 0], places: 0 };
      groups.set(key, group);
      for (const segment of list) group.segments.add(segment);
      group.sentences[side as 0 | 1]++;
      group.places += list.length;
    }),
  );
  const fits = ([k, l]: [number, number]) => EDGE_SHAPES.some((shape) => shape[0] === k && shape[1] === l);
  const once = ({ segments, places }: { segments: Set<number>; places: number }) => places === 2 * segments.size;
  return new Set(
    [...groups].flatMap(([key, group]) =>
      group.segments.size > 1 && once(group) && fits(group.sentences) ? [key] : [],
    ),
  );
}

/** The lattice with everything that contradicts the reference taken out. */
function constrain(lattice: Lattice, { source, rendering, moved, whole, asides }: Example): Lattice {
  const { n, m } = lattice;
  const edges = lattice.edges.slice();
  const counts = new Map<number, [number, number]>();
  for (const [which, list] of [source, rendering].entries())
    for (const s of list) {
      const c = counts.get(s) ?? [0, 0];
      c[which as 0 | 1]++;
      counts.set(s, c);
    }
  const isWhole = (i: number, k: number, j: number, l: number) =>
    counts.get(source[i]!)![0] === k && counts.get(source[i]!)![1] === l && source[i] === rendering[j];
  // A group whose bead the kinds of its sentences forbid, or that other text lies within, is left to the path.
  const held = new Set<number>();
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++)
      EDGE_SHAPES.forEach(([k, l], e) => {
        if (e === SWAP || !whole.has(source[i]!) || !isWhole(i, k, j, l)) return;
        const inside = source.slice(i, i + k).concat(rendering.slice(j, j + l));
        if (edges[(i * m + j) * EDGE_SHAPES.length + e]! > -Infinity && inside.every((s) => s === source[i]))
          held.add(source[i]!);
      });
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++)
      EDGE_SHAPES.forEach(([k, l], e) => {
        const at = (i * m + j) * EDGE_SHAPES.length + e;
        if (i + k > n || j + l > m) return;
        if (e === SWAP) {
          if (!(
            source[i]! >= 0 &&
            source[i] === rendering[j + 1] &&
            source[i + 1]! >= 0 &&
            source[i + 1] === rendering[j] &&
            source[i] !== source[i + 1]
          ))
            edges[at] = -Infinity;
          return;
        }
        const key = source[i]!;
        const right =
          key >= 0 &&
          source.slice(i, i + k).every((s) => s === key) &&
          rendering.slice(j, j + l).every((r) => r === key) &&
          (!held.has(key) || isWhole(i, k, j, l));
        if (!right) edges[at] = -Infinity;
      });
  const free = (s: number) => s < 0 || moved.has(s) || counts.get(s)![0] === 0 || counts.get(s)![1] === 0;
  return {
    ...lattice,
    edges,
    sourceGaps: lattice.sourceGaps.map((g, i) => (free(source[i]!) || asides[0][i] ? g : -Infinity)),
    renderingGaps: lattice.renderingGaps.map((g, j) => (free(rendering[j]!) || asides[1][j] ? g : -Infinity)),
  };
}

/** Adds `sign` times the expected features of a lattice's paths. Returns the log sum. */
function expected(model: BeadModel, lattice: Lattice, sign: number, sum: Float64Array): number {
  const chances = posterior(lattice);
  if (chances.logSum === -Infinity) return -Infinity;
  for (let i = 0; i < lattice.n; i++)
    for (let j = 0; j < lattice.m; j++)
      EDGE_SHAPES.forEach(([k, l], e) => {
        if (i + k > lattice.n || j + l > lattice.m) return;
        const p = chances.edge(i, j, e);
        if (p < 1e-6) return;
        if (e === SWAP) {
          model.addBead(sum, sign * p, i, 1, j + 1, 1);
          model.addBead(sum, sign * p, i + 1, 1, j, 1);
          sum[FEATURES.indexOf('swap')]! += sign * p;
        } else model.addBead(sum, sign * p, i, k, j, l);
      });
  chances.sourceGaps.forEach((p, i) => model.addGap(sum, sign * p, 'source', i));
  chances.renderingGaps.forEach((p, j) => model.addGap(sum, sign * p, 'rendering', j));
  sum[FEATURES.indexOf('gap-run')]! += sign * chances.runs;
  return chances.logSum;
}

const RIDGE = 0.02;

/**
 * The planted cases break paragraphs at random, so that they cannot teach what a break is worth: at most one joint in
 * twenty crosses one, log(1 / 20).
 */
const FIXED: Partial<Weights> = { breaks: -3 };

/** Where the fit begins, whatever ships: the same data give the same weights. */
const START: Weights = {
  pair: -1.84,
  several: -0.916,
  extra: -0.192,
  'many-to-many': -2.488,
  breaks: -3,
  cosine: 5.684,
  margin: 13.065,
  length: -1.104,
  brevity: 3.996,
  gain: 11.263,
  swap: -3.741,
  gap: -2.826,
  'gap-best': -3.849,
  'gap-margin': 3.511,
  'gap-length': 0.124,
  'gap-run': 3.22,
  'gap-aside': 2.993,
};

function fit(examples: Example[], steps: number): { weights: Weights; loss: number } {
  const w = Float64Array.from(FEATURES, (f) => FIXED[f] ?? START[f]);
  const mean = new Float64Array(w.length);
  const square = new Float64Array(w.length);
  let loss = 0;
  for (let step = 1; step <= steps; step++) {
    const weights = Object.fromEntries(FEATURES.map((f, x) => [f, w[x]!])) as unknown as Weights;
    const gradient = new Float64Array(w.length);
    loss = 0;
    let skipped = 0;
    for (const item of examples) {
      const model = item.model(weights);
      const lattice = buildLattice(model);
      const part = new Float64Array(w.length);
      const numerator = expected(model, constrain(lattice, item), 1, part);
      if (numerator === -Infinity) {
        skipped++;
        continue;
      }
      const denominator = expected(model, lattice, -1, part);
      part.forEach((g, x) => (gradient[x]! += g));
      loss += denominator - numerator;
    }
    for (let x = 0; x < w.length; x++) {
      if (FEATURES[x]! in FIXED) continue;
      gradient[x]! -= RIDGE * w[x]!;
      mean[x] = 0.8 * mean[x]! + 0.2 * gradient[x]!;
      square[x] = 0.95 * square[x]! + 0.05 * gradient[x]! ** 2;
      w[x]! += (0.5 * (1 - step / (steps + 1)) * mean[x]!) / (Math.sqrt(square[x]!) + 1e-9);
    }
    // Unequal lengths must never speak for a bead, however unequal.
    w[FEATURES.indexOf('length')] = Math.min(0, w[FEATURES.indexOf('length')]!);
    if (step % 20 === 0 || step === steps)
      console.error(`step ${step} loss ${(loss / examples.length).toFixed(4)} a document, ${skipped} skipped`);
  }
  return {
    weights: Object.fromEntries(FEATURES.map((f, x) => [f, Number(w[x]!.toFixed(3))])) as unknown as Weights,
    loss: loss / examples.length,
  };
}

function lossOf(examples: Example[], weights: Weights): number {
  let loss = 0;
  for (const item of examples) {
    const model = item.model(weights);
    const lattice = buildLattice(model);
    const numerator = posterior(constrain(lattice, item)).logSum;
    if (numerator > -Infinity) loss += posterior(lattice).logSum - numerator;
  }
  return loss / examples.length;
}

/**
 * What the joined copies add to the odds of beads of several sentences: they hold more of them than texts do. For each kind of
 * such beads, the log ratio of how often they are in the documents as they stand and in all that was learned from (prior
 * correction, King and Zeng 2001, section 4.1).
 */
function withoutJoins(examples: Example[], weights: Weights): Weights {
  const rates = (items: Example[]) => {
    const sum = new Float64Array(FEATURES.length);
    let sentences = 0;
    for (const item of items) {
      const model = item.model(weights);
      if (expected(model, constrain(buildLattice(model), item), 1, sum) > -Infinity)
        sentences += item.source.length + item.rendering.length;
    }
    const many = sum[FEATURES.indexOf('many-to-many')]!;
    return { few: (sum[FEATURES.indexOf('several')]! - many) / sentences, many: many / sentences };
  };
  const [real, all] = [rates(examples.filter(({ isJoined }) => !isJoined)), rates(examples)];
  const few = Math.log(real.few / all.few);
  const many = Math.log(real.many / all.many);
  console.log(`beads of several sentences on one side: ${few.toFixed(2)}, on both: ${many.toFixed(2)}`);
  const rounded = (value: number) => Number(value.toFixed(3));
  return {
    ...weights,
    several: rounded(weights.several + few),
    'many-to-many': rounded(weights['many-to-many'] + many - few),
  };
}

const STEPS = 60;
const load = async (half: 'a' | 'b') => {
  const out: Example[] = [];
  const cases = plantedCases(half);
  for (const [index, item] of cases.entries()) {
    out.push(await example(item, 0), await example(item, 0.25));
    if (index % 4 === 0) out.push(await example(item, 0, cases[(index + 37) % cases.length]!));
  }
  return out;
};
const halves = { a: await load('a'), b: await load('b') };
// The other fits are quick and try both halves each time; this one takes minutes.
const fitted = fittedHalf === 'ab' ? [...halves.a, ...halves.b] : halves[fittedHalf];
const { weights: learned, loss } = fit(fitted, STEPS);
const weights = withoutJoins(fitted, learned);
const losses = [loss, lossOf(halves.a, weights), lossOf(halves.b, weights)].map((value) => value.toFixed(4));
console.log(`fitted on ${fittedHalf}: loss ${losses[0]}; on a ${losses[1]}, on b ${losses[2]}`);
await writeWeights('align/bead-weights.ts', 'BEAD_WEIGHTS', weights);
