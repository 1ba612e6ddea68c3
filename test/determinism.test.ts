import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { alignTranslations, render } from '../src/index.ts';

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const ids = ['003.txt', '000.txt', '001.txt', '002.txt', '004.txt'];
const seed = (id: string): string => path(`fixtures/seeds/${id}`);

async function inThisProcess(): Promise<string> {
  const [source, ...renderings] = ids.map((id) => ({ id, text: readFileSync(seed(id), 'utf8') }));
  return render(await alignTranslations(source!, renderings), 'json');
}

function inAnotherProcess(): string {
  const argv = [path('../dist/cli.js'), ...ids.map(seed), '--format', 'json'];
  return spawnSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout;
}

it('gives the same result to the last byte, on a second run and in another process', async () => {
  const first = await inThisProcess();
  expect(first.length).toBeGreaterThan(10_000);
  expect((await inThisProcess()) === first).toBe(true);
  const [second, third] = [inAnotherProcess(), inAnotherProcess()];
  expect(second === third).toBe(true);
  expect(second.trimEnd() === first.trimEnd()).toBe(true);
});
