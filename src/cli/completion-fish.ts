import type { CompletedCommand, CompletedOption } from './completion-table.ts';

/** A completion for fish 3 and later. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).filter(Boolean);
  const lines = commands.flatMap((command) => {
    const { name, summary, options, words } = command;
    const seen =
      name === '' ? `not __fish_seen_subcommand_from ${names.join(' ')}` : `__fish_seen_subcommand_from ${name}`;
    const start = `complete -c align-translations -n ${quoted(seen)}`;
    return [
      ...(name === ''
        ? []
        : [`complete -c align-translations -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`]),
      ...(words.length === 0 ? [] : [`${start} -f -a ${quoted(words.join(' '))}`]),
      ...options.map((option) => `${start} ${optionWords(option)}`),
    ];
  });
  const head = '# Completion of align-translations for fish: align-translations completion fish | source';
  return `${[head, ...lines].join('\n')}\n`;
}

function optionWords({ names, help, takesValue, values, settings, isPath }: CompletedOption): string {
  const all =
    settings.length === 0 ? values : values.flatMap((value) => settings.map((setting) => `${value}=${setting}`));
  return [
    ...names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)),
    ...(!takesValue ? [] : [isPath ? '-r -F' : '-x']),
    ...(all.length === 0 ? [] : [`-a ${quoted(all.join(' '))}`]),
    `-d ${quoted(help)}`,
  ].join(' ');
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
