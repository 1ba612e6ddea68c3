import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileWatcher } from '../../src/cli/file-watcher.ts';
import { seedResult } from '../report/fixture.ts';
import { cli, folder } from './harness.ts';

const alignTranslations = vi.hoisted(() => vi.fn());
vi.mock('../../src/align-translations.ts', () => ({ alignTranslations }));

beforeEach(() => {
  alignTranslations.mockReset();
  alignTranslations.mockImplementation(async () => seedResult());
});

describe('--watch', () => {
  const at = folder({ 'a.txt': 'Источник.', 'b.txt': 'Rendering.', 'g.tsv': 'ТАСС\tTASS\n' });
  let controller: AbortController;

  beforeEach(() => {
    controller = new AbortController();
    writeFileSync(at('b.txt'), 'Rendering.');
  });

  const watched = (argv: string[] = [], settings = {}) =>
    cli([at('a.txt'), at('b.txt'), '--watch', ...argv], { ...settings, signal: controller.signal });
  const calls = (count: number) =>
    vi.waitFor(() => expect(alignTranslations).toHaveBeenCalledTimes(count), { timeout: 5_000, interval: 10 });
  const stop = async <T>(running: Promise<T>): Promise<T> => {
    await sleep(30);
    controller.abort();
    return running;
  };

  it('reports again when a text changes, in place or by a rename, and ends with 130', async () => {
    const running = watched();
    await calls(1);
    writeFileSync(at('b.txt'), 'Rendering, edited.');
    await calls(2);
    expect(alignTranslations.mock.calls[1]![1][0].text).toBe('Rendering, edited.');
    writeFileSync(at('b.txt~'), 'Rendering, renamed.');
    renameSync(at('b.txt~'), at('b.txt'));
    await calls(3);
    writeFileSync(at('b.txt'), 'Rendering, after the rename.');
    await calls(4);
    const { code, stdout, stderr } = await stop(running);
    expect(code).toBe(130);
    expect(stdout.match(/^003\.txt \(ru\)/gm)).toHaveLength(4);
    expect(stderr.match(/Waiting for a change; Ctrl-C ends it\./g)).toHaveLength(4);
    expect(stderr).toContain(`${at('b.txt')} has changed.\n`);
  });

  it('tells what goes wrong, and goes on', async () => {
    const running = watched(['-q']);
    await calls(1);
    rmSync(at('b.txt'));
    await sleep(300);
    writeFileSync(at('b.txt'), 'Rendering, back again.');
    await calls(2);
    const { code, stderr } = await stop(running);
    expect([code, stderr.split('\n')[0]]).toEqual([130, `align-translations: There is no file ${at('b.txt')}.`]);
  });

  it('sees the glossary change, and what it does not read it does not mind', async () => {
    const running = watched(['--glossary', at('g.tsv')]);
    await calls(1);
    writeFileSync(at('other.txt'), 'No matter.');
    await sleep(250);
    expect(alignTranslations).toHaveBeenCalledTimes(1);
    writeFileSync(at('g.tsv'), 'ТАСС\tTass\n');
    await calls(2);
    await stop(running);
  });

  it('clears the screen of a terminal between reports, and nothing else', async () => {
    const running = watched([], { tty: true });
    await calls(1);
    await sleep(30);
    writeFileSync(at('b.txt'), 'Rendering, once more.');
    await calls(2);
    const { stdout } = await stop(running);
    expect(stdout.split('\u001b[2J\u001b[H')).toHaveLength(2);
  });

  it.each([
    [['-', 'b.txt', '--watch'], 'Standard input cannot be watched.'],
    [['a.txt', 'b.txt', '--watch', '--config', '-'], 'Standard input cannot be watched.'],
    [['a.txt', 'b.txt', '--watch', '--write-baseline', 'x.json'], '--watch and --write-baseline exclude each other.'],
  ])('refuses %j', async (argv, message) => {
    const { code, stderr } = await cli(argv);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

it('is another option in commands that read no articles', async () => {
  const { code, stderr } = await cli(['status', '--watch']);
  expect([code, stderr.split('\n')[0]]).toEqual([2, 'align-translations: No database is given.']);
});

describe('a watcher of files', () => {
  let watcher: FileWatcher;
  beforeEach(() => (watcher = new FileWatcher()));
  afterEach(() => watcher.close());

  it('tells a change that came before it was asked', async () => {
    const at = folder({ 'a.txt': 'a' });
    watcher.add(at('a.txt'));
    writeFileSync(at('a.txt'), 'other');
    await sleep(200);
    expect(await watcher.changed()).toBe(at('a.txt'));
  });

  it('tells a file that is made', async () => {
    const at = folder();
    watcher.add(at('new.txt'));
    const changed = watcher.changed();
    writeFileSync(at('new.txt'), 'a');
    expect(await changed).toBe(at('new.txt'));
  });

  it.skipIf(process.platform === 'win32')('tells a change of what a symbolic link leads to', async () => {
    const [at, far] = [folder(), folder({ 'a.txt': 'a' })];
    symlinkSync(far('a.txt'), at('link.txt'));
    watcher.add(at('link.txt'));
    const changed = watcher.changed();
    writeFileSync(far('a.txt'), 'other');
    expect(await changed).toBe(at('link.txt'));
  });

  it('takes several writes for one change', async () => {
    const at = folder({ 'a.txt': 'a' });
    watcher.add(at('a.txt'));
    let told = 0;
    const changed = watcher.changed().then(() => told++);
    for (let i = 0; i < 5; i++) {
      writeFileSync(at('a.txt'), `${i}`);
      await sleep(20);
    }
    expect(told).toBe(0);
    await changed;
  });

  it('minds no folder that is not there, and ends the wait when it is closed', async () => {
    watcher.add('no/such/folder/a.txt');
    const changed = watcher.changed();
    watcher.close();
    expect(await changed).toBeUndefined();
    expect(await watcher.changed()).toBeUndefined();
  });
});
