/**
 * What a number word contributes.
 *
 * - `cardinal`: five, сорок.
 * - `ordinal`: fifth, сороковой.
 * - `multiplier`: hundred, дюжина, млн; the value of what stands before it is multiplied.
 * - `many`: a plural multiplier, which alone is vague: thousands, сотни.
 * - `fraction`: half, треть.
 * - `hint`: a word that holds a number inside (both, twice, семёрка), enough to back a figure of the other side.
 */
export interface NumberWord {
  kind: 'cardinal' | 'ordinal' | 'multiplier' | 'many' | 'fraction' | 'hint';
  value: number;
}

export type NumberLexicon = ReadonlyMap<string, NumberWord>;

/** Builds a lexicon from rows `[kind, value, forms parted by spaces]`; a later row does not replace an earlier one. */
export function numberLexicon(rows: Iterable<readonly [NumberWord['kind'], number, string]>): NumberLexicon {
  const lexicon = new Map<string, NumberWord>();
  for (const [kind, value, forms] of rows) {
    for (const form of forms.split(' ')) if (!lexicon.has(form)) lexicon.set(form, { kind, value });
  }
  return lexicon;
}
