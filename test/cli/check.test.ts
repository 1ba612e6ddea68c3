import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import type { AlignmentResult } from '../../src/core/result.ts';
import { formats } from '../../src/report/registry.ts';
import { parseXml, sarifErrors, textsAt, validateWithXsd } from '../formats/validators.ts';
import { seedResult } from '../report/fixture.ts';
import { cli, folder } from './harness.ts';

const alignTranslations = vi.hoisted(() => vi.fn());
vi.mock('../../src/align-translations.ts', () => ({ alignTranslations }));

const at = folder();
const start = process.cwd();
const put = (path: string, text = 'Text.'): void => {
  mkdirSync(join(at('.'), path, '..'), { recursive: true });
  writeFileSync(at(path), text);
};

beforeAll(() => {
  process.chdir(at('.'));
  for (const path of [
    'wire/one.ru.txt',
    'wire/one.en.txt',
    'wire/one.en.agency.txt',
    'wire/deep/two.ru.txt',
    'wire/deep/two.en.txt',
    'odd/[1] {a} (b)!.ru.txt',
    'odd/[1] {a} (b)!.en.txt',
    'odd/1 a b.en.txt',
    'by/ru/three.txt',
    'by/en/three-a.txt',
    'by/en/four.txt',
    'alone/five.ru.txt',
  ])
    put(path, `${path}.`);
});
afterAll(() => process.chdir(start));

interface Text {
  id: string;
  text: string;
  language?: string;
}

/** The findings of the seeds under the ids that were asked for; a text that says so fails. */
function answer(source: Text, renderings: Text[]): AlignmentResult {
  if (source.text.includes('bad')) throw new AlignError('unknown-language', 'The language cannot be told.', 'Hint.');
  const result = seedResult();
  return {
    ...result,
    source: { ...result.source, id: source.id },
    findings: [],
    renderings: renderings.map(({ id }) => ({ ...result.renderings[0]!, id })),
  };
}

beforeEach(() => {
  alignTranslations.mockReset();
  alignTranslations.mockImplementation(async (source: Text, renderings: Text[]) => answer(source, renderings));
});

/** The ids of the texts of each call. */
const asked = (): string[][] =>
  alignTranslations.mock.calls.map(([source, renderings]) => [source.id, ...renderings.map(({ id }: Text) => id)]);

describe('check finds', () => {
  const one = ['wire/one.ru.txt', 'wire/one.en.agency.txt', 'wire/one.en.txt'];
  const two = ['wire/deep/two.ru.txt', 'wire/deep/two.en.txt'];

  it.each([
    [['wire'], [two, one]],
    [['wire/'], [two, one]],
    [['wire/*.ru.txt'], [one]],
    [
      ['wire/one.ru.txt', 'wire/deep/two.ru.txt'],
      [one, two],
    ],
    [
      ['wire/one.ru.txt', 'wire'],
      [one, two],
    ],
    [['./wire/one.ru.txt'], [one]],
    [
      ['wire', '--source-language', 'en'],
      [
        ['wire/deep/two.en.txt', 'wire/deep/two.ru.txt'],
        ['wire/one.en.txt', 'wire/one.ru.txt'],
      ],
    ],
    [['odd/[1] {a} (b)!.ru.txt'], [['odd/[1] {a} (b)!.ru.txt', 'odd/[1] {a} (b)!.en.txt']]],
    [['odd'], [['odd/[1] {a} (b)!.ru.txt', 'odd/[1] {a} (b)!.en.txt']]],
    [['by/ru/*.txt', '--renderings', '../en/{name}*.txt'], [['by/ru/three.txt', 'by/en/three-a.txt']]],
    [['wire/one.ru.txt', '--renderings', '*.txt'], [one.toSorted((a) => (a.includes('ru') ? -1 : 0))]],
  ])('%j', async (argv, expected) => {
    const { code, stderr } = await cli(['check', ...argv]);
    expect(asked()).toEqual(expected);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\d articles?: \d+ errors, .*\n$/);
  });

  it('what lies outside of the working folder, by the path that was given', async () => {
    process.chdir(at('odd'));
    await cli(['check', '../wire/*.ru.txt']);
    await cli(['check', at('by/ru/three.txt'), '--renderings', '../en/three*']);
    process.chdir(at('.'));
    expect(asked()[0]![0]).toBe('../wire/one.ru.txt');
    expect(asked()[1]!.map((path) => path.endsWith('.txt') && path.startsWith(at('by')))).toEqual([true, true]);
  });

  it('its paths in a configuration', async () => {
    put('conf/c.json', '{ "files": ["../wire/*.ru.txt", "../wire/deep/two.ru.txt"], "quiet": true }');
    const { stderr } = await cli(['check', '--config', 'conf/c.json']);
    expect([asked().map(([source]) => source), stderr]).toEqual([['wire/one.ru.txt', 'wire/deep/two.ru.txt'], '']);
    await cli(['check', 'odd', '--config', 'conf/c.json']);
    expect(asked()).toHaveLength(3);
  });
});

describe('an article that cannot be checked', () => {
  it('is told, and the rest goes on; the status is the worst', async () => {
    put('mixed/a.ru.txt', '');
    put('mixed/a.en.txt');
    put('mixed/b.ru.txt', 'bad');
    put('mixed/b.en.txt');
    put('mixed/c.ru.txt');
    put('mixed/c.en.txt');
    put('mixed/d.ru.txt');
    const { code, stdout, stderr } = await cli([
      'check',
      'mixed',
      'mixed/none.ru.txt',
      'x/*.txt',
      'by',
      '--format',
      'jsonl',
    ]);
    expect(code).toBe(2);
    expect(
      new Set(
        stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).source),
      ),
    ).toEqual(new Set(['mixed/c.ru.txt']));
    expect(stderr.split('\n').filter((line) => line.startsWith('align-translations: '))).toEqual([
      'align-translations: mixed/a.ru.txt is empty.',
      'align-translations: mixed/b.ru.txt: The language cannot be told.',
      'align-translations: There is no rendering of mixed/d.ru.txt: no file mixed/d.en*.txt.',
      'align-translations: There is no file mixed/none.ru.txt.',
      'align-translations: No file matches x/*.txt.',
      'align-translations: There is no *.ru.txt in by.',
    ]);
    expect(stderr).toMatch(/\n7 articles: .*; 6 could not be checked\n$/);
  });

  it('has a name that does not tell its language', async () => {
    const { code, stderr } = await cli(['check', 'by/en/four.txt']);
    expect([code, stderr.split('\n')[1]]).toEqual([2, expect.stringContaining('--renderings "{name}.en*.txt"')]);
  });

  it('fails for a reason that all would fail for', async () => {
    alignTranslations.mockRejectedValue(new AlignError('model-damaged', 'The model is damaged.', 'Install anew.'));
    const { code, stderr } = await cli(['check', 'wire']);
    expect([code, stderr]).toEqual([2, 'align-translations: The model is damaged.\nInstall anew.\n']);
  });

  it('is not waited for after Ctrl-C', async () => {
    const controller = new AbortController();
    alignTranslations.mockImplementation(async () => {
      controller.abort();
      throw controller.signal.reason;
    });
    expect(await cli(['check', 'wire'], { signal: controller.signal })).toMatchObject({ code: 130, stderr: '' });
    expect(alignTranslations).toHaveBeenCalledTimes(1);
  });
});

describe('the exit status', () => {
  const calm = async (source: Text, renderings: Text[]) => {
    const result = answer(source, renderings);
    const summary = { errors: 0, warnings: 1, infos: 0 };
    return { ...result, renderings: result.renderings.map((one) => ({ ...one, findings: [] })), summary };
  };

  it.each([
    [[], 0],
    [['--max-warnings', '2'], 0],
    [['--max-warnings', '1'], 1],
  ])('with a warning in each of two articles and %j is %i', async (argv, code) => {
    alignTranslations.mockImplementation(calm);
    expect((await cli(['check', 'wire', ...argv])).code).toBe(code);
  });

  it('is that of findings in any article', async () => {
    alignTranslations.mockImplementationOnce(calm);
    expect((await cli(['check', 'wire'])).code).toBe(1);
    expect((await cli(['check', 'wire', '--fail-on', 'never'])).code).toBe(0);
  });
});

describe('the report of all articles', () => {
  const report = async (format: string) => (await cli(['check', 'wire', '--format', format])).stdout;

  it('stylish and Markdown has one after the other', async () => {
    expect((await report('stylish')).match(/^\S+\.ru\.txt \(ru\).*$/gm)).toHaveLength(2);
    expect((await report('markdown')).match(/^# /gm)).toHaveLength(2);
  });

  it.each(['tsv', 'csv'])('%s has one head', async (format) => {
    const lines = (await report(format)).trimEnd().split('\n');
    const heads = lines.filter((line) => line.startsWith('source_id'));
    expect([heads.length, lines[0]]).toEqual([1, heads[0]]);
    const sources = new Set(lines.slice(1).map((line) => line.split(/[\t,]/)[0]!.replaceAll('"', '')));
    expect([...sources]).toEqual(['wire/deep/two.ru.txt', 'wire/one.ru.txt']);
  });

  it('github has the lines of both', async () => {
    const lines = (await report('github')).trimEnd().split('\n');
    expect(new Set(lines.map((line) => /file=([^,]+)/.exec(line)![1]))).toEqual(
      new Set(['wire/deep/two.en.txt', 'wire/one.en.txt', 'wire/one.en.agency.txt']),
    );
  });

  it('sarif is one valid run', async () => {
    const log = JSON.parse(await report('sarif'));
    expect(sarifErrors(log)).toEqual([]);
    const uris = log.runs[0].results.map(
      ({ locations }: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        locations[0]!.physicalLocation.artifactLocation.uri,
    );
    expect(log.runs).toHaveLength(1);
    expect(new Set(uris)).toEqual(new Set(['wire/deep/two.en.txt', 'wire/one.en.txt', 'wire/one.en.agency.txt']));
  });

  it('sarif says of every result whether it is suppressed once it says so of one', async () => {
    alignTranslations.mockImplementationOnce(async (source: Text, renderings: Text[]) => {
      const result = answer(source, renderings);
      const [finding] = result.renderings[0]!.findings;
      const places = finding!.rendering.map((span) => ({ ...span, rendering: renderings[0]!.id }));
      return { ...result, suppressed: [{ ...finding!, places, rendering: renderings[0]!.id, by: 'baseline' }] };
    });
    const log = JSON.parse(await report('sarif'));
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0].results.every((result: object) => 'suppressions' in result)).toBe(true);
  });

  it('junit is one valid document that counts what is there', async () => {
    const xml = await report('junit');
    validateWithXsd(xml, 'junit.xsd');
    const document = parseXml(xml);
    for (const [attribute, path] of [
      ['tests', '//testcase'],
      ['failures', '//failure'],
      ['skipped', '//skipped'],
    ] as const)
      expect(Number(textsAt(document, `/testsuites/@${attribute}`)[0])).toBe(textsAt(document, path).length);
    expect(textsAt(document, '//testsuite/@name')).toHaveLength(3);
  });

  it('there is none in formats that hold one article', async () => {
    const single = ['json', 'html', 'tmx', 'xliff', 'vecalign', 'ladder', 'hunalign-text'];
    const combined = ['stylish', 'tsv', 'csv', 'jsonl', 'markdown', 'sarif', 'junit', 'github'];
    expect(formats.map(({ name }) => name).toSorted()).toEqual([...single, ...combined].toSorted());
    for (const format of single) {
      const { code, stderr } = await cli(['check', 'wire', '--format', format]);
      expect([code, stderr]).toEqual([2, expect.stringContaining('-o "{name}.')]);
    }
    expect(alignTranslations).not.toHaveBeenCalled();
  });
});

describe('a report for each article', () => {
  it('goes where {name} and {dir} lead, beside one for all', async () => {
    const { code, stdout } = await cli([
      'check',
      'wire',
      '-o',
      'out/{dir}/{name}.json',
      '-o',
      'out/all.tsv',
      '-o',
      '-',
    ]);
    expect(code).toBe(1);
    const result = JSON.parse(readFileSync(at('out/wire/deep/two.json'), 'utf8'));
    expect([result.source.id, existsSync(at('out/wire/one.json'))]).toEqual(['wire/deep/two.ru.txt', true]);
    expect(readFileSync(at('out/all.tsv'), 'utf8').split('\n').length).toBeGreaterThan(10);
    expect(stdout).toMatch(/^wire\/deep/);
  });

  it('is never written over another one, nor over a text', async () => {
    put('twice/a/same.ru.txt');
    put('twice/a/same.en.txt');
    put('twice/b/same.ru.txt');
    put('twice/b/same.en.txt');
    const twice = await cli(['check', 'twice', '-o', '{name}.html']);
    expect([twice.code, twice.stderr]).toEqual([
      2,
      expect.stringMatching(/would both go to same\.html\.\nUse \{dir\}/),
    ]);
    for (const output of ['{dir}/{name}.en.txt', '{dir}/{name}.ru.txt', 'twice/a/same.en.txt']) {
      const { code, stderr } = await cli(['check', 'twice', '-o', output]);
      expect([code, stderr]).toEqual([2, expect.stringContaining('is a text that is read.')]);
    }
    expect(readdirSync(at('twice/a'))).toEqual(['same.en.txt', 'same.ru.txt']);
    expect(alignTranslations).not.toHaveBeenCalled();
  });
});

it('writes one baseline for all, and reads it', async () => {
  const { code } = await cli(['check', 'wire', '--write-baseline', 'base.json', '-q']);
  expect(code).toBe(0);
  const { baseline } = JSON.parse(readFileSync(at('base.json'), 'utf8'));
  expect(new Set(baseline.map(({ source }: { source: string }) => source))).toEqual(
    new Set(['wire/deep/two.ru.txt', 'wire/one.ru.txt']),
  );
  const { stderr } = await cli(['check', 'wire', '--baseline', 'base.json']);
  expect(alignTranslations.mock.calls.at(-1)![2].baseline).toEqual(baseline);
  expect(stderr).toContain('entries of the baseline are stale');
});

describe('wrong usage of check', () => {
  it.each([
    [[], 'No files are given.', 'Name sources'],
    [['-'], 'An article from standard input has no renderings beside it.', 'Leave out "check"'],
    [['wire', '--rendering', 'x'], 'There is no option --rendering.', 'Did you mean --renderings?'],
    [['wire', '-j', '0'], '--concurrency got "0".', '1 or more'],
    [['wire', '--rule', 'omision=off'], 'There is no rule "omision".', 'Did you mean "omission"?'],
    [['wire', '--open'], 'There is no option --open.', '--'],
  ])('%j', async (argv, message, hint) => {
    const { code, stderr } = await cli(['check', ...argv]);
    const [first, second] = stderr.split('\n');
    expect([code, first]).toEqual([2, `align-translations: ${message}`]);
    expect(second).toContain(hint);
  });
});
