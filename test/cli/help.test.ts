import { describe, expect, it } from 'vitest';
import { callOf, choicesOf } from '../../src/cli/command.ts';
import { commands } from '../../src/cli/commands.ts';
import { helpText } from '../../src/cli/help.ts';
import { cli } from './harness.ts';

const table = commands.map((command) => [callOf(command), command] as const);

describe.each(table)('the help of %s', (call, command) => {
  it('begins with how it is called, and has every option, with what it takes', async () => {
    const { code, stdout } = await cli([...(command.name === '' ? [] : [command.name]), '--help']);
    expect(code).toBe(0);
    expect(stdout.startsWith(`${call} `)).toBe(true);
    const text = stdout.replace(/\s+/g, ' ');
    for (const [name, spec] of Object.entries(command.options)) {
      expect(text).toContain(`--${name}${spec.placeholder === undefined ? '' : ` ${spec.placeholder}`} `);
      if (spec.short !== undefined) expect(text).toContain(`-${spec.short}, --${name}`);
      if (spec.listedBy === undefined)
        for (const choice of (await choicesOf(spec)) ?? []) expect(text).toContain(choice);
    }
  });

  it('says something of each option, in sentences', () => {
    for (const [name, { help }] of Object.entries(command.options)) expect(help, name).toMatch(/^[A-Za-z].*\.$/);
  });

  it.each([30, 45, 69, 70, 88, 200])('fits %i columns, but for what is to be copied', async (width) => {
    const text = await helpText(command, commands, { width });
    const copied = [...command.examples.map(([line]) => line), ...command.description.filter((p) => p.startsWith(' '))];
    const inside = text.split('\n').filter((line) => !copied.some((part) => part.includes(line.trim())));
    for (const line of inside) expect(line.length, line).toBeLessThanOrEqual(Math.max(40, Math.min(width, 100)));
  });
});

it('names every command where none is named', async () => {
  const { stdout } = await cli(['--help']);
  for (const { name, summary } of commands.slice(1)) {
    expect(stdout).toContain(`align-translations ${name} `);
    expect(stdout).toContain(summary);
  }
});

it('has headings in bold on a terminal alone', async () => {
  expect((await cli(['--help'], { tty: true })).stdout).toContain('\u001b[1mOptions\u001b[22m');
  expect((await cli(['--help'])).stdout).not.toContain('\u001b');
});

describe('the table of commands', () => {
  it('has one key of a configuration for one option', () => {
    const keys = new Map<string, string>();
    for (const { options } of commands)
      for (const [name, { configKey }] of Object.entries(options)) {
        if (configKey === undefined) continue;
        expect(keys.get(configKey) ?? name).toBe(name);
        keys.set(configKey, name);
      }
  });

  it('has no letter twice within a command', () => {
    for (const { options } of commands) {
      const letters = Object.values(options).flatMap(({ short }) => short ?? []);
      expect(new Set(letters).size).toBe(letters.length);
    }
  });

  it('loads what it says', async () => {
    for (const command of commands) expect(await command.load()).toBeTypeOf('function');
  });
});
