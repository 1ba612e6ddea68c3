import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { openerOf } from '../../src/cli/open-page.ts';
import { run } from '../../src/cli/run.ts';
import { seedResult } from '../report/fixture.ts';
import { folder } from './harness.ts';

const alignTranslations = vi.hoisted(() => vi.fn());
vi.mock('../../src/align-translations.ts', () => ({ alignTranslations }));

const at = folder({ 'a.txt': 'Источник.', 'b.txt': 'Rendering.' });

beforeEach(() => alignTranslations.mockImplementation(async () => seedResult()));

async function opened(argv: string[], openPage?: (path: string) => Promise<void>) {
  const pages: string[] = [];
  const texts = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof texts) => ({
    write: ((chunk: string, done: () => void) => {
      texts[name] += chunk;
      done();
      return true;
    }) as never,
  });
  const code = await run([at('a.txt'), at('b.txt'), '--open', ...argv], {
    stdin: (async function* () {})(),
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: {},
    signal: new AbortController().signal,
    openPage: openPage ?? (async (path) => void pages.push(path)),
  });
  return { code, pages, ...texts };
}

it('opens the page that is written, after it is', async () => {
  const starts: string[] = [];
  const { code, stdout } = await opened(['-o', at('r.html'), '-o', '-'], async (path) => {
    starts.push(path, readFileSync(path, 'utf8').slice(0, 15));
  });
  expect(starts).toEqual([at('r.html'), '<!doctype html>']);
  expect([code, stdout.slice(0, 7)]).toEqual([1, '003.txt']);
});

it('opens a temporary page where none is asked for, beside the report', async () => {
  const { code, pages, stdout } = await opened([]);
  expect([code, pages.length]).toEqual([1, 1]);
  expect(stdout).toMatch(/^003.txt/);
  expect(readFileSync(pages[0]!, 'utf8')).toMatch(/^<!doctype html>/);
  rmSync(dirname(pages[0]!), { recursive: true });
});

it('tells where there is no browser, and keeps the exit status', async () => {
  const { code, stderr } = await opened(['-o', at('r.html'), '-q'], async () => {
    throw new Error('spawn xdg-open ENOENT');
  });
  expect(existsSync(at('r.html'))).toBe(true);
  expect([code, stderr]).toEqual([
    1,
    `No browser could be started (spawn xdg-open ENOENT): open ${at('r.html')} in one.\n`,
  ]);
});

it('hands the address to the system as one argument', () => {
  const url = 'file:///tmp/a%20b;$(x).html';
  expect(openerOf('linux', url)).toEqual(['xdg-open', url]);
  expect(openerOf('darwin', url)).toEqual(['open', url]);
  expect(openerOf('win32', url)).toEqual(['rundll32.exe', 'url.dll,FileProtocolHandler', url]);
});
