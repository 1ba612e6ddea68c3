/**
 * Fits the weights of partial-omission (src/detect/missing-phrase-weights.ts): `npx tsx bench/fit-phrases.ts`. A stretch
 * is missing when its segment lost a phrase, and is not when its segment is untouched.
 */
import { alignSentences } from '../src/align/align-sentences.ts';
import { wordCoverage } from '../src/align/coverage.ts';
import { lengthRatio } from '../src/align/length-ratio.ts';
import { runSimilarity } from '../src/align/run-similarity.ts';
import { overlap } from '../src/core/span.ts';
import { phraseCandidates } from '../src/detect/missing-phrases.ts';
import type { RenderingContext } from '../src/detect/rule.ts';
import { embedWords } from '../src/embed/side-words.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embedRuns } from '../src/embed/windows.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { readDocument } from '../src/text/document.ts';
import { fitLogistic, logOdds, rocArea } from './logistic.ts';
import { plantedCases } from './planted-cases.ts';

const embedder = await loadStaticEmbedder({ model: process.env['MODEL'] ?? embeddedModelUrl });

async function examples(half: 'a' | 'b') {
  const rows: number[][] = [];
  const labels: boolean[] = [];
  let planted = 0;
  let met = 0;
  let untouched = 0;
  for (const item of plantedCases(half)) {
    const source = readDocument({ id: 's', text: item.source, language: 'ru' });
    const rendering = readDocument({ id: 'r', text: item.renderings[0].text, language: 'en' });
    const side = (d: typeof source) => ({ lengths: d.sentences.map((s) => s.end - s.start), kinds: d.sentences.map((s) => s.kind), blocks: d.sentences.map((s) => s.block) });
    const [sr, rr] = await Promise.all([embedRuns(embedder, source.text, source.sentences, 6), embedRuns(embedder, rendering.text, rendering.sentences, 6)]);
    const beads = alignSentences(runSimilarity(sr, rr), side(source), side(rendering), { lengthRatio: lengthRatio('ru', 'en') });
    const coverage = wordCoverage(await embedWords(embedder, source), await embedWords(embedder, rendering), beads);
    const context = { source, rendering, beads, coverage } as unknown as RenderingContext;
    const { segments, events } = item.gold;
    const touched = segments.map((segment) =>
      events.some((e) => e.source.some((s) => overlap({ start: s[0], end: s[1] }, { start: segment[0][0], end: segment[0][1] }) > 0) ||
        (segment[1] && [...e.rendering, ...(e.also ?? [])].some((s) => overlap({ start: s[0], end: s[1] }, { start: segment[1]![0], end: segment[1]![1] }) > 0))));
    untouched += segments.filter((s, k) => s[1] && !touched[k]).length;
    const lost = events.filter((e) => e.rule === 'partial-omission');
    planted += lost.length;
    const best = new Map<number, number[]>();
    for (const candidate of phraseCandidates(context)) {
      const where = lost.findIndex((e) => e.source.some((s) => overlap({ start: s[0], end: s[1] }, candidate.span) > 0));
      if (where >= 0) {
        const before = best.get(where);
        if (!before || candidate.signals[0]! > before[0]!) best.set(where, candidate.signals);
        continue;
      }
      const segment = segments.findIndex((s) => overlap({ start: s[0][0], end: s[0][1] }, candidate.span) > 0);
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
  const data = half === 'ab' ? { rows: [...halves.a.rows, ...halves.b.rows], labels: [...halves.a.labels, ...halves.b.labels] } : halves[half];
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
  console.log(JSON.stringify(weights));
}
