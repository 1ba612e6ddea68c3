import type { Sentence, SentenceKind } from '../core/result.ts';
import { trim, type Span } from '../core/span.ts';
import type { Block } from './blocks.ts';
import { readDateline, readLeadingDate } from './datelines.ts';
import { splitSentences } from './sentences.ts';

/**
 * The sentences of all blocks. A date and a dateline before the first paragraph of the body are
 * sentences of their own. O(length).
 */
export function readSentences(text: string, blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = [];
  // Headlines and metadata may stand before the paragraph with the dateline; list items and body may not.
  const firstBody = blocks.findIndex((block) => block.kind === 'body' || block.kind === 'list-item');
  blocks.forEach((block, i) => {
    let rest: Span = block;
    const peel = (head: Span | null, kind: SentenceKind): void => {
      if (!head) return;
      sentences.push({ ...trim(text, head), kind, block: i });
      rest = trim(text, { start: head.end, end: block.end });
    };
    if (i <= firstBody && block.kind !== 'metadata') {
      if (i === 0) peel(readLeadingDate(text, rest), 'metadata');
      peel(readDateline(text, rest), 'dateline');
    }
    const spans = splitSentences(text, rest);
    // A headline is one sentence at most: several are text, whatever the last of them ends with.
    const kind = block.kind === 'headline' && spans.length > 1 ? 'body' : block.kind;
    for (const span of spans) sentences.push({ ...span, kind, block: i });
  });
  return sentences;
}
