import { html, type Markup } from './markup.ts';

/** The most rows in one piece. */
const WHOLE = 200;
/** Rows of a part. */
const PART = 100;

/** Rows from `first` to `end`, 0-based and half-open. */
export interface Range {
  first: number;
  end: number;
}

/**
 * A table or list of `count` rows; a long one as parts that open one by one, so that the page stays quick to lay out and
 * short to leaf through. A browser opens the part that a link leads into. `told` says what a part holds.
 */
export function inParts(
  count: number,
  noun: string,
  part: (range: Range, partial: boolean) => Markup,
  told: (range: Range) => string,
): Markup {
  if (count <= WHOLE) return part({ first: 0, end: count }, false);
  const parts = Array.from({ length: Math.ceil(count / PART) }, (_, i) => {
    const range = { first: i * PART, end: Math.min(count, (i + 1) * PART) };
    return html`<details class="part">
      <summary><b>${noun} ${range.first + 1}–${range.end}</b> <span>${told(range)}</span></summary>
      ${part(range, true)}
    </details> `;
  });
  return html`${parts}`;
}
