import type { CompletedCommand, CompletedOption } from './completion-table.ts';

/**
 * A completion for bash 3.2 and later, without the bash-completion package. What it completes is laid down in it, so that
 * a press of the key starts no program. To bash `=` is a word of its own.
 */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).filter(Boolean);
  const cases = commands.flatMap(({ name, options, words }) => [
    `    ${name === '' ? "''" : name})`,
    `      options="${options.flatMap((option) => option.names).join(' ')}"`,
    `      words="${(name === '' ? names : words).join(' ')}"`,
    '      case "$option" in',
    ...options.filter(({ takesValue }) => takesValue).map(valueCase),
    '      esac ;;',
  ]);
  return `# Completion of align-translations for bash: eval "$(align-translations completion bash)"
_align_translations() {
  local current="\${COMP_WORDS[COMP_CWORD]}" at=$((COMP_CWORD - 1))
  local command='' option options='' words='' values='' settings='' kind='' is_setting=''
  if [ "$current" = '=' ]; then
    current=''
    is_setting=1
  elif [ "\${COMP_WORDS[at]}" = '=' ]; then
    at=$((at - 1))
    is_setting=1
  fi
  case "\${COMP_WORDS[at]}" in
    -*) is_setting='' ;;
    *) [ -n "$is_setting" ] && at=$((at - 1)) ;;
  esac
  option="\${COMP_WORDS[at]}"
  case "\${COMP_WORDS[1]}" in
    ${names.join('|')}) [ "$COMP_CWORD" -gt 1 ] && command="\${COMP_WORDS[1]}" ;;
  esac
  case "$command" in
${cases.join('\n')}
  esac
  COMPREPLY=()
  if [ "$kind" = value ]; then
    if [ -n "$is_setting" ]; then
      values="$settings"
    elif [ -n "$settings" ]; then
      values="\${values// /= }="
      compopt -o nospace 2>/dev/null
    fi
    [ -n "$values" ] && COMPREPLY=($(compgen -W "$values" -- "$current"))
  elif [ "$kind" = path ]; then
    : # The shell completes files by itself.
  elif [ "\${current#-}" != "$current" ]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [ "$COMP_CWORD" -eq 1 ] || [ -n "$command" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -o default -o bashdefault -F _align_translations align-translations
`;
}

function valueCase({ names, values, settings, isPath }: CompletedOption): string {
  const set = [
    `kind=${isPath ? 'path' : 'value'}`,
    ...(values.length === 0 ? [] : [`values="${values.join(' ')}"`]),
    ...(settings.length === 0 ? [] : [`settings="${settings.join(' ')}"`]),
  ];
  return `        ${names.join('|')}) ${set.join(' ')} ;;`;
}
