import type { CompletedCommand, CompletedOption } from './completion-table.ts';

/** A completion for zsh, by its own `_arguments`; compinit has to have run. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const named = commands.filter(({ name }) => name !== '');
  const unnamed = commands.find(({ name }) => name === '');
  const assigning = commands.flatMap(({ options }) => options).filter((option) => option.settings.length > 0);
  const settings = [...new Map(assigning.map((option) => [functionOf(option), option])).values()];
  return `#compdef align-translations
# Completion of align-translations for zsh: eval "$(align-translations completion zsh)"
_align_translations_first() {
  local -a commands=(
${named.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  _describe -t commands command commands
  _files
}
${settings.map(settingsFunction).join('')}_align_translations() {
  case "$words[2]" in
${named.map((command) => commandCase(command)).join('\n')}
  esac
  _arguments -s \\
${[...(unnamed?.options ?? []).map(optionLine), "    '1: :_align_translations_first'", "    '*:rendering:_files'"].join(' \\\n')}
}
compdef _align_translations align-translations
`;
}

function commandCase({ name, options, words, takesFiles }: CompletedCommand): string {
  const files = takesFiles ? ["    '*:file:_files'"] : [];
  const others = words.length > 0 ? [`    ${quoted(`1: :(${words.join(' ')})`)}`] : files;
  return `    ${name})
      (( CURRENT > 2 )) && {
        shift words
        (( CURRENT-- ))
        _arguments -s \\
${[...options.map(optionLine), ...others].map((line) => `      ${line}`).join(' \\\n')}
        return
      } ;;`;
}

/** Completes a word, and behind its `=` what it can be set to. */
function settingsFunction(option: CompletedOption): string {
  const { values, settings } = option;
  const words = values.map((value) => quoted(`${value}: :(${settings.join(' ')})`));
  return `${functionOf(option)}() {
  _values -S = setting ${words.join(' ')}
}
`;
}

function functionOf({ names }: CompletedOption): string {
  return `_align_translations${names[0]!.replaceAll('-', '_')}`;
}

function optionLine(option: CompletedOption): string {
  const { names, help, takesValue, values, settings, isPath, isRepeatable } = option;
  const text = `[${help.replace(/[\\\][:]/g, '\\$&')}]`;
  const action =
    settings.length > 0 ? functionOf(option) : isPath ? '_files' : values.length === 0 ? ' ' : `(${values.join(' ')})`;
  const value = takesValue ? `: :${action}` : '';
  return names
    .map((name) => {
      const equals = takesValue && name.startsWith('--') ? '=' : '';
      const others = isRepeatable ? '*' : names.length > 1 ? `(${names.join(' ')})` : '';
      return `    ${quoted(`${others}${name}${equals}${text}${value}`)}`;
    })
    .join(' \\\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
