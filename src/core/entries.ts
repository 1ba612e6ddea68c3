import { AlignError } from './errors.ts';
import { invalid } from './invalid.ts';
import { suggestion } from './suggest.ts';

/** A field of an entry of a list that the caller gives: a text, or what else its check takes. */
export interface FieldSpec {
  required?: true;
  /** Says what is wrong with a value, as "expected …"; `undefined` where nothing is. */
  check(value: unknown): string | undefined;
}

/** The most characters of one text in an entry. */
export const MAX_ENTRY_TEXT = 2_000;

/** A text that is not blank and not longer than `MAX_ENTRY_TEXT`. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_ENTRY_TEXT
    ? undefined
    : `a text of 1 to ${MAX_ENTRY_TEXT.toLocaleString('en')} characters`;
}

/** A text that may be blank: a remark. */
export function remark(value: unknown): string | undefined {
  return value === '' ? undefined : text(value);
}

/**
 * Checks a list of entries with the same fields; `where` names it in messages. O(entries).
 *
 * @throws AlignError `invalid-argument` for what is no list, too long, or holds a value that does not fit,
 *   `unknown-option` for a field that does not exist
 */
export function checkEntries(
  where: string,
  given: unknown,
  fields: Readonly<Record<string, FieldSpec>>,
  most: number,
  hint: string,
): void {
  if (!Array.isArray(given)) throw invalid(where, given, 'an array', hint);
  if (given.length > most) throw invalid(where, given, `at most ${most.toLocaleString('en')} entries`, 'Shorten it.');
  given.forEach((entry: unknown, index) => {
    const at = `${where}[${index}]`;
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
      throw invalid(at, entry, 'an object', hint);
    for (const name of Object.keys(entry))
      if (!Object.hasOwn(fields, name))
        throw new AlignError('unknown-option', `${at} has no "${name}".`, suggestion(name, Object.keys(fields)));
    for (const [name, { required, check }] of Object.entries(fields)) {
      const value = (entry as Record<string, unknown>)[name];
      if (value === undefined && !required) continue;
      const expected = check(value);
      if (expected !== undefined) throw invalid(`${at}.${name}`, value, expected, hint);
    }
  });
}
