import type { Span } from '../core/span.ts';

/** A stretch of text over which the same marks lie. */
export interface Segment<M> extends Span {
  marks: M[];
}

/**
 * Cuts `span` where a mark begins or ends; the segments, in order, make up the span. Marks may overlap and may reach
 * beyond the span. O(m log m) for m marks, and what of them overlaps.
 */
export function segments<M extends Span>(span: Span, marks: readonly M[]): Segment<M>[] {
  const inside = marks
    .filter((mark) => mark.start < span.end && mark.end > span.start && mark.start < mark.end)
    .sort((a, b) => a.start - b.start);
  const cuts = new Set([span.start, span.end]);
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, span.start));
    cuts.add(Math.min(end, span.end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  let open: M[] = [];
  let next = 0;
  return ordered.slice(1).map((end, i) => {
    const start = ordered[i]!;
    open = open.filter((mark) => mark.end > start);
    while (next < inside.length && inside[next]!.start <= start) open.push(inside[next++]!);
    return { start, end, marks: [...open] };
  });
}
