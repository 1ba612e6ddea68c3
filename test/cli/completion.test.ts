import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { formatNames, ruleNames } from '../../src/cli/commands/shared-options.ts';
import { commands } from '../../src/cli/commands.ts';
import { cli, folder } from './harness.ts';

const scriptOf = async (shell: string): Promise<string> => (await cli(['completion', shell])).stdout;
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const shellTest = (shell: string) => it.skipIf(!has(shell));

describe('the completion', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s has every command, option, format and rule', async (shell) => {
    const { code, stdout, stderr } = await cli(['completion', shell]);
    expect([code, stderr]).toEqual([0, '']);
    const words = new Set(stdout.split(/[^\w-]+/).map((word) => word.replace(/^--(?!no-)/, '')));
    const options = commands.flatMap((command) => Object.keys(command.options));
    for (const name of [...commands.map(({ name }) => name).filter(Boolean), ...options])
      expect(words.has(name) || words.has(`--${name}`), name).toBe(true);
    for (const name of [...(await formatNames()), ...(await ruleNames())]) expect(words.has(name), name).toBe(true);
  });

  shellTest('bash')(`in bash${has('bash') ? '' : ' (skipped: there is no bash)'}`, async () => {
    const at = folder({ 'completion.bash': await scriptOf('bash') });
    const completed = (...words: string[]): string[] => {
      const line = `. "${at('completion.bash')}"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _align_translations; echo "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', line, 'bash', 'align-translations', ...words], {
        encoding: 'utf8',
      });
      expect(stderr.replace(/.*compopt.*\n/g, '')).toBe('');
      return stdout.trim().split(' ').filter(Boolean);
    };
    expect(completed('ch')).toEqual(['check']);
    expect(completed('--pro')).toEqual(['--profile']);
    expect(completed('--no-c')).toEqual(['--no-config', '--no-color']);
    expect(completed('a.txt', '--format', 'h')).toEqual(['html', 'hunalign-text']);
    expect(completed('a.txt', '--format', '=', 'ht')).toEqual(['html']);
    expect(completed('--rule', 'omi')).toEqual(['omission=']);
    expect(completed('--rule', 'omission', '=')).toEqual(['error', 'warning', 'info', 'off']);
    expect(completed('--rule', 'omission', '=', 'w')).toEqual(['warning']);
    expect(completed('--explain', 'na')).toEqual(['name']);
    expect(completed('check', '--rend')).toEqual(['--renderings']);
    expect(completed('batch', '--rend')).toEqual([]);
    expect(completed('evaluate', '--format', '')).toEqual(['text', 'json']);
    expect(completed('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(completed('-o', '')).toEqual([]);
    expect(completed('a.txt', '')).toEqual([]);
  });

  shellTest('zsh')(`in zsh${has('zsh') ? '' : ' (skipped: there is no zsh)'} has no fault of syntax`, async () => {
    const { status, stderr } = spawnSync('zsh', ['-n'], { input: await scriptOf('zsh'), encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  shellTest('fish')(`in fish${has('fish') ? '' : ' (skipped: there is no fish)'}`, async () => {
    const at = folder({ 'completion.fish': await scriptOf('fish') });
    const completed = (line: string): string[] => {
      const run = spawnSync('fish', ['-c', 'source $argv[1]; complete -C $argv[2]', at('completion.fish'), line], {
        encoding: 'utf8',
      });
      return run.stdout
        .trim()
        .split('\n')
        .map((row) => row.split('\t')[0]!);
    };
    expect(completed('align-translations chec')).toEqual(['check']);
    expect(completed('align-translations a.txt --fail-on n')).toContain('never');
    expect(completed('align-translations --rule omission=w')).toEqual(['omission=warning']);
    expect(completed('align-translations completion ')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']));
  });

  it.each([
    [[], 'No shell is named.', 'bash, zsh, fish'],
    [['bsh'], 'completion got "bsh".', 'Did you mean "bash"?'],
    [['bash', 'zsh'], 'zsh is one shell too many.', 'bash, zsh, fish'],
  ])('of %j', async (argv, message, hint) => {
    const { code, stderr } = await cli(['completion', ...argv]);
    expect([code, stderr.split('\n')[0]]).toEqual([2, `align-translations: ${message}`]);
    expect(stderr).toContain(hint);
  });
});
