/**
 * Fits the weights of unrelated blocks (src/detect/unrelated-weights.ts): `npm run fit`. Source
 * sentences without counterpart are either of a planted block of other stories or dropped by the translation.
 */
import { lackingSentences, unrelatedSignals } from '../src/detect/unrelated.ts';
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
    const { source, beads } = await alignCase(embedder, item);
    const lacking = lackingSentences(source, [beads], 'source');
    const signals = unrelatedSignals(source, lacking);
    const blocks = item.gold.events.filter((e) => e.rule === 'unrelated-trailing').flatMap((e) => e.source);
    source.document.sentences.forEach((sentence, i) => {
      if (!lacking[i]) return;
      rows.push(signals[i]!);
      labels.push(blocks.some((place) => touches(place, sentence)));
    });
  }
  return { rows, labels };
}

await fitHalves({ a: await examples('a'), b: await examples('b') }, 'detect/unrelated-weights.ts', 'UNRELATED_WEIGHTS');
