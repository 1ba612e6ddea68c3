import type { Span } from '../core/span.ts';

/** A quotation, its marks included in the span. */
export interface Quotation extends Span {
  /** What stands between the marks. */
  inner: Span;
  /** 0 for a quotation of the text, 1 for one inside another. */
  depth: number;
  /** False where the closing mark is missing (the quotation then ends with its paragraph) or was told from a wrong mark. */
  wellFormed: boolean;
}

/** A quotation mark without its partner, or one that faces the wrong way. */
export interface MarkFault extends Span {
  kind: 'unopened' | 'unclosed' | 'wrong-direction';
}
