/**
 * Fits the weights of doubtful pairs (src/align/pair-weights.ts): `npm run fit`. A segment and its
 * translation are a right pair; a segment and the translation of a neighbour, or text added beside it, are not.
 */
import { pairSignals } from '../src/align/doubtful-pairs.ts';
import { lengthRatio } from '../src/align/length-ratio.ts';
import { runSimilarity } from '../src/align/run-similarity.ts';
import { hubness } from '../src/align/hubness.ts';
import { embedWords } from '../src/embed/side-words.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { alignCase, touches } from './align-case.ts';
import { fitHalves } from './fit-halves.ts';
import { plantedCases } from './planted-cases.ts';

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

async function examples(half: 'a' | 'b') {
  const rows: number[][] = [];
  const labels: boolean[] = [];
  for (const item of plantedCases(half)) {
    const { source, rendering } = await alignCase(embedder, item);
    const similarity = runSimilarity(source.runs, rendering.runs);
    const input = {
      similarity,
      hubs: hubness(similarity),
      lengthRatio: lengthRatio('ru', 'en'),
      source: await embedWords(embedder, source.document),
      rendering: await embedWords(embedder, rendering.document),
    };
    const one = (document: typeof source.document, place: readonly [number, number] | null) => {
      const list = place === null ? [] : document.sentences.flatMap((s, i) => (touches(place, s) ? [i] : []));
      return list.length === 1 ? list[0]! : -1;
    };
    const places = item.gold.segments.map(([a, b]) => ({ s: one(source.document, a), r: one(rendering.document, b) }));
    const add = (s: number, r: number, label: boolean) => {
      if (s < 0 || r < 0) return;
      rows.push(
        pairSignals(
          { source: [s], rendering: [r], similarity: similarity.cosine(s, 1, r, 1), confidence: 1, cost: 0 },
          input,
        ),
      );
      labels.push(label);
    };
    places.forEach(({ s, r }, k) => {
      add(s, r, true);
      for (const step of [-2, -1, 1, 2]) add(s, places[k + step]?.r ?? -1, false);
      if (r < 0 && s >= 0) for (let j = 0; j < rendering.document.sentences.length; j += 3) add(s, j, false);
    });
  }
  return { rows, labels };
}

await fitHalves({ a: await examples('a'), b: await examples('b') }, 'align/pair-weights.ts', 'PAIR_WEIGHTS');
