/**
 * Fits the weights of partial-omission (src/align/missing-phrase-weights.ts): `npm run fit`. A stretch
 * is missing when its segment lost a phrase, and is not when its segment is untouched.
 */
import { missingPhrases } from '../src/align/missing-phrases.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { alignCase, touches } from './align-case.ts';
import { fitHalves } from './fit-halves.ts';
import { plantedCases } from './planted-cases.ts';

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

async function examples(half: 'a' | 'b') {
  const rows: number[][] = [];
  const labels: boolean[] = [];
  let planted = 0;
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
      rows.push(signals);
      labels.push(true);
    }
  }
  return { rows, labels, planted, untouched };
}

await fitHalves(
  { a: await examples('a'), b: await examples('b') },
  'align/missing-phrase-weights.ts',
  'MISSING_PHRASE_WEIGHTS',
  (odds, { labels, planted, untouched }) => {
    const alarms = odds.filter((_, i) => !labels[i]).sort((x, y) => y - x);
    const recalls = [0.1, 0.3, 0.5, 1].map((rate) => {
      const bound = alarms[Math.floor((rate / 100) * untouched)] ?? -Infinity;
      const recall = odds.filter((o, i) => labels[i] && o > bound).length / planted;
      return `${recall.toFixed(2)} at ${rate} (confidence ${(1 / (1 + Math.exp(-bound))).toFixed(2)})`;
    });
    return `, recall by false alarms per 100 segments: ${recalls.join(', ')}`;
  },
);
