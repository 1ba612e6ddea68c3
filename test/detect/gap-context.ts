import { expect } from 'vitest';
import { wordCoverage } from '../../src/align/coverage.ts';
import type { Bead, SentenceKind } from '../../src/core/result.ts';
import { additiveSimilarity } from '../../src/align/similarity.ts';
import type { RenderingContext } from '../../src/detect/rule.ts';
import type { VectorSide } from '../../src/detect/unrelated.ts';
import { beadOf } from '../align/made.ts';
import { readToy, type ToySide } from '../align/toy-texts.ts';

/** One side of a context: its paragraphs, and the kinds of sentences that are not body text. */
export interface Paragraphs {
  paragraphs: readonly string[];
  kinds?: Readonly<Record<number, SentenceKind>>;
}

async function read(language: 'ru' | 'en', { paragraphs, kinds = {} }: Paragraphs) {
  const side = await readToy(language, paragraphs.join('\n\n'));
  side.document.sentences.forEach((sentence, index) => (sentence.kind = kinds[index] ?? 'body'));
  return side;
}

/** One side of a context: one paragraph of sentences, parted where they are whatever they end with. */
async function readLine(language: 'ru' | 'en', sentences: readonly string[]) {
  const text = sentences.join(' ');
  const starts = sentences.map((_, s) => text.length - sentences.slice(s).join(' ').length);
  const side = await readToy(language, text, new Set(starts));
  expect(side.document.sentences.map(({ start }) => start)).toEqual(starts);
  for (const sentence of side.document.sentences) sentence.kind = 'body';
  return side;
}

/** A context of toy texts (test/align/toy-texts.ts) with the beads that are given. */
export async function gapContext(source: Paragraphs, rendering: Paragraphs, pairs: [number[], number[]][]) {
  return contextOf(await read('ru', source), await read('en', rendering), pairs);
}

/** The same of texts of one paragraph, whose sentences may end without a mark. */
export async function lineContext(
  source: readonly string[],
  rendering: readonly string[],
  pairs: [number[], number[]][],
) {
  return contextOf(await readLine('ru', source), await readLine('en', rendering), pairs);
}

function contextOf(a: ToySide, b: ToySide, pairs: [number[], number[]][]): RenderingContext {
  const beads: Bead[] = pairs.map(([from, to]) => beadOf(from, to));
  return {
    source: a.document,
    rendering: b.document,
    beads,
    similarity: additiveSimilarity(a.sums, b.sums),
    relation: { kind: 'translation', confidence: 1, reason: '' },
    share: { source: 1, rendering: 1 },
    coverage: wordCoverage(a.words, b.words, beads),
  };
}

/** A side with its vectors, as the step that tells unrelated blocks takes it. */
export async function vectorSide(language: 'ru' | 'en', given: Paragraphs): Promise<VectorSide> {
  const { document, sums, words } = await read(language, given);
  return { document, runs: { sums }, words };
}
