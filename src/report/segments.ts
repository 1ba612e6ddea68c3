import type { Span } from '../core/span.ts';

/** A stretch of text over which the same marks lie. */
export interface Segment<M> extends Span {
  marks: M[];
}

/**
 * Cuts `span` where a mark begins or ends; the segments, in order, make up the span. Marks may overlap and may reach
 * beyond the span. O(marks²) at worst, for the few marks of one sentence.
 */
export function segments<M extends Span>(span: Span, marks: readonly M[]): Segment<M>[] {
  const inside = marks.filter((mark) => mark.start < span.end && mark.end > span.start && mark.start < mark.end);
  const cuts = new Set([span.start, span.end]);
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(1).map((end, i) => {
    const start = ordered[i]!;
    return { start, end, marks: inside.filter((mark) => mark.start <= start && mark.end >= end) };
  });
}
