import type { Sentence } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { excerpt, spanOf } from './gaps.ts';
import { beadBySentence } from './places.ts';
import type { Rule } from './rule.ts';

/** Link lists and other text that is no part of the article, as one finding a block. */
export const unrelatedTrailingRule: Rule = {
  id: 'unrelated-trailing',
  category: 'source/unrelated',
  summary: 'A block of text is no part of the article (a list of links, a footer).',
  severity: { literal: 'warning', wire: 'warning' },
  check({ rendering, beads }) {
    const beadOf = beadBySentence(beads, 'rendering', rendering.sentences.length);
    return blocks(rendering.sentences).map((indices) => ({
      confidence: CONFIDENCE,
      category: 'accuracy/addition',
      message: message(rendering.text, spansOf(rendering.sentences, indices)),
      source: [],
      rendering: spansOf(rendering.sentences, indices),
      beads: [...new Set(indices.map((index) => beadOf[index]!))].filter((bead) => bead >= 0).sort((a, b) => a - b),
    }));
  },
  checkDocument({ source }) {
    return blocks(source.sentences).map((indices) => ({
      confidence: CONFIDENCE,
      message: message(source.text, spansOf(source.sentences, indices)),
      source: spansOf(source.sentences, indices),
      places: [],
    }));
  },
};

/** Set below the rule's precision on planted blocks (.98, bench:planted), which are plainer than those of real pages. */
const CONFIDENCE = 0.9;

function blocks(sentences: readonly Sentence[]): number[][] {
  const out: number[][] = [];
  sentences.forEach((sentence, index) => {
    if (sentence.kind !== 'unrelated') return;
    if (out.at(-1)?.at(-1) === index - 1) out.at(-1)!.push(index);
    else out.push([index]);
  });
  return out;
}

function spansOf(sentences: readonly Sentence[], indices: readonly number[]): Span[] {
  return indices.map((index) => spanOf(sentences[index]!));
}

function message(text: string, spans: readonly Span[]): string {
  const lines = spans.length === 1 ? 'A line is' : `${spans.length} lines are`;
  return `${lines} no part of the article, from ${excerpt(text, spans[0]!)} on.`;
}
