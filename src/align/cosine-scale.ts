import { writeCosines, type GroupSimilarity } from './similarity.ts';

/**
 * The background of planted articles with the embedded model, on which the weights are fitted: the median cosine of all
 * pairs of a document's sentences is .10 in the middle and between 0 and .32 in each of the 492 (bench/align.md). More
 * is the model's doing, not the document's.
 */
const TYPICAL_BACKGROUND = 0.1;
const HIGHEST_BACKGROUND = 0.32;

/** With fewer sentences a side, true pairs are too many of all pairs for a median to be background. */
const LEAST_SENTENCES = 4;

/** Pairs that are looked at. */
const SAMPLE = 4096;

/**
 * A similarity whose cosines the weights of the aligner can read. Vectors of many models share a large common part,
 * so that sentences without anything in common have a cosine of .7 and translations one of .9 (anisotropy: Ethayarajh
 * 2019, section 4.1); every margin is then a fraction of what the weights expect. With the background `b` of two texts,
 * `1 - (1 - cosine) * (1 - TYPICAL_BACKGROUND) / (1 - b)` takes the common part off; the order of the cosines stays, and
 * 1 stays 1. Texts whose background the weights have seen, as with the embedded model, get the very same object back.
 * At most `SAMPLE` cosines of single sentences and a sort.
 */
export function comparableCosines(similarity: GroupSimilarity): GroupSimilarity {
  const cosines = sampleOf(similarity);
  // In most texts the median is that low, which to count tells sooner than to sort.
  let low = 0;
  for (const cosine of cosines) if (cosine <= HIGHEST_BACKGROUND) low++;
  if (cosines.length === 0 || low > middle(cosines)) return similarity;
  const background = medianOf(cosines);
  if (background >= 1) return similarity;
  const scale = (1 - TYPICAL_BACKGROUND) / (1 - background);
  return scaled(similarity, scale);
}

/**
 * The median cosine over all pairs of sentences, or over `SAMPLE` spread evenly over them; -1 where a side is too short
 * to tell.
 */
export function backgroundOf(similarity: GroupSimilarity): number {
  return medianOf(sampleOf(similarity));
}

/** -1 of none. */
function medianOf(values: Float64Array): number {
  return values.length > 0 ? values.sort()[middle(values)]! : -1;
}

function middle({ length }: Float64Array): number {
  return length >> 1;
}

/** Cosines of pairs of sentences; none where a side is too short. */
function sampleOf(similarity: GroupSimilarity): Float64Array {
  const { n, m } = similarity;
  if (Math.min(n, m) < LEAST_SENTENCES) return new Float64Array(0);
  const pairs = n * m;
  const values = new Float64Array(Math.min(pairs, SAMPLE));
  if (pairs <= SAMPLE) for (let i = 0; i < n; i++) writeCosines(similarity, 'rendering', i, 1, 0, 1, m, values, i * m);
  else
    for (let x = 0; x < SAMPLE; x++)
      values[x] = similarity.cosine(spread(x, n, FIRST_STEP), 1, spread(x, m, SECOND_STEP), 1);
  return values;
}

/** Steps whose multiples, modulo 1, fill a square evenly: powers of the root of x^3 = x + 1, inverted. */
const FIRST_STEP = 0.7548776662466927;
const SECOND_STEP = 0.5698402909980532;

function spread(x: number, count: number, step: number): number {
  return Math.floor(((x * step) % 1) * count);
}

function scaled(similarity: GroupSimilarity, scale: number): GroupSimilarity {
  const { n, m, long, costly } = similarity;
  return {
    n,
    m,
    ...(costly ? { costly } : {}),
    cosine: (i, k, j, l) => Math.max(-1, 1 - (1 - similarity.cosine(i, k, j, l)) * scale),
    ...(long
      ? {
          long: {
            ...long,
            stretch: (i: number, h: number, j: number, w: number) => scaled(long.stretch(i, h, j, w), scale),
          },
        }
      : {}),
  };
}
