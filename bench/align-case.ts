import { alignSentences } from '../src/align/align-sentences.ts';
import { wordCoverage } from '../src/align/coverage.ts';
import { lengthRatio } from '../src/align/length-ratio.ts';
import { runSimilarity } from '../src/align/run-similarity.ts';
import { overlap } from '../src/core/span.ts';
import type { RenderingContext } from '../src/detect/rule.ts';
import type { Embedder } from '../src/embed/embedder.ts';
import { embedWords } from '../src/embed/side-words.ts';
import { embedRuns } from '../src/embed/windows.ts';
import { readDocument, type Document } from '../src/text/document.ts';
import type { PlantedCase } from './planted-cases.ts';

/** A planted case after the align stage, as the fits of the detect stage need it. */
export async function alignCase(embedder: Embedder, item: PlantedCase, from = 'ru', to = 'en') {
  const source = readDocument({ id: 's', text: item.source, language: from });
  const rendering = readDocument({ id: 'r', text: item.renderings[0].text, language: to });
  const side = (d: Document) => ({
    lengths: d.sentences.map((s) => s.end - s.start),
    kinds: d.sentences.map((s) => s.kind),
    blocks: d.sentences.map((s) => s.block),
  });
  const runs = await Promise.all([source, rendering].map((d) => embedRuns(embedder, d.text, d.sentences, 6)));
  const words = { source: await embedWords(embedder, source), rendering: await embedWords(embedder, rendering) };
  const beads = alignSentences(runSimilarity(runs[0]!, runs[1]!), side(source), side(rendering), {
    lengthRatio: lengthRatio(from, to),
    words,
  });
  const coverage = wordCoverage(words.source, words.rendering, beads);
  const context = { source, rendering, beads, coverage } as unknown as RenderingContext;
  return {
    source: { document: source, runs: runs[0]! },
    rendering: { document: rendering, runs: runs[1]! },
    beads,
    context,
  };
}

/** Whether a `[start, end)` pair of a case touches a span. */
export function touches(place: readonly [number, number], span: { start: number; end: number }): boolean {
  return overlap({ start: place[0], end: place[1] }, span) > 0;
}
