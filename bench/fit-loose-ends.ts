/**
 * Fits the weights of loose ends (src/align/loose-end-weights.ts): `npx tsx bench/fit-loose-ends.ts`. Every bead of two
 * neighbouring segments is made by hand: with both translated (the joint is right when the other side holds both), and
 * with one of them dropped by the translation.
 */
import { runSimilarity } from '../src/align/run-similarity.ts';
import { looseEnds } from '../src/align/loose-ends.ts';
import { embedWords } from '../src/embed/side-words.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { alignCase, touches } from './align-case.ts';
import { fitLogistic, logOdds, rocArea } from './logistic.ts';
import { plantedCases } from './planted-cases.ts';

const embedder = await loadStaticEmbedder({ model: process.env['MODEL'] ?? embeddedModelUrl });

async function examples(half: 'a' | 'b') {
  const rows: number[][] = [];
  const labels: boolean[] = [];
  for (const item of plantedCases(half)) {
    const { source, rendering } = await alignCase(embedder, item);
    const input = {
      similarity: runSimilarity(source.runs, rendering.runs),
      source: await embedWords(embedder, source.document),
      rendering: await embedWords(embedder, rendering.document),
    };
    const { segments } = item.gold;
    const inside = (document: typeof source.document, place: readonly [number, number] | null) =>
      place === null ? [] : document.sentences.flatMap((s, i) => (touches(place, s) ? [i] : []));
    const places = segments.map(([a, b]) => ({ s: inside(source.document, a), r: inside(rendering.document, b) }));
    const add = (s: number[], r: number[], loose: Set<number>, side: 'source' | 'rendering') => {
      const steady = (list: number[]) => list.every((x, i) => i === 0 || x === list[i - 1]! + 1);
      if (s.length + r.length < 3 || s.length > 6 || r.length > 6 || !steady(s) || !steady(r)) return;
      for (const end of looseEnds({ source: s, rendering: r, similarity: 0, confidence: 1, cost: 0 }, input)) {
        if (end.side !== side) continue;
        rows.push(end.signals);
        labels.push(loose.has(end.sentence));
      }
    };
    for (let k = 0; k + 1 < places.length; k++) {
      const [x, y] = [places[k]!, places[k + 1]!];
      if (x.s.length !== 1 || y.s.length !== 1 || x.s[0] === y.s[0]) continue;
      const s = [...x.s, ...y.s];
      if (x.r.length > 0 && y.r.length > 0 && y.r[0]! === x.r.at(-1)! + 1) {
        // Both translated: right with both translations, loose where one is left out.
        add(s, [...x.r, ...y.r], new Set(), 'source');
        add(s, [...x.r, ...y.r], new Set(), 'rendering');
        add(s, x.r, new Set(y.s), 'source');
        add(s, y.r, new Set(x.s), 'source');
        add(x.s, [...x.r, ...y.r], new Set(y.r), 'rendering');
        add(y.s, [...x.r, ...y.r], new Set(x.r), 'rendering');
      } else if (x.r.length > 0 && y.r.length === 0) add(s, x.r, new Set(y.s), 'source');
      else if (x.r.length === 0 && y.r.length > 0) add(s, y.r, new Set(x.s), 'source');
    }
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
    const wrong = odds.filter((o, i) => o > 0 !== halves[h].labels[i]).length / odds.length;
    return `${h}: ${odds.length} ends, ${halves[h].labels.filter(Boolean).length} loose, ROC area ${rocArea(odds, halves[h].labels).toFixed(4)}, wrong ${wrong.toFixed(4)}`;
  });
  console.log(`fitted on ${half}: ${report.join('; ')}`);
  console.log(JSON.stringify(weights));
}
