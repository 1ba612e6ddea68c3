import type { Span } from '../../src/core/span.ts';
import type { RenderingContext } from '../../src/detect/rule.ts';
import type { Document } from '../../src/text/document.ts';
import { readQuotations } from '../../src/text/quotes.ts';
import { WordLists } from '../../src/text/word-lists.ts';
import { readWords } from '../../src/text/words.ts';

/** A document of one paragraph a row, one sentence a string. */
function documentOf(id: string, language: string, paragraphs: readonly (readonly string[])[]): Document {
  const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n');
  const blocks: Span[] = [];
  const sentences: Document['sentences'] = [];
  let at = 0;
  paragraphs.forEach((paragraph, block) => {
    blocks.push({ start: at, end: at + paragraph.join(' ').length });
    for (const sentence of paragraph) {
      sentences.push({ start: at, end: at + sentence.length, kind: 'body', block });
      at += sentence.length + 1;
    }
  });
  const { quotations, faults } = readQuotations(text, language, blocks);
  const words = new WordLists(sentences.map((sentence) => readWords(text, sentence, language)));
  const runOns = sentences.map(() => []);
  return { id, text, language, sentences, runOns, words, quotations, markFaults: faults, numbers: [], dates: [] };
}

/**
 * A context in which sentence i of the source is rendered by sentence i. Every word counts the same and has a
 * counterpart, except those of `uncovered`, a stretch of the source's text.
 */
export function contextOf(source: string[][], rendering: string[][], uncovered = ''): RenderingContext {
  const a = documentOf('source', 'ru', source);
  const b = documentOf('rendering', 'en', rendering);
  const from = uncovered ? a.text.indexOf(uncovered) : 0;
  const lost = { start: from, end: from + uncovered.length };
  const ones = (document: Document): Float32Array[] =>
    document.sentences.map((_, s) => new Float32Array(document.words.count(s)).fill(1));
  return {
    source: a,
    rendering: b,
    beads: a.sentences.map((_, i) => ({ source: [i], rendering: [i], similarity: 0.8, confidence: 0.9, cost: 0 })),
    similarity: { n: 0, m: 0, cosine: () => 0 },
    relation: { kind: 'translation', confidence: 1, reason: '' },
    coverage: {
      source: a.sentences.map((_, s) =>
        Float32Array.from(a.words.of(s), (word) => (word.start >= lost.start && word.end <= lost.end ? 0 : 1)),
      ),
      rendering: ones(b),
      sourceWeights: ones(a),
      renderingWeights: ones(b),
    },
  } as unknown as RenderingContext;
}
