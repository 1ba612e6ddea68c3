/**
 * Fits the weights of partial-omission (src/align/missing-phrase-weights.ts): `npm run fit`. A stretch
 * is missing when its segment lost a phrase, and is not when its segment is untouched.
 */
import { missingPhrases } from '../src/align/missing-phrases.ts';
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
  let planted = 0;
  let met = 0;
  let untouched = 0;
  for (const item of plantedCases(half)) {
    const { context } = await alignCase(embedder, item);
    const { segments, events } = item.gold;
    const place = ([start, end]: readonly [number, number]) => ({ start, end });
    const touched = segments.map(
      ([a, b]) =>
        events.some((e) => e.source.some((s) => touches(s, place(a)))) ||
        (b && events.some((e) => [...e.rendering, ...(e.also ?? [])].some((s) => touches(s, place(b))))),
    );
    untouched += segments.filter((s, k) => s[1] && !touched[k]).length;
    const lost = events.filter((e) => e.rule === 'partial-omission');
    planted += lost.length;
    const best = new Map<number, number[]>();
    for (const candidate of missingPhrases(context, 'source').filter((c) => c.content > 1)) {
      const where = lost.findIndex((e) => e.source.some((s) => touches(s, candidate.span)));
      if (where >= 0) {
        const before = best.get(where);
        if (!before || candidate.signals[0]! > before[0]!) best.set(where, candidate.signals);
        continue;
      }
      const segment = segments.findIndex((s) => touches(s[0], candidate.span));
      if (segment < 0 || touched[segment] || !segments[segment]![1]) continue;
      rows.push(candidate.signals);
      labels.push(false);
    }
    for (const signals of best.values()) {
      met++;
      rows.push(signals);
      labels.push(true);
    }
  }
  return { rows, labels, planted, met, untouched };
}

const halves = { a: await examples('a'), b: await examples('b') };
for (const half of ['a', 'b', 'ab'] as const) {
  const data =
    half === 'ab'
      ? { rows: [...halves.a.rows, ...halves.b.rows], labels: [...halves.a.labels, ...halves.b.labels] }
      : halves[half];
  const weights = fitLogistic(data.rows, data.labels);
  const report = (['a', 'b'] as const).map((h) => {
    const { rows, labels, planted, untouched } = halves[h];
    const odds = rows.map((row) => logOdds(weights, row));
    const alarms = odds.filter((_, i) => !labels[i]).sort((x, y) => y - x);
    const recalls = [0.1, 0.3, 0.5, 1].map((rate) => {
      const bound = alarms[Math.floor((rate / 100) * untouched)] ?? -Infinity;
      return `${(odds.filter((o, i) => labels[i] && o > bound).length / planted).toFixed(2)}@${rate} (p>${(1 / (1 + Math.exp(-bound))).toFixed(2)})`;
    });
    return `${h} ROC ${rocArea(odds, labels).toFixed(4)} recall ${recalls.join(' ')}`;
  });
  console.log(`fitted on ${half}: ${report.join('; ')}`);
  if (half === fittedHalf) writeWeights('align/missing-phrase-weights.ts', 'MISSING_PHRASE_WEIGHTS', weights);
}
