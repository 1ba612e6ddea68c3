import { alignDocuments } from '../src/align-documents.ts';
import { wordCoverage } from '../src/align/coverage.ts';
import { overlap } from '../src/core/span.ts';
import type { RenderingContext } from '../src/detect/rule.ts';
import type { Embedder } from '../src/embed/embedder.ts';
import { readDocument } from '../src/text/document.ts';
import type { PlantedCase } from './planted-cases.ts';

/** A planted case after the align stage, as the fits of the detect stage need it. */
export async function alignCase(embedder: Embedder, item: PlantedCase, from = 'ru', to = 'en') {
  const one = readDocument({ id: 's', text: item.source, language: from });
  const other = readDocument({ id: 'r', text: item.renderings[0].text, language: to });
  const aligned = await alignDocuments(embedder, [one, other], { onProgress: () => {} });
  const [left, right, beads] = [aligned.source, aligned.renderings[0]!, aligned.alignments[0]!];
  const coverage = wordCoverage(left.words, right.words, beads);
  const context = {
    source: left.document,
    rendering: right.document,
    beads,
    coverage,
  } as unknown as RenderingContext;
  return { source: left, rendering: right, beads, context };
}

/** Whether a `[start, end)` pair of a case touches a span. */
export function touches(place: readonly [number, number], span: { start: number; end: number }): boolean {
  return overlap({ start: place[0], end: place[1] }, span) > 0;
}
