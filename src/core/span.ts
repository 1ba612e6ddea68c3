/** A stretch of a text: UTF-16 code units, half-open `[start, end)`, so that `text.slice(start, end)` is the stretch. */
export interface Span {
  /** The first code unit, from 0. */
  start: number;
  /** The one behind the last. */
  end: number;
}

/** The number of code units that two spans share; 0 where they only touch. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** The span without white space (and soft hyphens, zero-width and byte order marks) at its two ends. */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** True for white space, controls and the invisible format characters that occur between words. */
export function isBlank(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0xad ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
