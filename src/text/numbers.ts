import type { Span } from '../core/span.ts';

/** A figure or number word with its unit and scale word: `5 трлн юаней`, `51%`, `two dozen`, `тысячи`. */
export interface NumberMention extends Span {
  /** Smallest and largest value meant: equal for an exact figure, apart for a range or a vague word (`тысячи`: 1000 to 999999). */
  low: number;
  high: number;
  /** `%`, an ISO 4217 code, or a unit's English singular; null where there is none. */
  unit: string | null;
  form: 'figure' | 'word' | 'vague';
  ordinal: boolean;
}
