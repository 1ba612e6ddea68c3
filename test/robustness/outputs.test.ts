import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cli, folder } from '../cli/harness.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const RU = 'Суд отложил решение по делу. Мост через реку открыли в среду.';
const EN = 'The court put off its decision. The bridge across the river was opened on Wednesday.';
const line = (id: number): string => `${JSON.stringify({ id, source: RU, renderings: [{ id: 'en', text: EN }] })}\n`;

const at = folder({
  'ru.txt': RU,
  'en.txt': EN,
  'cases.jsonl': Array.from({ length: 400 }, (_, id) => line(id)).join(''),
});
const texts = [at('ru.txt'), at('en.txt')];

/** A message and a hint, no stack, and the exit status of an error. */
function expectTold({ code, stderr }: { code: number | null; stderr: string }, message: RegExp): void {
  const lines = stderr.trimEnd().split('\n');
  expect(lines[0]).toMatch(message);
  expect(lines).toHaveLength(2);
  expect(stderr).not.toMatch(/internal error|\n\s+at /);
  expect(code).toBe(2);
}

const hasFullDisk = existsSync('/dev/full');

describe.skipIf(!hasFullDisk)(hasFullDisk ? 'a full disk' : 'a full disk (skipped: there is no /dev/full)', () => {
  it.each([
    ['a report', [...texts, '-o', '/dev/full', '--format', 'json']],
    ['a batch', ['batch', at('cases.jsonl'), '-o', '/dev/full']],
  ])('is told by %s', async (_, argv) => {
    expectTold(await cli(argv), /\/dev\/full.*ENOSPC|\/dev\/full.*no space/i);
  });

  it('is told on standard output too', () => {
    const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$@" > /dev/full', process.execPath, program, ...texts, '--format', 'json'], { encoding: 'utf8' }); // prettier-ignore
    expect(stderr).toMatch(/ENOSPC|no space/i);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });
});

describe('a place that cannot be written', () => {
  it.each([
    ['a folder that is not there', 'none/report.json'],
    ['a folder', '.'],
    ['below a file', 'ru.txt/report.json'],
  ])('%s', async (_, name) => {
    const argv = [...texts, '-o', at(name), '--format', 'json'];
    const { code, stderr } = await cli(argv);
    expectTold({ code, stderr }, /^align-translations: /);
    const batch = await cli(['batch', at('cases.jsonl'), '-o', at(name)]);
    expectTold(batch, /^align-translations: /);
  });

  const isRoot = process.getuid?.() === 0;
  const canStepDown = isRoot && spawnSync('setpriv', ['--version']).status === 0;
  const canTry = process.platform !== 'win32' && (!isRoot || canStepDown);

  it.skipIf(!canTry)(
    canTry ? 'a folder without the right to write' : 'a folder without the right (skipped: root, and no setpriv)',
    () => {
      mkdirSync(at('closed'));
      writeFileSync(at('closed/kept.json'), 'kept');
      chmodSync(at('closed'), 0o555);
      chmodSync(at('.'), 0o755);
      chmodSync(at('closed/kept.json'), 0o444);
      for (const name of ['new.json', 'kept.json'])
        for (const argv of [
          [...texts, '--format', 'json'],
          ['batch', at('cases.jsonl')],
        ]) {
          const command = [process.execPath, program, ...argv, '-o', at(`closed/${name}`)];
          const user = canStepDown ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
          const [first, ...rest] = [...user, ...command];
          const { status, stderr } = spawnSync(first!, rest, { encoding: 'utf8' });
          expectTold({ code: status, stderr }, /EACCES|permission/i);
        }
      expect([readdirSync(at('closed')), readFileSync(at('closed/kept.json'), 'utf8')]).toEqual([
        ['kept.json'],
        'kept',
      ]);
      chmodSync(at('closed'), 0o755);
    },
  );
});

describe('a reader that goes away', () => {
  it.each([
    ['a report', [...texts, '--format', 'html']],
    ['a batch', ['batch', at('cases.jsonl')]],
    ['the help', ['--help']],
  ])('ends %s without a word', async (_, argv) => {
    const child = spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(stderr).not.toMatch(/EPIPE|\n\s+at |internal error/);
    expect([0, 1]).toContain(code);
  });
});
