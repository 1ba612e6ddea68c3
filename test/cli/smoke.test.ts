import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const seed = (name: string): string => fileURLToPath(new URL(`../fixtures/seeds/${name}`, import.meta.url));
const built = existsSync(cli);
const run = (...argv: string[]) => spawnSync(process.execPath, [cli, ...argv], { encoding: 'utf8' });

describe.skipIf(!built)(built ? 'the built command' : 'the built command (skipped: run npm run build first)', () => {
  it('reports on the seeds and tells by its status that there are errors', () => {
    const { status, stdout, stderr } = run(seed('003.txt'), seed('000.txt'));
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^003\.txt \(ru\)/);
    expect(status).toBe(1);
  });

  it('tells wrong usage on standard error', () => {
    const { status, stdout, stderr } = run('--nonsense');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^align-translations: There is no option --nonsense\.\n/);
  });

  it('finds the page on a rule, and its worker threads', () => {
    const { status, stdout } = run('--explain', 'omission');
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'omission']);
    const checked = run('check', seed('003.txt'), '--renderings', '00[01].txt', '-j', '2', '--format', 'jsonl');
    expect(checked.stderr).toMatch(/^1 article: \d+ errors/);
    expect([checked.status, checked.stdout.slice(0, 19)]).toEqual([1, '{"type":"rendering"']);
  });

  it('is quiet where its reader has gone', () => {
    const script = `"${process.execPath}" "${cli}" --format html "${seed('003.txt')}" "${seed('000.txt')}" | head -c 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['<', '']);
  });
});
