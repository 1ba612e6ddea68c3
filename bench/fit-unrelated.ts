/**
 * Fits the weights of unrelated blocks (src/detect/unrelated-weights.ts): `npm run fit`. Source
 * sentences without counterpart are either of a planted block of other stories or dropped by the translation.
 */
import { lackingSentences, unrelatedSignals } from '../src/detect/unrelated.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { alignCase, touches } from './align-case.ts';
import { fitLogistic, logOdds, rocArea } from './logistic.ts';
import { plantedCases } from './planted-cases.ts';
import { fittedHalf, writeWeights } from './weights-file.ts';

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

const halves = { a: await examples('a'), b: await examples('b') };
for (const half of ['a', 'b', 'ab'] as const) {
  const data =
    half === 'ab'
      ? { rows: [...halves.a.rows, ...halves.b.rows], labels: [...halves.a.labels, ...halves.b.labels] }
      : halves[half];
  const weights = fitLogistic(data.rows, data.labels);
  const report = (['a', 'b'] as const).map((h) => {
    const odds = halves[h].rows.map((row) => logOdds(weights, row));
    return `${h}: ${odds.length} sentences, ${halves[h].labels.filter(Boolean).length} of blocks, ROC area ${rocArea(odds, halves[h].labels).toFixed(4)}`;
  });
  console.log(`fitted on ${half}: ${report.join('; ')}`);
  if (half === fittedHalf) writeWeights('detect/unrelated-weights.ts', 'UNRELATED_WEIGHTS', weights);
}
