import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const blocked = (...argv: string[]) =>
  spawnSync(process.execPath, ['--import', new URL('block-network.mjs', import.meta.url).href, ...argv], {
    encoding: 'utf8',
    cwd: file('..'),
  });

it('aligns and reports without any way to the network', () => {
  const texts = ['003', '000', '001', '002', '004'].map((name) => file(`fixtures/seeds/${name}.txt`));
  const { status, stdout, stderr } = blocked(file('../dist/cli.js'), ...texts, '--format', 'html');
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout).toMatch(/^<!doctype html>/i);
});

it('has a library that aligns without any way to the network', () => {
  const script = `import { alignTranslations } from 'align-translations';
    const { embedder } = await alignTranslations('Выставка продлится до 14 марта.', 'The exhibition runs until March 14.');
    console.log(embedder.id);`;
  expect(blocked('--input-type=module', '--eval', script)).toMatchObject({ stderr: '', stdout: 'ru-en-static\n' });
});

it.each([
  `fetch('http://127.0.0.1:9/')`,
  `(await import('node:https')).get('https://127.0.0.1:9/')`,
  `(await import('node:net')).connect(9, '127.0.0.1')`,
])('would notice %s', (code) => {
  const { stderr } = blocked('--input-type=module', '--eval', `try { await ${code}; } catch {}`);
  expect(stderr).toMatch(/^BLOCKED /);
});
