import { checkEntries, MAX_ENTRY_TEXT, remark, text } from './entries.ts';
import { invalid } from './invalid.ts';

/** A term or name of the source and how a rendering has to have it. */
export interface GlossaryTerm {
  /** As in a dictionary; inflected forms are found. A word with a capital is found with a capital alone. */
  source: string;
  /** The forms that are right; may be left out of an optional term alone, which may then be rendered in any way. */
  rendering?: string | readonly string[] | undefined;
  /** Forms that are never right for it. */
  avoid?: string | readonly string[] | undefined;
  /** True where a rendering may leave the term out. */
  optional?: boolean | undefined;
  /** Why, for the people who keep the glossary. */
  note?: string | undefined;
}

const MAX_TERMS = 10_000;
const MAX_FORMS = 50;
const HINT = 'For example [{ source: "Минобороны", rendering: ["Defence Ministry", "Ministry of Defence"] }].';

/** Both ways of writing forms as a list. */
export function formsOf(forms: string | readonly string[] | undefined): readonly string[] {
  return forms === undefined ? [] : typeof forms === 'string' ? [forms] : forms;
}

/**
 * Checks a glossary and gives it back.
 *
 * @throws AlignError as `checkEntries`, and `invalid-argument` for a term without a rendering that is not optional
 */
export function checkGlossary(where: string, given: readonly GlossaryTerm[]): readonly GlossaryTerm[] {
  const fields = {
    source: { required: true, check: text },
    rendering: { check: forms },
    avoid: { check: forms },
    optional: { check: (value: unknown) => (typeof value === 'boolean' ? undefined : 'true or false') },
    note: { check: remark },
  } as const;
  checkEntries(where, given, fields, MAX_TERMS, HINT);
  given.forEach((term, index) => {
    if (formsOf(term.rendering).length === 0 && term.optional !== true)
      throw invalid(`${where}[${index}].rendering`, term.rendering, 'the forms that are right', HINT);
  });
  return given;
}

function forms(value: unknown): string | undefined {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  if (list.length > 0 && list.length <= MAX_FORMS && list.every((form) => text(form) === undefined)) return undefined;
  return `a text, or 1 to ${MAX_FORMS} texts, of 1 to ${MAX_ENTRY_TEXT.toLocaleString('en')} characters`;
}
