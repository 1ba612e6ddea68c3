import { choicesOf, type Command } from './command.ts';

/** An option as a shell completes it. */
export interface CompletedOption {
  /** With its dashes, the long name first. */
  names: string[];
  /** Its first sentence. */
  help: string;
  takesValue: boolean;
  /** The words that its value can be; empty where a value is free or a path. */
  values: readonly string[];
  /** What such a word can be set to, `WORD=SETTING`; empty where it stands by itself. */
  settings: readonly string[];
  isPath: boolean;
  isRepeatable: boolean;
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  /** Empty for the command without a name. */
  name: string;
  summary: string;
  options: CompletedOption[];
  /** Words in place of files. */
  words: readonly string[];
  takesFiles: boolean;
}

/** What shells complete, from the table of commands. Words hold letters, digits and `-` alone. */
export function completionTable(commands: readonly Command[]): Promise<CompletedCommand[]> {
  return Promise.all(
    commands.map(async ({ name, summary, options, positionals }) => ({
      name,
      summary,
      words: positionals === 'files' ? [] : positionals,
      takesFiles: positionals === 'files',
      options: (await Promise.all(Object.entries(options).map(completedOptions))).flat(),
    })),
  );
}

async function completedOptions([name, spec]: [string, Command['options'][string]]): Promise<CompletedOption[]> {
  const { assigned: settings = [], multiple: isRepeatable = false } = spec;
  const values = (await choicesOf(spec)) ?? [];
  const help = /^.*?[.:;](?=\s|$)/.exec(spec.help)?.[0].slice(0, -1) ?? spec.help;
  const names = [`--${name}`, ...(spec.short === undefined ? [] : [`-${spec.short}`])];
  const own = {
    names,
    help,
    takesValue: spec.type !== 'flag',
    values,
    settings,
    isPath: spec.kind === 'path',
    isRepeatable,
  };
  if (spec.type !== 'flag' || spec.configKey === undefined) return [own];
  return [own, { ...own, names: [`--no-${name}`], help: `Not --${name}` }];
}
