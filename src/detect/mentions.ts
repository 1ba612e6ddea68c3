import type { Span } from '../core/span.ts';

/** Mentions by the sentence in which they begin; both lists are ordered by start. O(mentions + sentences). */
export function bySentence<Mention extends Span>(
  mentions: readonly Mention[],
  sentences: readonly Span[],
): Mention[][] {
  const rows: Mention[][] = sentences.map(() => []);
  let sentence = 0;
  for (const mention of mentions) {
    while (sentence < sentences.length && sentences[sentence]!.end <= mention.start) sentence++;
    if (sentence < sentences.length && sentences[sentence]!.start <= mention.start) rows[sentence]!.push(mention);
  }
  return rows;
}
