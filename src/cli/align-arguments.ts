import { AlignError } from '../core/errors.ts';
import type { Profile, Severity } from '../core/result.ts';
import { oneOf, type Arguments, type OptionSpec } from './arguments.ts';

/** What `check` and `batch` have in common: how strictly to look, and what counts as a failure. */
export const alignSpecs = {
  profile: { type: 'value' },
  rule: { type: 'value', multiple: true },
  'fail-on': { type: 'value' },
  'source-language': { type: 'value' },
  language: { type: 'value' },
  quiet: { type: 'flag', short: 'q' },
  help: { type: 'flag', short: 'h' },
} as const satisfies Record<string, OptionSpec>;

export const alignHelp = `  --profile literal|wire        wire forgives condensation, never a changed quotation, number or date
  --rule ID=SEVERITY            error, warning, info or off for one rule; repeatable
  --source-language CODE        ru or en, where the text alone does not tell
  --language CODE               the same for the renderings`;

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The findings from which on a command fails. */
export type FailOn = Severity | 'never';

export function failOn(given: Arguments, fallback: FailOn): FailOn {
  return oneOf('--fail-on', given.value('fail-on') ?? fallback, [...SEVERITIES, 'never']);
}

export function leastSeverity(given: Arguments): Severity {
  return oneOf('--min-severity', given.value('min-severity') ?? 'info', SEVERITIES);
}

/** The options of `alignTranslations` that the command line gives. */
export function alignOptions(given: Arguments): { profile: Profile; rules: Record<string, Severity | 'off'> } {
  const rules: Record<string, Severity | 'off'> = {};
  for (const rule of given.values('rule')) {
    const [id = '', severity = ''] = rule.split('=', 2);
    if (id === '' || !rule.includes('='))
      throw new AlignError('invalid-argument', `--rule got "${rule}".`, 'Write it as --rule omission=warning.');
    rules[id] = oneOf(`--rule ${id}`, severity, [...SEVERITIES, 'off']);
  }
  return { profile: oneOf('--profile', given.value('profile') ?? 'literal', ['literal', 'wire']), rules };
}

/** `{ language }` where one was given, for the spreading into a source or rendering. */
export function languageOf(given: Arguments, option: 'source-language' | 'language'): { language?: string } {
  const language = given.value(option);
  return language === undefined ? {} : { language };
}
