import type { Bead, RelationKind, Sentence } from '../../src/core/result.ts';
import type { RenderingContext } from '../../src/detect/rule.ts';
import type { SideWords } from '../../src/embed/side-words.ts';
import { readDates } from '../../src/text/dates.ts';
import type { Document } from '../../src/text/document.ts';
import { readNumbers } from '../../src/text/numbers.ts';
import { WordLists } from '../../src/text/word-lists.ts';

/** A sentence of a made document: its words, or its words and its kind. */
export type MadeSentence = string | readonly [words: string, kind: Sentence['kind']];

/** A document of the given sentences, a space between them, with numbers and dates alone. */
export function madeDocument(id: string, language: string, parts: readonly MadeSentence[]): Document {
  let text = '';
  const sentences: Sentence[] = [];
  for (const part of parts) {
    const [words, kind] = typeof part === 'string' ? [part, 'body' as const] : part;
    if (text !== '') text += ' ';
    sentences.push({ start: text.length, end: text.length + words.length, kind, block: 0 });
    text += words;
  }
  return {
    id,
    text,
    language,
    sentences,
    runOns: sentences.map(() => []),
    words: new WordLists(sentences.map(() => [])),
    quotations: [],
    markFaults: [],
    numbers: readNumbers(text, language),
    dates: readDates(text, language, sentences),
  };
}

export interface Made {
  relation?: RelationKind;
  /** Groups of sentence indices; one to one in order where left out. */
  beads?: readonly (readonly [source: number[], rendering: number[]])[];
  confidence?: number;
  similarity?: number;
}

const noWords = (document: Document): SideWords => ({
  document,
  rows: [],
  vectors: { rows: 0, columns: 0, data: new Float32Array() },
  weights: new Float32Array(),
  keys: [],
});

/** A Russian source with an English rendering, for the rules that look at numbers and dates alone. */
export function madeContext(source: Document, rendering: Document, made: Made = {}): RenderingContext {
  const groups = made.beads ?? source.sentences.map((_, k) => [[k], rendering.sentences[k] ? [k] : []] as const);
  const beads: Bead[] = groups.map(([from, to]) => ({
    source: [...from],
    rendering: [...to],
    similarity: made.similarity ?? 0.8,
    confidence: made.confidence ?? 0.95,
    cost: 0,
  }));
  return {
    source,
    rendering,
    beads,
    similarity: {
      n: source.sentences.length,
      m: rendering.sentences.length,
      cosine: (i, _k, j) => beads.find((b) => b.source.includes(i) && b.rendering.includes(j))?.similarity ?? 0,
    },
    relation: { kind: made.relation ?? 'translation', confidence: 1, reason: '' },
    share: { source: 1, rendering: 1 },
    coverage: {
      source: [],
      rendering: [],
      sourceWeights: [],
      renderingWeights: [],
      words: { source: noWords(source), rendering: noWords(rendering) },
    },
  };
}
