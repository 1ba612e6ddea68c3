import { commands } from '../../src/cli/commands.ts';

/** Whatever is code on a page: fenced and indented blocks, and words between backticks. */
function codeOf(text: string): string[] {
  const code: string[] = [];
  const prose = text.replace(/^```.*\n([^]*?)^```$/gm, (_, inner: string) => {
    code.push(...inner.replaceAll('\\\n', ' ').split('\n'));
    return '';
  });
  for (const line of prose.replaceAll('\\\n', ' ').split('\n'))
    if (line.startsWith('    ')) code.push(line.trim());
    else code.push(...[...line.matchAll(/`([^`]+)`/g)].map(([, words]) => words!));
  return code;
}

/** What is wrong with the commands that a page shows: no such command, no such option. */
export function commandFaults(text: string): string[] {
  return codeOf(text).flatMap((line) => {
    const [, rest] = /^(?:\$ )?(?:npx (?:--yes )?)?align-translations (.*)$/.exec(line) ?? [];
    if (rest === undefined) return [];
    const words = rest.replaceAll('\\|', ' ').split(/ [|#>] |[\s)]+/);
    const named = commands.find(({ name }) => name !== '' && name === words[0]);
    const command = named ?? commands.find(({ name }) => name === '')!;
    const options = words.filter((word) => /^--?[a-z]/.test(word)).map((word) => word.split('=')[0]!);
    return options
      .filter((option) => !hasOption(command.options, option))
      .map((option) => `${line}: ${command.name} has no ${option}`);
  });
}

function hasOption(options: (typeof commands)[number]['options'], given: string): boolean {
  if (!given.startsWith('--')) return Object.values(options).some(({ short }) => short === given[1]);
  const name = given.slice(2);
  return Object.hasOwn(options, name) || options[name.replace(/^no-/, '')]?.type === 'flag';
}

/** The npm scripts that a page names. */
export function namedScripts(text: string): string[] {
  return [...text.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name]) => name!);
}
