import { checkEntries, remark, text, type FieldSpec } from './entries.ts';
import { invalid } from './invalid.ts';
import { AlignError } from './errors.ts';
import { suggestion } from './suggest.ts';

/** Text whose findings the caller does not want told: plain words, no pattern. */
export interface IgnoreEntry {
  /** Of this rule alone. */
  rule?: string | undefined;
  /** Words that each of a finding's places in the source holds. */
  source?: string | undefined;
  /** Words that each of its places in the rendering holds. */
  rendering?: string | undefined;
  /** Why, for the reader; the result repeats it. */
  reason?: string | undefined;
}

/** A finding that somebody has seen and lets stand. */
export interface BaselineEntry {
  /** The finding's: 16 hexadecimal digits in lower case. */
  fingerprint: string;
  /** Id of the rendering that it is about; counts only where the run has a rendering of that id. */
  rendering?: string | undefined;
  /** Id of the source; for the reader, as the next two are. */
  source?: string | undefined;
  /** The finding's rule. */
  rule?: string | undefined;
  /** Words at its place. */
  excerpt?: string | undefined;
  /** Why it may stand; the result repeats it. */
  reason?: string | undefined;
}

const MAX_IGNORED = 1_000;
const MAX_BASELINE = 100_000;
const IGNORE_HINT = 'For example [{ rule: "addition", rendering: "Reporting by", reason: "the agency’s footer" }].';
const BASELINE_HINT = 'For example [{ fingerprint: "0123456789abcdef", reason: "agreed with the desk" }].';

/**
 * Checks an ignore list and gives it back.
 *
 * @throws AlignError as `checkEntries`; `unknown-option` for a rule that does not exist, `invalid-argument` for an entry
 *   without words
 */
export function checkIgnore(
  where: string,
  given: readonly IgnoreEntry[],
  ruleIds: readonly string[],
): readonly IgnoreEntry[] {
  const plain: FieldSpec = { check: text };
  const fields = { rule: plain, source: plain, rendering: plain, reason: { check: remark } };
  checkEntries(where, given, fields, MAX_IGNORED, IGNORE_HINT);
  given.forEach(({ rule, source, rendering }, index) => {
    const at = `${where}[${index}]`;
    if (rule !== undefined && !ruleIds.includes(rule))
      throw new AlignError('unknown-option', `${at}.rule is "${rule}", which is no rule.`, suggestion(rule, ruleIds));
    if (source === undefined && rendering === undefined)
      throw invalid(`${at}.source`, source, 'words of the source, or of the rendering', IGNORE_HINT);
  });
  return given;
}

/**
 * Checks a baseline and gives it back.
 *
 * @throws AlignError as `checkEntries`
 */
export function checkBaseline(where: string, given: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const print: FieldSpec = {
    required: true,
    check: (value) =>
      typeof value === 'string' && /^[0-9a-f]{16}$/.test(value) ? undefined : '16 hexadecimal digits in lower case',
  };
  const note: FieldSpec = { check: remark };
  const fields = { fingerprint: print, rendering: note, source: note, rule: note, excerpt: note, reason: note };
  checkEntries(where, given, fields, MAX_BASELINE, BASELINE_HINT);
  return given;
}
