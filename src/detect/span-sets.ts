import { overlap, type Span } from '../core/span.ts';

/** The spans, ordered, with those that overlap made one. O(spans log spans). */
export function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** Whether a span overlaps one of ordered, disjoint spans. O(log spans). */
export function touches(spans: readonly Span[], span: Span): boolean {
  const at = firstEndingAfter(spans, span.start);
  return at < spans.length && overlap(spans[at]!, span) > 0;
}

/** Index of the first of ordered, disjoint spans that ends after an offset; their number where none does. O(log spans). */
export function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
