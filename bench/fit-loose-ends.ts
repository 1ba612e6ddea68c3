/**
 * Fits the weights of loose ends (src/align/loose-end-weights.ts): `npm run fit`. Beads of two
 * neighbouring segments are made by hand: with both translated (the joint is right when the other side holds both), and
 * with one of them dropped by the translation; and of a segment whose translation stands there twice.
 */
import type { GroupSimilarity } from '../src/align/similarity.ts';
import { runSimilarity } from '../src/align/run-similarity.ts';
import { lengthRatio } from '../src/align/length-ratio.ts';
import { looseEnds } from '../src/align/loose-ends.ts';
import { embedWords } from '../src/embed/side-words.ts';
import { loadStaticEmbedder } from '../src/embed/static/static-embedder.ts';
import { embeddedModelUrl } from '../src/embedded-model.ts';
import { alignCase, touches } from './align-case.ts';
import { fitHalves } from './fit-halves.ts';
import { plantedCases } from './planted-cases.ts';

const embedder = await loadStaticEmbedder({ model: embeddedModelUrl });

/** One joint in so many is taken where it crosses a paragraph, since translators seldom join sentences there. */
const ACROSS_BLOCKS = 20;

async function examples(half: 'a' | 'b') {
  const rows: number[][] = [];
  const labels: boolean[] = [];
  for (const item of plantedCases(half)) {
    const { source, rendering } = await alignCase(embedder, item);
    const similarity = runSimilarity(source.runs, rendering.runs);
    const input = {
      similarity,
      lengthRatio: lengthRatio('ru', 'en'),
      source: await embedWords(embedder, source.document),
      rendering: await embedWords(embedder, rendering.document),
    };
    const { segments } = item.gold;
    const inside = (document: typeof source.document, place: readonly [number, number] | null) =>
      place === null ? [] : document.sentences.flatMap((s, i) => (touches(place, s) ? [i] : []));
    const places = segments.map(([a, b]) => ({ s: inside(source.document, a), r: inside(rendering.document, b) }));
    // The counterpart of a sentence that is loose in a made-up bead is hidden: it must look like one that has none.
    const hiding = (side: 'source' | 'rendering', hidden: readonly number[]): GroupSimilarity => ({
      ...similarity,
      cosine: (i, k, j, l) =>
        hidden.includes(side === 'source' ? j : i) && k + l === 2 ? -1 : similarity.cosine(i, k, j, l),
    });
    const add = (s: number[], r: number[], loose: Set<number>, side: 'source' | 'rendering', hidden: number[] = []) => {
      const steady = (list: number[]) => list.every((x, i) => i === 0 || x === list[i - 1]! + 1);
      if (s.length + r.length < 3 || s.length > 6 || r.length > 6 || !steady(s) || !steady(r)) return;
      for (const end of looseEnds(
        { source: s, rendering: r, similarity: 0, confidence: 1, cost: 0 },
        { ...input, similarity: hiding(side, hidden) },
      )) {
        if (end.side !== side) continue;
        rows.push(end.signals);
        labels.push(loose.has(end.sentence));
      }
    };
    for (const { s, r } of places) {
      add(s, r, new Set(), 'source');
      add(s, r, new Set(), 'rendering');
    }
    const crosses = (list: readonly number[], document: typeof source.document) =>
      document.sentences[list[0]!]!.block !== document.sentences[list.at(-1)!]!.block;
    // Text that the rendering has twice: its words have a counterpart, but one that is taken.
    for (const { rule, rendering: copies, also = [] } of item.gold.events) {
      if (rule !== 'duplication') continue;
      const copy = inside(rendering.document, copies[0]!);
      const original = places.find(({ r }) =>
        r.some((j) => also.some((place) => touches(place, rendering.document.sentences[j]!))),
      );
      if (original && original.r.at(-1)! + 1 === copy[0])
        add(original.s, [...original.r, ...copy], new Set(copy), 'rendering');
    }
    for (let k = 0; k + 1 < places.length; k++) {
      const [x, y] = [places[k]!, places[k + 1]!];
      if (x.s.length !== 1 || y.s.length !== 1 || x.s[0] === y.s[0]) continue;
      const s = [...x.s, ...y.s];
      if (x.r.length > 0 && y.r.length > 0 && y.r[0]! === x.r.at(-1)! + 1) {
        // Both translated: right with both translations, loose where one is left out.
        const both = [...x.r, ...y.r];
        if (!crosses(s, source.document) || k % ACROSS_BLOCKS === 0) add(s, both, new Set(), 'source');
        if (!crosses(both, rendering.document) || k % ACROSS_BLOCKS === 0) add(s, both, new Set(), 'rendering');
        add(s, x.r, new Set(y.s), 'source', y.r);
        add(s, y.r, new Set(x.s), 'source', x.r);
        add(x.s, both, new Set(y.r), 'rendering', y.s);
        add(y.s, both, new Set(x.r), 'rendering', x.s);
      } else if (x.r.length > 0 && y.r.length === 0) add(s, x.r, new Set(y.s), 'source');
      else if (x.r.length === 0 && y.r.length > 0) add(s, y.r, new Set(x.s), 'source');
    }
  }
  return { rows, labels };
}

await fitHalves({ a: await examples('a'), b: await examples('b') }, 'align/loose-end-weights.ts', 'LOOSE_END_WEIGHTS');
