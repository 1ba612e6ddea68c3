import type { Sentence } from '../../core/result.ts';
import type { Span } from '../../core/span.ts';
import type { MarkKind } from '../kind.ts';
import { segments } from '../segments.ts';
import { html, Markup } from './markup.ts';

/** Words that a finding is about. */
export interface Mark extends Span {
  kind: MarkKind;
  /** What the reader is told of the mark. */
  message: string;
}

/** A sentence with its marked words in `del`, `ins` or `mark`, each with its word for those who do not see it. */
export function markedSentence(text: string, sentence: Sentence, marks: readonly Mark[]): Markup {
  const parts = segments(sentence, marks).map((segment) => {
    const words = html`${text.slice(segment.start, segment.end)}`;
    return segment.marks.reduceRight((inner, mark) => wrap(inner, mark, segment, sentence), words);
  });
  const tag = sentence.kind === 'body' ? undefined : html`<span class="tag" lang="en">${sentence.kind}</span>`;
  return html`<span class="sentence">${tag}${parts}</span>`;
}

function wrap(inner: Markup, mark: Mark, segment: Span, sentence: Span): Markup {
  const whole = mark.start <= sentence.start && mark.end >= sentence.end;
  const first = segment.start === Math.max(mark.start, sentence.start);
  const classes = `${mark.kind}${whole ? ' whole' : first ? ' first' : ''}`;
  const spoken = first ? html`<span class="vh" lang="en">[${mark.kind}:] </span>` : undefined;
  if (mark.kind === 'missing') return html`<del class="${classes}" title="${mark.message}">${spoken}${inner}</del>`;
  if (mark.kind === 'added') return html`<ins class="${classes}" title="${mark.message}">${spoken}${inner}</ins>`;
  return html`<mark class="${classes}" title="${mark.message}">${spoken}${inner}</mark>`;
}
