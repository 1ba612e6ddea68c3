import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, expect, it, vi } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { seedResult } from '../report/fixture.ts';
import { cli, folder } from './harness.ts';

const alignTranslations = vi.hoisted(() => vi.fn());
vi.mock('../../src/align-translations.ts', () => ({ alignTranslations }));

const line = (id: string): string =>
  `${JSON.stringify({ id, source: `Текст ${id}`, renderings: [{ id: 'r', text: 'Text' }], gold: {} })}\n`;
const parse = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((record) => JSON.parse(record));

beforeEach(() => {
  alignTranslations.mockReset();
  alignTranslations.mockImplementation(async ({ id }: { id: string }) => {
    if (id === 'bad') throw new AlignError('empty-text', 'The source is empty.', 'hint');
    return seedResult();
  });
});

it('gives a result a document, in order', async () => {
  const at = folder({ 'cases.jsonl': line('a') + line('b') });
  const { code, stdout, stderr } = await cli(['batch', at('cases.jsonl'), '-o', at('results.jsonl')]);
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toMatch(
    /^2 documents, 0 with an error record\n\d+ errors, \d+ warnings?, \d+ infos? \(2 documents in /,
  );
  expect(parse(readFileSync(at('results.jsonl'), 'utf8'))).toEqual([
    { id: 'a', result: seedResult() },
    { id: 'b', result: seedResult() },
  ]);
  expect(alignTranslations.mock.calls[0]!.slice(0, 2)).toEqual([
    { id: 'a', text: 'Текст a' },
    [{ id: 'r', text: 'Text' }],
  ]);
});

it('reads and writes gzip by the extension, and standard input and output', async () => {
  const at = folder({ 'cases.jsonl.gz': gzipSync(line('a')) });
  expect((await cli(['batch', at('cases.jsonl.gz'), '-o', at('r.jsonl.gz')])).code).toBe(0);
  expect(parse(gunzipSync(readFileSync(at('r.jsonl.gz'))).toString())).toHaveLength(1);
  const { stdout, stderr } = await cli(['batch', '-', '--quiet'], { stdin: line('a') + line('b') });
  expect(parse(stdout).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(stderr).toBe('');
});

it('ends with 2 where a document gave an error record, and does the others', async () => {
  const { code, stdout, stderr } = await cli(['batch', '-'], { stdin: `${line('bad')}{\n\n${line('a')}` });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^3 documents, 2 with an error record\n/);
  expect(parse(stdout)).toEqual([
    { id: 'bad', error: { code: 'empty-text', message: 'The source is empty.' } },
    { id: null, error: { code: 'invalid-json', message: expect.stringMatching(/^Line 2 is not JSON/) } },
    { id: 'a', result: seedResult() },
  ]);
});

it('fails on findings only when asked to', async () => {
  expect((await cli(['batch', '-'], { stdin: line('a') })).code).toBe(0);
  expect((await cli(['batch', '-', '--fail-on', 'error'], { stdin: line('a') })).code).toBe(1);
});

it.each(['0', '01', 'two', '1.5', '257'])('refuses --concurrency %s', async (value) => {
  const { code, stderr } = await cli(['batch', '-', '-j', value], { stdin: line('a') });
  expect([code, stderr]).toEqual([2, expect.stringMatching(/concurrency/)]);
});

it('refuses a rule that does not exist before it writes', async () => {
  const at = folder({ 'cases.jsonl': line('a'), 'r.jsonl': 'kept' });
  const { code, stderr } = await cli(['batch', at('cases.jsonl'), '-o', at('r.jsonl'), '--rule', 'omision=off']);
  expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean "omission"?')]);
  expect(readFileSync(at('r.jsonl'), 'utf8')).toBe('kept');
});

it('refuses what is no input', async () => {
  const at = folder({
    'cases.jsonl': line('a'),
    'broken.jsonl.gz': 'no gzip',
    'cut.jsonl.gz': gzipSync(line('a')).subarray(0, 40),
  });
  const told = async (...argv: string[]) => {
    const { code, stderr } = await cli(['batch', ...argv, '-q']);
    expect(code).toBe(2);
    return stderr;
  };
  expect(await told()).toContain('No file of documents is given.');
  expect(await told(at('cases.jsonl'), at('x'))).toContain('is one file too many.');
  expect(await told(at('none.jsonl'))).toContain('There is no file');
  expect(await told(at('cases.jsonl'), '-o', at('cases.jsonl'))).toContain('is the file that is read');
  expect(readFileSync(at('cases.jsonl'), 'utf8')).toBe(line('a'));
  expect(await told(at('broken.jsonl.gz'))).toContain('is not valid gzip');
  expect(await told(at('cut.jsonl.gz'))).toContain('is not valid gzip');
  expect(await told(at('cases.jsonl'), '-o', at('no/such/r.jsonl'))).toContain('cannot be written');
  expect(existsSync(at('no'))).toBe(false);
});

it('keeps the records so far after Ctrl-C', async () => {
  const controller = new AbortController();
  alignTranslations.mockImplementation(async ({ id }: { id: string }) => {
    if (id === 'b') controller.abort();
    controller.signal.throwIfAborted();
    return seedResult();
  });
  const at = folder();
  const settings = { stdin: line('a') + line('b') + line('c'), signal: controller.signal };
  const { code, stderr } = await cli(['batch', '-', '-o', at('r.jsonl')], settings);
  expect([code, stderr]).toEqual([130, 'Interrupted: 1 document done. Give --resume to go on.\n']);
  expect(parse(readFileSync(at('r.jsonl'), 'utf8')).map(({ id }) => id)).toEqual(['a']);
});
