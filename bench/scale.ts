/**
 * `npm run bench:scale`: time, processor time and peak memory of the aligner on made texts of 1,000 to 100,000 sentences
 * a side, F1 against the truth, and how far the search through long texts agrees with the exact one. Writes scale.md
 * and scale.svg. Each size runs in a process of its own, so that the peak is its own.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alignSentences } from '../src/align/align-sentences.ts';
import { BeadModel } from '../src/align/bead-model.ts';
import { BEAD_WEIGHTS } from '../src/align/bead-weights.ts';
import { evaluateBeads } from '../src/align/evaluate.ts';
import { exactBeads } from '../src/align/exact-search.ts';
import { longBeads, type LongSearch } from '../src/align/long-search.ts';
import { additiveSimilarity, longAdditiveSimilarity } from '../src/align/similarity.ts';
import { dotRows } from '../src/core/matrix.ts';
import { scalePlot } from './scale-plot.ts';
import { syntheticTexts, type SyntheticOptions } from './synthetic-texts.ts';
import { finish } from '../src/core/steps.ts';

interface Run {
  seconds: number;
  processorSeconds: number;
  /** Multiples of the reference loop, timed in the same process. */
  references: number;
  peakMegabytes: number;
  rendering: number;
  widened: number;
  f1: number;
}

const SIZES = [1_000, 3_000, 10_000, 30_000, 100_000];
const CASES: Record<string, SyntheticOptions> = {
  'insertion of 500': { sentences: 10_000, seed: 11, insertion: { at: 5_000, count: 500 } },
  'chapters of 800 and 1,200 left out': {
    sentences: 10_000,
    seed: 12,
    omissions: [
      { at: 2_000, count: 800 },
      { at: 6_000, count: 1_200 },
    ],
  },
  'loose pairs (cosine .53)': { sentences: 10_000, seed: 13, noise: 1.6 },
};

/** Aligned before anything is timed, so that the compiler's time, which does not grow, stays out of the slope. */
const WARM_UP: SyntheticOptions = { sentences: 1_000, seed: 1 };

function run(options: SyntheticOptions): Run {
  const warm = syntheticTexts(WARM_UP);
  alignSentences(additiveSimilarity(warm.source, warm.rendering), warm.sourceSide, warm.renderingSide);
  const { source, rendering, sourceSide, renderingSide, gold } = syntheticTexts(options);
  const reference = referenceSeconds();
  const processor = process.cpuUsage();
  const start = performance.now();
  let search: LongSearch | undefined;
  const beads = alignSentences(additiveSimilarity(source, rendering), sourceSide, renderingSide, {
    onLongSearch: (found) => (search = found),
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(processor);
  return {
    seconds,
    processorSeconds: (user + system) / 1e6,
    references: (user + system) / 1e6 / reference,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    rendering: rendering.rows,
    widened: search?.widened ?? 0,
    f1: evaluateBeads(gold, beads).strict.f1,
  };
}

/** Processor seconds of one million dot products of 256 dimensions. */
function referenceSeconds(): number {
  const rows = { rows: 1000, columns: 256, data: new Float32Array(256_000).fill(0.5) };
  const before = process.cpuUsage().user;
  let sum = 0;
  for (let i = 0; i < 1000; i++) for (let j = 0; j < 1000; j++) sum += dotRows(rows, i, rows, j);
  if (!(sum > 0)) throw new Error('The reference loop went wrong.');
  return (process.cpuUsage().user - before) / 1e6;
}

/** Share of beads that both searches have, against all hubs and against the neighbourhood's. */
function agreement(options: SyntheticOptions) {
  const { source, rendering, sourceSide, renderingSide, gold } = syntheticTexts(options);
  const similarity = longAdditiveSimilarity(source, rendering);
  const whole = similarity.long.stretch(0, similarity.n, 0, similarity.m);
  const clock = () => process.cpuUsage().user / 1e6;
  const begun = clock();
  const found = finish(
    longBeads(similarity, similarity.long, sourceSide, renderingSide, { weights: BEAD_WEIGHTS, lengthRatio: 1 }),
  );
  const model = (hubs?: BeadModel['hubs']) => new BeadModel(whole, sourceSide, renderingSide, BEAD_WEIGHTS, 1, hubs);
  const between = clock();
  const exact = exactBeads(model());
  const ended = clock();
  return {
    longSeconds: between - begun,
    exactSeconds: ended - between,
    rendering: rendering.rows,
    equal: evaluateBeads(exact, found.beads).strict.precision,
    equalWithSameHubs: evaluateBeads(exactBeads(model(found.model.hubs)), found.beads).strict.precision,
    exactF1: evaluateBeads(gold, exact).strict.f1,
    longF1: evaluateBeads(gold, found.beads).strict.f1,
  };
}

const job = process.argv[2];
if (job !== undefined) {
  console.log(JSON.stringify(run(JSON.parse(job) as SyntheticOptions)));
} else {
  const apart = (options: SyntheticOptions): Run => {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), JSON.stringify(options)];
    const { stdout, status } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error(`A run ended with ${status}.`);
    return JSON.parse(stdout) as Run;
  };
  const line = (name: string, options: SyntheticOptions, r: Run) =>
    `| ${name} | ${count(options.sentences)} x ${count(r.rendering)} | ${r.seconds.toFixed(2)} | ${r.processorSeconds.toFixed(2)} | ${r.references.toFixed(1)} | ${r.peakMegabytes.toFixed(0)} | ${r.widened} | ${figure(r.f1)} |`;
  const plain = SIZES.map((sentences) => ({ sentences, ...apart({ sentences, seed: 7 }) }));
  const lines = plain.map((r) => line('plain', { sentences: r.sentences, seed: 7 }, r));
  for (const [name, options] of Object.entries(CASES)) lines.push(line(name, options, apart(options)));
  const compared = [300, 700, 1200].flatMap((sentences) =>
    [0.8, 1.2, 1.6].map((noise) => ({ sentences, noise, ...agreement({ sentences, noise, seed: 3 }) })),
  );
  const slope = slopeOf(plain.map((r) => [r.sentences, r.processorSeconds]));
  writeFileSync(
    new URL('scale.md', import.meta.url),
    `# Scale

Made texts (bench/synthetic-texts.ts): random vectors of 96 dimensions, pairs with a cosine of about .78, one sentence in
ten joined or split, one in 25 left out or added. Given vectors; \`npm run bench:scale\` writes this file. The time of a
row is that of a fresh process that has aligned one text of 1,000 before; the peak is that of the whole
process with the vectors. A reference is one million dot products of 256 dimensions.

| texts | sentences | seconds | processor seconds | references | peak MB | widened | strict F1 |
|---|---|---|---|---|---|---|---|
${lines.join('\n')}

Slope of the processor time on a log-log plot: ${slope.toFixed(2)}.

![Time by number of sentences](scale.svg)

## Against the exact program

Share of the beads of the search through long texts that the exact program over all of both texts has as well. The exact
program takes hubness against the whole other side, the search against the neighbourhood, as in an article; *same
hubness* gives the exact program the neighbourhood's, so that only seams between pieces can make a difference.

| sentences | noise | equal beads | same hubness | F1 exact | F1 long | processor seconds exact | long |
|---|---|---|---|---|---|---|---|
${compared
  .map(
    (r) =>
      `| ${r.sentences} x ${r.rendering} | ${r.noise} | ${figure(r.equal)} | ${figure(r.equalWithSameHubs)} | ${figure(r.exactF1)} | ${figure(r.longF1)} | ${r.exactSeconds.toFixed(2)} | ${r.longSeconds.toFixed(2)} |`,
  )
  .join('\n')}
`,
  );
  writeFileSync(new URL('scale.svg', import.meta.url), scalePlot(plain, slope));
  console.log(lines.join('\n'));
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function figure(value: number): string {
  // Cut, not rounded: only what is 1 says 1.
  return value >= 1 ? '1' : (Math.floor(value * 1e4) / 1e4).toFixed(4).slice(1);
}

/** Slope of the least-squares line through the logarithms. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (of: 0 | 1) => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  return logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
