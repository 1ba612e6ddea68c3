import type { Options, OptionSpec } from '../command.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export const LANGUAGES = ['ru', 'en'] as const;

/** The names of the report formats, from the place that has them. */
export const formatNames = async (): Promise<readonly string[]> =>
  (await import('../../report/registry.ts')).formats.map(({ name }) => name);

/** The ids of the rules, from the lightest place that has them. */
export const ruleNames = async (): Promise<readonly string[]> =>
  (await import('../../report/rule-facts.ts')).ruleFacts.map(({ id }) => id);

export const help: OptionSpec = { type: 'flag', short: 'h', help: 'Print this.' };

export const quiet: OptionSpec = {
  type: 'flag',
  short: 'q',
  help: 'No progress and no notes on standard error; errors are told all the same.',
  configKey: 'quiet',
};

/** How strictly to look: of every command that reports on articles. */
export const alignOptions = {
  profile: {
    type: 'value',
    placeholder: 'PROFILE',
    choices: ['literal', 'wire'],
    help: 'literal (default) expects a full translation; wire forgives condensation, never a changed quotation, number or date.',
    configKey: 'profile',
  },
  rule: {
    type: 'value',
    multiple: true,
    placeholder: 'RULE=SEVERITY',
    choices: ruleNames,
    listedBy: '--list-rules',
    assigned: [...SEVERITIES, 'off'],
    help: 'error, warning, info or off for one rule; repeatable.',
    configKey: 'rules',
  },
  glossary: {
    type: 'value',
    kind: 'path',
    placeholder: 'FILE',
    help: 'Terms that must be rendered so: JSON, or TERM<TAB>RENDERING|RENDERING a line.',
    configKey: 'glossary',
  },
  ignore: {
    type: 'value',
    kind: 'path',
    placeholder: 'FILE',
    help: 'Text whose findings are not told: JSON.',
    configKey: 'ignore',
  },
  baseline: {
    type: 'value',
    kind: 'path',
    placeholder: 'FILE',
    help: 'Findings that are known, neither told nor counted.',
    configKey: 'baseline',
  },
  'source-language': {
    type: 'value',
    placeholder: 'CODE',
    choices: LANGUAGES,
    help: 'ru or en, where the text alone does not tell.',
    configKey: 'sourceLanguage',
  },
  language: {
    type: 'value',
    placeholder: 'CODE',
    choices: LANGUAGES,
    help: 'The same for the renderings.',
    configKey: 'language',
  },
} as const satisfies Options;

/** The severity from which on a command fails; the help says what it is by itself. */
export function failOnOption(byItself: string): OptionSpec {
  return {
    type: 'value',
    placeholder: 'SEVERITY',
    choices: [...SEVERITIES, 'never'],
    help: `Exit with 1 on such findings: error, warning, info or never (by itself ${byItself}).`,
    configKey: 'failOn',
  };
}

/** What a command that reports in every format takes beside them. */
export const reportOptions = {
  format: {
    type: 'value',
    multiple: true,
    placeholder: 'FORMAT',
    choices: formatNames,
    help: 'The form of a report, stylish by itself; repeatable, the first goes with the first -o, and so on.',
    configKey: 'format',
  },
  output: {
    type: 'value',
    short: 'o',
    multiple: true,
    kind: 'path',
    placeholder: 'FILE',
    help: 'Write a report there, its format told by the extension; - is standard output.',
    configKey: 'output',
  },
  'min-severity': {
    type: 'value',
    placeholder: 'SEVERITY',
    choices: SEVERITIES,
    help: 'Leave milder findings out of the reports.',
    configKey: 'minSeverity',
  },
  'fail-on': failOnOption('error'),
  'max-warnings': {
    type: 'value',
    kind: 'count',
    placeholder: 'N',
    help: 'Exit with 1 on more warnings than that.',
    configKey: 'maxWarnings',
  },
  ...alignOptions,
  'write-baseline': {
    type: 'value',
    kind: 'path',
    placeholder: 'FILE',
    help: 'Write what is found, and what of --baseline still holds; exit with 0.',
  },
  config: {
    type: 'value',
    kind: 'path',
    placeholder: 'FILE',
    help: 'Options from this JSON file, in place of align-translations.config.json of the working folder.',
  },
  'no-config': { type: 'flag', help: 'No options from a file.' },
  watch: { type: 'flag', help: 'Report again whenever a file that was read changes, until Ctrl-C.' },
  color: {
    type: 'flag',
    help: 'Colours, also where standard output is no terminal; --no-color has none, as with NO_COLOR.',
    configKey: 'color',
  },
} as const satisfies Options;

/** The exit status of commands that report. */
export const EXIT_NOTE =
  'Exit status: 0 nothing to fail on, 1 findings, 2 wrong usage, input or model, 130 interrupted.';
