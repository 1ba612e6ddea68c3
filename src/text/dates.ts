import type { Span } from '../core/span.ts';

/** A calendar expression; what it does not say is null. */
export interface DateMention extends Span {
  year: number | null;
  /** 1 to 12. */
  month: number | null;
  /** 1 to 31. */
  day: number | null;
  /** 1 (Monday) to 7 (Sunday). */
  weekday: number | null;
  /** `text` stands in running text, `dateline` in a dateline, `metadata` in a leading date line. */
  place: 'text' | 'dateline' | 'metadata';
}
