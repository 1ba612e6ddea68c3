import { AlignError } from '../core/errors.ts';
import type { GlossaryTerm } from '../core/glossary.ts';
import type { Profile, Severity } from '../core/result.ts';
import { suggestion } from '../core/suggest.ts';
import type { BaselineEntry, IgnoreEntry } from '../core/suppression.ts';
import { oneOf, type Arguments } from './arguments.ts';
import { ruleNames, SEVERITIES } from './commands/shared-options.ts';
import type { Io } from './io.ts';

/** The findings from which on a command fails. */
export type FailOn = Severity | 'never';

export function failOn(given: Arguments, fallback: FailOn): FailOn {
  return oneOf('--fail-on', given.value('fail-on') ?? fallback, [...SEVERITIES, 'never']);
}

export function leastSeverity(given: Arguments): Severity {
  return oneOf('--min-severity', given.value('min-severity') ?? 'info', SEVERITIES);
}

/** What the command line says of how to align and what to tell. */
export interface GivenOptions {
  profile: Profile;
  rules: Record<string, Severity | 'off'>;
  glossary: readonly GlossaryTerm[];
  ignore: readonly IgnoreEntry[];
  baseline: readonly BaselineEntry[];
}

/**
 * The options of `alignTranslations` that the command line gives.
 *
 * @throws AlignError for values that do not fit, and for files that cannot be read as what they should be
 */
export async function alignOptions(given: Arguments, io: Io): Promise<GivenOptions> {
  const rules: Record<string, Severity | 'off'> = {};
  for (const rule of given.values('rule')) {
    const [id = '', severity = ''] = rule.split('=', 2);
    if (id === '' || !rule.includes('='))
      throw new AlignError('invalid-argument', `--rule got "${rule}".`, 'Write it as --rule omission=warning.');
    await checkRule(id);
    rules[id] = oneOf(`--rule ${id}`, severity, [...SEVERITIES, 'off']);
  }
  const profile = oneOf('--profile', given.value('profile') ?? 'literal', ['literal', 'wire']);
  const [glossary, ignore, baseline] = ['glossary', 'ignore', 'baseline'].map((name) => given.value(name));
  return {
    profile,
    rules,
    glossary: glossary === undefined ? [] : await (await import('./glossary-file.ts')).readGlossary(glossary, io),
    ignore: ignore === undefined ? [] : await (await import('./ignore-file.ts')).readIgnore(ignore, io),
    baseline: baseline === undefined ? [] : await (await import('./baseline-file.ts')).readBaseline(baseline, io),
  };
}

/** @throws AlignError `unknown-option` with the nearest rule where there is none of that id */
export async function checkRule(id: string): Promise<void> {
  const ids = await ruleNames();
  if (!ids.includes(id)) throw new AlignError('unknown-option', `There is no rule "${id}".`, suggestion(id, ids));
}

/** `{ language }` where one was given, for the spreading into a source or rendering. */
export function languageOf(given: Arguments, option: 'source-language' | 'language'): { language?: string } {
  const language = given.value(option);
  return language === undefined ? {} : { language };
}
