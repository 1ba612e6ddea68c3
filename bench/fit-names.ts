/**
 * Fits the weights of the rule `name` (src/detect/name-weights.ts): `npx tsx bench/fit-names.ts`. Names of other texts
 * are put in the place of names (bench/name-plantings.ts) in the development cases and in the news tests up to 2018,
 * in both directions of translation; the names that the rule then weighs are right where they were put in.
 */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { nameRivals } from '../src/detect/name-rivals.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { alignCase, touches } from './align-case.ts';
import { fitHalves, type Examples } from './fit-halves.ts';
import { plantNames } from './name-plantings.ts';
import { corpora, plantedCases, type PlantedCase } from './planted-cases.ts';

/** Sentences that are taken as one text, and every how many texts one is. */
const TEXT_LENGTH = 25;
const EVERY = 2;

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

/** The news tests as texts; the two halves share none. */
function newsCases(half: 'a' | 'b'): PlantedCase[] {
  const file = new URL('train/newstest2012-2018.tsv.gz', corpora);
  if (!existsSync(file)) return [];
  const pairs = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
  const out: PlantedCase[] = [];
  const first = half === 'a' ? 0 : TEXT_LENGTH;
  for (let at = first; at + TEXT_LENGTH <= pairs.length; at += TEXT_LENGTH * EVERY) {
    let source = '';
    let rendering = '';
    const segments: PlantedCase['gold']['segments'] = [];
    for (const pair of pairs.slice(at, at + TEXT_LENGTH)) {
      const [ru = '', en = ''] = pair.split('\t');
      segments.push([
        [source.length, source.length + ru.length],
        [rendering.length, rendering.length + en.length],
      ]);
      source += `${ru}\n`;
      rendering += `${en}\n`;
    }
    out.push({ id: `news ${at}`, source, renderings: [{ id: 'r', text: rendering }], gold: { segments, events: [] } });
  }
  return out;
}

async function examples(half: 'a' | 'b'): Promise<Examples> {
  const out: Examples = { rows: [], labels: [] };
  const cases = [...plantedCases(half).filter(({ id }) => id.endsWith('#1')), ...newsCases(half)];
  for (const side of ['rendering', 'source'] as const)
    for (const { item, from, to, names, damaged } of plantNames(cases, side)) {
      const { context, beads } = await alignCase(embedder, item, from, to);
      for (const { rendering, bead, signals } of nameRivals(context)) {
        const right = names.some((place) => touches(place, rendering));
        const sentences = {
          source: beads[bead]!.source.map((sentence) => context.source.sentences[sentence]!),
          rendering: beads[bead]!.rendering.map((sentence) => context.rendering.sentences[sentence]!),
        };
        const known =
          right ||
          ![...damaged.rendering, ...names].some((place) => sentences.rendering.some((s) => touches(place, s)));
        if (!known || damaged.source.some((place) => sentences.source.some((s) => touches(place, s)))) continue;
        out.rows.push(signals);
        out.labels.push(right);
      }
    }
  return out;
}

await fitHalves({ a: await examples('a'), b: await examples('b') }, 'detect/name-weights.ts', 'NAME_WEIGHTS');
