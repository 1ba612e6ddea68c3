import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { cli, folder } from './harness.ts';

const alignTranslations = vi.hoisted(() => vi.fn());
vi.mock('../../src/align-translations.ts', () => ({ alignTranslations }));

const line = (id: string | number | null, source = `Текст ${id}`): string =>
  `${JSON.stringify({ id, source, renderings: [{ id: 'r', text: 'Text' }] })}\n`;
const ids = (at: string): unknown[] =>
  (at.endsWith('.gz') ? gunzipSync(readFileSync(at)) : readFileSync(at))
    .toString()
    .trimEnd()
    .split('\n')
    .map((record) => (JSON.parse(record) as { id: unknown }).id);
/** The ids of the documents that were aligned since the last look. */
const aligned = (): string[] => alignTranslations.mock.calls.splice(0).map(([source]) => (source as { id: string }).id);

beforeEach(() => {
  alignTranslations.mockReset();
  alignTranslations.mockImplementation(async ({ id, text }: { id: string; text: string }) => {
    if (id === 'bad') throw new AlignError('empty-text', 'The source is "empty".', 'hint');
    const errors = id === 'wrong' ? 1 : 0;
    return { source: { id, text }, renderings: [], findings: [], summary: { errors, warnings: 0, infos: 0 } };
  });
});

const CASES = [
  line('a'),
  line('wrong'),
  line('bad'),
  '{\n',
  line(7),
  line('quo"te\\'),
  line('é\u2028'),
  line('z'),
].join('');

describe('--resume', () => {
  it('gives the same file as an undisturbed run, wherever the file was torn', async () => {
    const at = folder({ 'cases.jsonl': CASES });
    const run = (...more: string[]) => cli(['batch', at('cases.jsonl'), '-o', at('r.jsonl'), ...more]);
    expect((await run()).code).toBe(2);
    const whole = readFileSync(at('r.jsonl'));
    aligned();
    for (let length = 0; length <= whole.length; length += 23) {
      writeFileSync(at('r.jsonl'), whole.subarray(0, length));
      const kept = whole.subarray(0, length).toString('latin1').split('\n').length - 1;
      const { code, stderr } = await run('--resume');
      expect(code).toBe(2);
      expect(stderr).toMatch(/^8 documents, 2 with an error record/);
      if (kept > 0) expect(stderr).toContain(`, ${kept} done before\n1 error,`);
      expect(readFileSync(at('r.jsonl')).equals(whole)).toBe(true);
      expect(aligned()).toEqual(
        ['a', 'wrong', 'bad', '7', 'quo"te\\', 'é\u2028', 'z'].slice(kept > 3 ? kept - 1 : kept),
      );
    }
  });

  it('does the same for gzip, member by member', async () => {
    const long = 'много слов '.repeat(20_000);
    const cases = Array.from({ length: 9 }, (_, i) => line(i, `${long} ${i}`)).join('');
    const at = folder({ 'cases.jsonl': cases });
    const run = (...more: string[]) => cli(['batch', at('cases.jsonl'), '-o', at('r.jsonl.gz'), ...more]);
    await run();
    const whole = readFileSync(at('r.jsonl.gz'));
    expect(ids(at('r.jsonl.gz'))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    for (const length of [0, 5, 24, 100, Math.floor(whole.length / 2), whole.length - 1, whole.length]) {
      writeFileSync(at('r.jsonl.gz'), whole.subarray(0, length));
      aligned();
      expect((await run('--resume')).code).toBe(0);
      expect(readFileSync(at('r.jsonl.gz')).equals(whole)).toBe(true);
    }
    expect(aligned()).toEqual([]);
  });

  it('keeps what Ctrl-C left of a gzip file, and ends as without it', async () => {
    const at = folder({ 'cases.jsonl': CASES });
    await cli(['batch', at('cases.jsonl'), '-o', at('whole.jsonl.gz')]);
    const controller = new AbortController();
    const align = alignTranslations.getMockImplementation()!;
    alignTranslations.mockImplementation(async (source: { id: string }) => {
      if (source.id === '7') controller.abort();
      controller.signal.throwIfAborted();
      return align(source);
    });
    const argv = ['batch', at('cases.jsonl'), '-o', at('r.jsonl.gz'), '--resume'];
    expect((await cli(argv, { signal: controller.signal })).code).toBe(130);
    expect(ids(at('r.jsonl.gz'))).toEqual(['a', 'wrong', 'bad', null]);
    alignTranslations.mockImplementation(align);
    aligned();
    await cli(argv);
    expect(aligned()).toEqual(['7', 'quo"te\\', 'é\u2028', 'z']);
    expect(readFileSync(at('r.jsonl.gz')).equals(readFileSync(at('whole.jsonl.gz')))).toBe(true);
  });

  it('begins where there is no file yet, and does nothing where all is done', async () => {
    const at = folder({ 'cases.jsonl': line('a') });
    const argv = ['batch', at('cases.jsonl'), '-o', at('r.jsonl'), '--resume'];
    expect((await cli(argv)).code).toBe(0);
    expect(aligned()).toEqual(['a']);
    expect((await cli(argv)).stderr).toMatch(
      /^1 document, 0 with an error record, 1 done before\n.*\(nothing was left to do\)\n$/,
    );
    expect(aligned()).toEqual([]);
    expect(ids(at('r.jsonl'))).toEqual(['a']);
  });

  it('leaves out what has a record, in whatever order, each record once', async () => {
    const at = folder({ 'first.jsonl': line('c') + line('a') + line('a') + line('x') });
    await cli(['batch', at('first.jsonl'), '-o', at('r.jsonl')]);
    aligned();
    const stdin = line('a') + line('b') + line('c') + line('a') + line('a') + line('d');
    const { stderr } = await cli(['batch', '-', '-o', at('r.jsonl'), '--resume'], { stdin });
    expect(aligned()).toEqual(['b', 'a', 'd']);
    expect(ids(at('r.jsonl'))).toEqual(['c', 'a', 'a', 'x', 'b', 'a', 'd']);
    expect(stderr).toMatch(/^7 documents, 0 with an error record, 4 done before\n/);
  });

  it('has the exit status of the whole file', async () => {
    const at = folder({ 'cases.jsonl': line('wrong') });
    const argv = ['batch', at('cases.jsonl'), '-o', at('r.jsonl'), '--fail-on', 'error', '--resume'];
    expect((await cli(argv)).code).toBe(1);
    expect((await cli(argv)).code).toBe(1);
    expect(aligned()).toEqual(['wrong']);
  });

  it('refuses a file that batch did not write, and leaves it as it is', async () => {
    const at = folder({
      'cases.jsonl': line('a'),
      'r.jsonl': '{"id":"a","result":{}}\n',
      'text.jsonl': 'a text\n',
      'no-end.jsonl': '[{"id":1}]',
      'short.jsonl.gz': gzipSync('a'),
      'r.jsonl.gz': gzipSync('{"id":"a","error":{}}\n'.repeat(10)),
    });
    for (const name of ['r.jsonl', 'text.jsonl', 'no-end.jsonl', 'r.jsonl.gz', 'short.jsonl.gz']) {
      copyFileSync(at(name), at('copy'));
      const { code, stderr } = await cli(['batch', at('cases.jsonl'), '-o', at(name), '--resume']);
      expect([code, stderr]).toEqual([2, expect.stringContaining('was not written by batch')]);
      expect(readFileSync(at(name)).equals(readFileSync(at('copy')))).toBe(true);
    }
    const { code, stderr } = await cli(['batch', at('cases.jsonl'), '--resume']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--resume needs a file')]);
  });

  it('tells of a gzip file that was damaged', async () => {
    const at = folder({ 'cases.jsonl': line('a') });
    const argv = ['batch', at('cases.jsonl'), '-o', at('r.jsonl.gz')];
    await cli(argv);
    const bytes = readFileSync(at('r.jsonl.gz'));
    bytes[bytes.length - 6]! ^= 255;
    writeFileSync(at('r.jsonl.gz'), bytes);
    const { code, stderr } = await cli([...argv, '--resume']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is damaged at byte 0')]);
  });
});
