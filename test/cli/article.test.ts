import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { seedResult } from '../report/fixture.ts';
import { cli, folder } from './harness.ts';

const alignTranslations = vi.hoisted(() => vi.fn());
vi.mock('../../src/align-translations.ts', () => ({ alignTranslations }));

const at = folder({ 'a.txt': 'Источник.', 'b.txt': 'Rendering.', 'c.txt': 'Another.' });
const pair = [at('a.txt'), at('b.txt')];

beforeEach(() => {
  alignTranslations.mockReset();
  alignTranslations.mockImplementation(async () => seedResult());
});

describe('texts', () => {
  it('go to the library with base names as ids', async () => {
    await cli([
      ...pair,
      at('c.txt'),
      '--language',
      'en',
      '--source-language=ru',
      '--profile',
      'wire',
      '--rule',
      'number=off',
    ]);
    const [source, renderings, options] = alignTranslations.mock.calls[0]!;
    expect(source).toEqual({ id: 'a.txt', text: 'Источник.', language: 'ru' });
    expect(renderings).toEqual([
      { id: 'b.txt', text: 'Rendering.', language: 'en' },
      { id: 'c.txt', text: 'Another.', language: 'en' },
    ]);
    expect(options).toMatchObject({ profile: 'wire', rules: { number: 'off' } });
  });

  it('of one base name keep their paths', async () => {
    mkdirSync(at('en'));
    writeFileSync(at('en/a.txt'), 'Rendering.');
    await cli([at('a.txt'), at('en/a.txt'), at('c.txt')]);
    const [source, renderings] = alignTranslations.mock.calls[0]!;
    expect(source.id).toBe(at('a.txt'));
    expect(renderings.map(({ id }: { id: string }) => id)).toEqual([at('en/a.txt'), 'c.txt']);
  });

  it('may come from standard input', async () => {
    await cli([at('a.txt'), '-'], { stdin: 'From a pipe.' });
    expect(alignTranslations.mock.calls[0]![1]).toEqual([{ id: 'stdin', text: 'From a pipe.' }]);
  });
});

describe('reports', () => {
  it('stylish to standard output, without colours where it is no terminal', async () => {
    const { stdout, stderr } = await cli(pair);
    expect(stdout).toMatch(/^003.txt \(ru\)/);
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toBe('');
  });

  it.each([
    [{ tty: true }, [], true],
    [{ tty: true }, ['--no-color'], false],
    [{ tty: true, env: { NO_COLOR: '1' } }, [], false],
    [{ tty: true, env: { NO_COLOR: '' } }, [], true],
    [{ tty: true, env: { TERM: 'dumb' } }, [], false],
    [{ env: { FORCE_COLOR: '1' } }, [], true],
    [{ tty: true, env: { FORCE_COLOR: '0' } }, [], false],
    [{ env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, [], false],
  ])('%j %j: colours %s', async (settings, options, colours) => {
    const { stdout } = await cli([...pair, ...options], settings as object);
    expect(stdout.includes('\u001b')).toBe(colours);
  });

  it('pair formats with files, and tell the format by the extension', async () => {
    const out = folder();
    const { stdout } = await cli([...pair, '-o', out('r.html'), '-o', out('r.tsv'), '-o', '-']);
    expect(stdout).toMatch(/^003.txt/);
    expect(readFileSync(out('r.html'), 'utf8')).toMatch(/^<!doctype html>/);
    expect(readFileSync(out('r.tsv'), 'utf8')).toMatch(/^source_id\t/);
    await cli([...pair, '--format', 'json', '-o', out('r.out')]);
    expect(JSON.parse(readFileSync(out('r.out'), 'utf8'))).toEqual(seedResult());
    const both = await cli([...pair, '--format', 'html', '-o', out('r2.html'), '--format', 'json']);
    expect(JSON.parse(both.stdout)).toEqual(seedResult());
    expect(existsSync(out('r2.html'))).toBe(true);
  });

  it('of every format go to files whose extensions tell it, in one run', async () => {
    const out = folder();
    const names = ['r.csv', 'r.jsonl', 'r.md', 'r.tmx', 'r.xlf', 'r.sarif', 'r.junit.xml', 'r.json'];
    const { code, stdout } = await cli([...pair, ...names.flatMap((name) => ['-o', out(name)]), '--format', 'csv']);
    expect([code, stdout]).toEqual([1, '']);
    const begins = names.map((name) => readFileSync(out(name), 'utf8').slice(0, 60).replaceAll('\n', ' '));
    const expected = [
      /^source_id,/,
      /^\{"type":"rendering"/,
      /^# Translation report/,
      /^<\?xml .*<tmx/,
      /^<\?xml .*<xliff/,
      /^\{ {3}"\$schema"/,
      /^<\?xml .*<testsuites/,
      /^\{ {3}"schemaVersion": 1/,
    ];
    begins.forEach((begin, i) => expect(begin).toMatch(expected[i]!));
  });

  it('for other programs name files by their paths from the working folder', async () => {
    alignTranslations.mockImplementation(async () => {
      const [source, rendering] = ['a.txt', 'b.txt'];
      const result = seedResult();
      const renderings = [{ ...result.renderings[0]!, id: rendering }];
      return { ...result, source: { ...result.source, id: source }, renderings, findings: [] };
    });
    const { stdout } = await cli([...pair, '--format', 'github']);
    const path = relative('', at('b.txt')).replaceAll('\\', '/');
    expect(stdout.split('\n')[0]).toBe(
      `::notice file=${path},line=1,endLine=1,col=1,endColumn=1,title=omission::The rendering does not carry the headline.`,
    );
  });

  it('leave findings below --min-severity out, whatever the exit status rests on', async () => {
    const { stdout, code } = await cli([...pair, '--format', 'json', '--min-severity', 'error', '--fail-on', 'info']);
    expect(JSON.parse(stdout).summary).toEqual({ errors: 7, warnings: 0, infos: 0 });
    expect(code).toBe(1);
  });
});

describe('exit status', () => {
  const calm = (): object => {
    const result = seedResult();
    const warning = { ...result.findings[0]!, severity: 'warning' as const };
    const renderings = result.renderings.map((rendering) => ({ ...rendering, findings: [] }));
    return { ...result, findings: [warning], renderings, summary: { errors: 0, warnings: 1, infos: 0 } };
  };

  it.each([
    [[], 0],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'info'], 1],
    [['--fail-on', 'never'], 0],
    [['--max-warnings', '0'], 1],
    [['--max-warnings', '1'], 0],
    [['--fail-on', 'never', '--max-warnings', '0'], 1],
  ])('with one warning and %j is %i', async (options, code) => {
    alignTranslations.mockImplementation(async () => calm());
    expect((await cli([...pair, ...options])).code).toBe(code);
    const out = folder();
    expect((await cli([...pair, ...options, '-o', out('r.json')])).code).toBe(code);
  });

  it('with errors is 1', async () => {
    expect((await cli(pair)).code).toBe(1);
  });

  it('is 130 after Ctrl-C', async () => {
    const controller = new AbortController();
    alignTranslations.mockImplementation(async () => {
      controller.abort();
      throw controller.signal.reason;
    });
    const { code, stdout, stderr } = await cli(pair, { signal: controller.signal });
    expect([code, stdout, stderr]).toEqual([130, '', '']);
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'No files are given.', 'Name the source, then its renderings.'],
    [['a.txt'], 'No rendering is given for a.txt.', '--help'],
    [[...pair, '--formt', 'html'], 'There is no option --formt.', 'Did you mean --format?'],
    [[...pair, '--format', 'htlm'], 'There is no report format "htlm".', 'Did you mean "html"?'],
    [[...pair, '--format'], '--format needs a value.', '--help'],
    [[...pair, '--format', '--quiet'], '--format needs a value.', '--help'],
    [[...pair, '--quiet=yes'], '--quiet takes no value, and got "yes".', '--help'],
    [[...pair, '--profile', 'literal', '--profile', 'wire'], '--profile is given more than once.', '--help'],
    [[...pair, '--profile', 'wired'], '--profile got "wired".', 'Did you mean "wire"?'],
    [[...pair, '--fail-on', 'warnings'], '--fail-on got "warnings".', 'Did you mean "warning"?'],
    [[...pair, '--rule', 'omission'], '--rule got "omission".', '--rule omission=warning'],
    [[...pair, '--rule', 'omission=fatal'], '--rule omission got "fatal".', 'error, warning, info, off'],
    [[...pair, '--max-warnings', 'x'], '--max-warnings got "x".', 'whole number'],
    [[...pair, '-o', 'r.pdf'], 'The extension of r.pdf names no report format.', '--format stylish|json|html|tsv'],
    [[...pair, '--format', 'json', '--format', 'tsv'], 'Two reports would go to standard output.', '-o FILE'],
    [['-', '-'], 'Only one text can come from standard input.', 'files'],
  ])('%j', async (argv, message, hint) => {
    const { code, stdout, stderr } = await cli(argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    const [first, second] = stderr.split('\n');
    expect(first).toBe(`align-translations: ${message}`);
    expect(second).toContain(hint);
    expect(alignTranslations).not.toHaveBeenCalled();
  });
});

describe('files that are no articles', () => {
  const bad = folder({
    'empty.txt': ' \n',
    'binary.bin': new Uint8Array([1, 0, 2, 0]),
    'bad.txt': new Uint8Array([0x41, 0xff, 0x41]),
  });
  writeFileSync(bad('large.txt'), '');
  truncateSync(bad('large.txt'), 50_000_001);
  mkdirSync(bad('folder'));

  it.each([
    ['none.txt', /^align-translations: There is no file .*none\.txt\.$/],
    ['folder', /folder is a directory\.$/],
    ['empty.txt', /empty\.txt is empty\.$/],
    ['binary.bin', /binary\.bin is binary data/],
    ['bad.txt', /bad\.txt is not valid UTF-8: byte 0xFF at offset 1/],
    ['large.txt', /large\.txt has 50000001 bytes; the most that is read is 50000000\.$/],
  ])('%s', async (name, message) => {
    const { code, stderr } = await cli([at('a.txt'), bad(name)]);
    expect(code).toBe(2);
    expect(stderr.split('\n')[0]).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it('an endless standard input', async () => {
    const { code, stderr } = await cli([at('a.txt'), '-'], { stdin: new Uint8Array(50_000_001) });
    expect(code).toBe(2);
    expect(stderr).toContain('stdin has more than 50000000 bytes');
  });

  it('a report that cannot be written', async () => {
    const { code, stderr } = await cli([...pair, '-o', bad('no/such/r.json')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/r\.json cannot be written \(ENOENT\)/);
  });
});

it('tells a fault of its own as such, without a stack, and lets no control through', async () => {
  alignTranslations.mockRejectedValue(new TypeError('bad \u001b[2J'));
  const { code, stderr } = await cli(pair);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^align-translations: internal error: bad ⟨U\+001B⟩\[2J\n.*\n$/);
});

it('helps', async () => {
  for (const argv of [['--help'], ['-h'], ['batch', '--help'], ['embed', '-h'], ['align', '-h'], ['evaluate', '-h']]) {
    const { code, stdout, stderr } = await cli(argv);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^align-translations /);
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(110);
  }
  expect((await cli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('lists the rules', async () => {
  const { code, stdout } = await cli(['--list-rules']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^omission +error +warning +\S/m);
});
