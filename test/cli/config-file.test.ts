import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seedResult } from '../report/fixture.ts';
import { cli, folder } from './harness.ts';

const alignTranslations = vi.hoisted(() => vi.fn());
vi.mock('../../src/align-translations.ts', () => ({ alignTranslations }));

const start = process.cwd();
const at = folder({ 'a.txt': 'Источник.', 'b.txt': 'Rendering.' });
mkdirSync(at('conf'));
const configured = (configuration: unknown, path = 'align-translations.config.json'): void =>
  writeFileSync(at(path), typeof configuration === 'string' ? configuration : JSON.stringify(configuration));
const optionsOfCall = () => alignTranslations.mock.calls.at(-1)![2];

beforeEach(() => {
  process.chdir(at('.'));
  configured({});
  alignTranslations.mockReset();
  alignTranslations.mockImplementation(async () => seedResult());
});
afterEach(() => process.chdir(start));

describe('a configuration', () => {
  it('in the working folder gives the options', async () => {
    configured({ profile: 'wire', rules: { number: 'off' }, failOn: 'never', language: 'en', format: 'markdown' });
    const { code, stdout } = await cli(['a.txt', 'b.txt']);
    expect(optionsOfCall()).toMatchObject({ profile: 'wire', rules: { number: 'off' } });
    expect(alignTranslations.mock.calls[0]![1]).toMatchObject([{ language: 'en' }]);
    expect([code, stdout.split('\n')[0]]).toEqual([0, '# Translation report: 003.txt']);
  });

  it('stands behind the command line', async () => {
    configured({ profile: 'wire', rules: { number: 'off', date: 'off' }, failOn: 'never', quiet: true, color: true });
    const { code, stdout } = await cli([
      'a.txt',
      'b.txt',
      '--profile',
      'literal',
      '--rule',
      'number=error',
      '--fail-on=error',
      '--no-color',
    ]);
    expect(optionsOfCall()).toMatchObject({ profile: 'literal', rules: { number: 'error', date: 'off' } });
    expect([code, stdout.includes('\u001b')]).toEqual([1, false]);
  });

  it('gives way with --format and --output together', async () => {
    configured({ format: ['json'], output: ['x/none.json'] });
    expect((await cli(['a.txt', 'b.txt', '--format', 'tsv'])).stdout).toMatch(/^source_id/);
    expect((await cli(['a.txt', 'b.txt', '-o', '-'])).stdout).toMatch(/^003.txt/);
  });

  it('may set what a flag of the command line takes back', async () => {
    configured({ color: true });
    expect((await cli(['a.txt', 'b.txt'])).stdout).toContain('\u001b');
    expect((await cli(['a.txt', 'b.txt', '--no-color'])).stdout).not.toContain('\u001b');
    configured({ color: false });
    expect((await cli(['a.txt', 'b.txt'], { tty: true })).stdout).not.toContain('\u001b');
  });

  it('is another with --config, and none with --no-config', async () => {
    configured({ profile: 'wire' });
    configured({ profile: 'literal', maxWarnings: 0, failOn: 'never' }, 'conf/c.json');
    expect((await cli(['a.txt', 'b.txt', '--config', 'conf/c.json'])).code).toBe(1);
    expect(optionsOfCall()).toMatchObject({ profile: 'literal' });
    await cli(['a.txt', 'b.txt', '--no-config']);
    expect(optionsOfCall()).toMatchObject({ profile: 'literal' });
    await cli(['a.txt', 'b.txt']);
    expect(optionsOfCall()).toMatchObject({ profile: 'wire' });
  });

  it('has paths relative to itself, and absolute ones', async () => {
    writeFileSync(at('conf/glossary.tsv'), 'Минобороны\tDefence Ministry\n');
    configured({ glossary: 'glossary.tsv', output: ['../out.json', '-'], format: ['json', 'jsonl'] }, 'conf/c.json');
    const { code, stdout } = await cli(['a.txt', 'b.txt', '--config', 'conf/c.json']);
    expect([code, stdout.slice(0, 7)]).toEqual([1, '{"type"']);
    expect(optionsOfCall().glossary).toEqual([{ source: 'Минобороны', rendering: ['Defence Ministry'] }]);
    expect(existsSync(at('out.json'))).toBe(true);
    configured({ glossary: at('conf/glossary.tsv') });
    expect((await cli(['a.txt', 'b.txt'])).code).toBe(1);
  });

  it('lets options of check alone be, and is not asked by other commands', async () => {
    configured({ renderings: '{name}.en.txt', concurrency: 2, files: ['x'] });
    expect((await cli(['a.txt', 'b.txt'])).code).toBe(1);
    configured('no JSON');
    expect((await cli(['evaluate', '--help'])).code).toBe(0);
    expect((await cli(['a.txt', '--help'])).code).toBe(0);
  });
});

describe('a configuration that is wrong', () => {
  it.each([
    ['{ "profile": wire }', 'align-translations.config.json is not JSON', 'docs/command-line.md'],
    ['[]', 'align-translations.config.json is an array of 0, expected an object.', '"profile"'],
    ['{ "profil": "wire" }', 'align-translations.config.json has no "profil".', 'Did you mean "profile"?'],
    ['{ "fail-on": "error" }', 'align-translations.config.json has no "fail-on".', 'Did you mean "failOn"?'],
    [
      '{ "profile": "wired" }',
      'config.json: profile is "wired", expected one of literal, wire.',
      'Did you mean "wire"?',
    ],
    ['{ "rules": { "omision": "off" } }', 'config.json: rules has no "omision".', 'Did you mean "omission"?'],
    ['{ "rules": { "omission": 1 } }', 'config.json: rules.omission is 1, expected a text.', 'config.schema.json'],
    ['{ "output": ["a.json", 3] }', 'config.json: output[1] is 3, expected a text.', 'config.schema.json'],
    ['{ "maxWarnings": 1.5 }', 'config.json: maxWarnings is 1.5, expected a whole number, 0 or more.', 'schema'],
  ])('%s', async (text, message, hint) => {
    configured(text);
    const { code, stdout, stderr } = await cli(['a.txt', 'b.txt']);
    expect([code, stdout]).toEqual([2, '']);
    const [first, second] = stderr.split('\n');
    expect(first).toContain(message);
    expect(second).toContain(hint);
    expect(alignTranslations).not.toHaveBeenCalled();
  });

  it.each([
    [['--config', join('no', 'c.json')], 'There is no file'],
    [['--config', 'conf'], 'conf is a directory.'],
    [['--config', 'conf/c.json', '--no-config'], '--config and --no-config exclude each other.'],
  ])('%j', async (argv, message) => {
    const { code, stderr } = await cli(['a.txt', 'b.txt', ...argv]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
