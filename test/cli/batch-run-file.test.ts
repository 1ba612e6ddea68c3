import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tool } from '../../src/core/tool.ts';
import { cli, folder } from './harness.ts';

const alignTranslations = vi.hoisted(() => vi.fn());
vi.mock('../../src/align-translations.ts', () => ({ alignTranslations }));

const line = (id: string): string =>
  `${JSON.stringify({ id, source: 'Текст', renderings: [{ id: 'r', text: 'Text' }] })}\n`;
const summary = { errors: 0, warnings: 0, infos: 0 };

beforeEach(() => {
  alignTranslations.mockReset();
  alignTranslations.mockResolvedValue({ renderings: [], findings: [], summary });
});

/** A file of results that has one of two documents, made with `first`, and the command that resumes it. */
async function begun(first: string[] = [], name = 'r.jsonl') {
  const at = folder({
    'one.jsonl': line('a'),
    'two.jsonl': line('a') + line('b'),
    'glossary.tsv': 'Минобороны\tDefence Ministry\n',
    'other.tsv': 'Минобороны\tMinistry of Defence\n',
    'ignore.json': '[{ "source": "Текст" }]',
  });
  const argv = (input: string, ...more: string[]) =>
    ['batch', at(input), '-o', at(name), ...more].map((one) => one.replace(/^AT(?=\/)/, at('.')));
  expect((await cli(argv('one.jsonl', ...first))).code).toBe(0);
  const resume = (...more: string[]) => cli(argv('two.jsonl', '--resume', ...more));
  return { at, resume, run: `${at(name)}.run.json`, results: () => readFileSync(at(name)) };
}

const GLOSSARY = ['--glossary', 'AT/glossary.tsv'];

describe('a run that is resumed', () => {
  it('tells beside its file under which settings it was made', async () => {
    const { run, resume, results } = await begun(['--profile', 'wire', '--rule', 'number=off', ...GLOSSARY]);
    const settings = JSON.parse(readFileSync(run, 'utf8')) as object;
    expect(settings).toMatchObject({
      version: tool.version,
      embedder: { id: 'ru-en-static', revision: expect.stringMatching(/^sha256:/) as string },
      options: { profile: 'wire', rules: { number: 'off' }, glossary: [{ source: 'Минобороны' }] },
      languages: {},
    });
    const before = readFileSync(run);
    const same = await resume('--rule', 'number=off', ...GLOSSARY, '--profile=wire', '-j', '1', '--fail-on', 'error');
    expect(same).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^2 documents, .*, 1 done before\n/) as string,
    });
    expect(readFileSync(run)).toEqual(before);
    expect(results().toString().trimEnd().split('\n')).toHaveLength(2);
  });

  it.each([
    ['the profile', [], ['--profile', 'wire'], 'profile "literal" (here "wire").'],
    ['rules', ['--rule', 'name=off'], ['--rule', 'date=off'], 'rules {"name":"off"} (here {"date":"off"}).'],
    ['a glossary', GLOSSARY, [], /glossary .*\(here \[\]\)\.|another glossary\./],
    ['what a glossary holds', GLOSSARY, ['--glossary', 'AT/other.tsv'], 'another glossary.'],
    ['what is ignored', [], ['--ignore', 'AT/ignore.json'], /ignore \[\] \(here \[\{"source":"Текст"\}\]\)\./],
    ['a language', ['--language', 'en'], [], 'language of the renderings "en" (here none).'],
    [
      'two of them',
      [],
      ['--profile', 'wire', '--source-language', 'ru'],
      '(here "wire"), source language none (here "ru").',
    ],
  ])('is refused where it differs by %s, and left as it is', async (_, first, then, told) => {
    const { resume, results, run } = await begun(first);
    const before = results();
    alignTranslations.mockClear();
    const { code, stderr } = await resume(...then);
    expect(code).toBe(2);
    expect(stderr).toContain('were made under other settings: ');
    if (told instanceof RegExp) expect(stderr).toMatch(told);
    else expect(stderr).toContain(told);
    expect(stderr).toContain(`delete ${run}`);
    expect(results()).toEqual(before);
    expect(alignTranslations).not.toHaveBeenCalled();
    // The way on that the hint names.
    rmSync(run);
    expect(await resume(...then)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(`There is no ${run}`) as string,
    });
    expect(await resume(...then)).toMatchObject({
      code: 0,
      stderr: expect.not.stringContaining('There is no') as string,
    });
  });

  it.each([
    ['version', { version: '0.0.1' }, `version "0.0.1" (here "${tool.version}")`],
    ['embedder', { embedder: { id: 'x', revision: 'y', dimensions: 2 } }, 'another embedder'],
    ['options that this version does not have', { options: { speed: 1 } }, 'speed 1 (here none)'],
  ])('is refused where it is of another %s, also with gzip', async (_, change, told) => {
    const { resume, run } = await begun([], 'r.jsonl.gz');
    writeFileSync(run, JSON.stringify({ ...(JSON.parse(readFileSync(run, 'utf8')) as object), ...change }));
    expect(await resume()).toMatchObject({ code: 2, stderr: expect.stringContaining(told) as string });
  });

  it('is refused where its settings cannot be read', async () => {
    const { resume, run } = await begun();
    writeFileSync(run, '{"version":');
    expect(await resume()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('was not written by batch') as string,
    });
    writeFileSync(run, 'null');
    expect(await resume()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('was not written by batch') as string,
    });
  });
});

it('a new run, and one that has no whole record yet, tell their own settings', async () => {
  const { at, run, resume } = await begun();
  const profile = () => (JSON.parse(readFileSync(run, 'utf8')) as { options: { profile: string } }).options.profile;
  await cli(['batch', at('one.jsonl'), '-o', at('r.jsonl'), '--profile', 'wire']);
  expect(profile()).toBe('wire');
  writeFileSync(at('r.jsonl'), '{"id":"a');
  expect((await resume()).code).toBe(0);
  expect(profile()).toBe('literal');
});

it('there is none beside standard output, a device, or a file that batch did not write', async () => {
  const at = folder({ 'one.jsonl': line('a'), 'foreign.jsonl': '{"id":1}\n' });
  await cli(['batch', at('one.jsonl')]);
  await cli(['batch', at('one.jsonl'), '-o', '/dev/null']);
  expect(existsSync('/dev/null.run.json')).toBe(false);
  expect((await cli(['batch', at('one.jsonl'), '-o', at('foreign.jsonl'), '--resume'])).code).toBe(2);
  expect(existsSync(`${at('foreign.jsonl')}.run.json`)).toBe(false);
});
