import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cachedEmbedder, type CacheProblem } from '../../src/embed/cache.ts';
import { folder } from '../cli/harness.ts';
import { hashingEmbedder } from './hashing-embedder.ts';

const program = fileURLToPath(new URL('programs/fill-cache.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const LEAST = 67_108_864;

interface Started {
  child: ChildProcess;
  /** Standard output and the exit code, or the signal that ended it. */
  end: Promise<{ output: string; code: number | string | null }>;
}

function start(directory: string, first: number, count: number, rounds: number): Started {
  const argv = ['--import', 'tsx', program, directory, first, count, rounds, LEAST].map(String);
  const child = spawn(process.execPath, argv, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const end = once(child, 'close').then(([code, signal]) => ({ output, code: (code ?? signal) as number | string }));
  return { child, end };
}

const files = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

it(
  'two processes that fill one cache, and several that are killed over it, leave whole entries alone',
  { timeout: 120_000 },
  async () => {
    const directory = folder()('vectors');
    const steady = [start(directory, 0, 3000, 3), start(directory, 1500, 3000, 3)];
    for (let i = 0; i < 4; i++) {
      const { child, end } = start(directory, 1000 * i, 2000, 1000);
      await once(child.stdout!, 'data');
      await new Promise((resolve) => setTimeout(resolve, 40 + 67 * i));
      child.kill('SIGKILL');
      expect((await end).code).toBe('SIGKILL');
    }
    for (const { end } of steady) expect(await end).toEqual({ output: 'begun\n[]\n', code: 0 });

    const left = files(directory).filter((path) => path.endsWith('.tmp'));
    expect(left.length).toBeLessThanOrEqual(4);
    expect(files(directory).length - left.length).toBeGreaterThanOrEqual(4500);

    const problems: CacheProblem[] = [];
    const embedder = hashingEmbedder();
    const cached = cachedEmbedder(embedder, {
      directory,
      maxBytes: LEAST,
      onProblem: (problem) => problems.push(problem),
    });
    const texts = Array.from({ length: 4500 }, (_, i) => `text ${i}`);
    expect(await cached.embed(texts)).toEqual(await hashingEmbedder().embed(texts));
    expect([embedder.calls, problems]).toEqual([[], []]);

    // What the killed ones left goes with the next look at its folder.
    for (const path of left) utimesSync(path, 1, 1);
    await cached.embed(Array.from({ length: 4000 }, (_, i) => `more ${i}`));
    expect(files(directory).filter((path) => path.endsWith('.tmp'))).toEqual([]);
  },
);

it('two processes that write more than the bound allows stay below it', { timeout: 120_000 }, async () => {
  const directory = folder()('vectors');
  const running = [start(directory, 0, 9_500, 1), start(directory, 9_500, 9_500, 1)];
  const seen: number[] = [];
  let isOver = false;
  const all = Promise.all(running.map(({ end }) => end)).finally(() => (isOver = true));
  await Promise.all(running.map(({ child }) => once(child.stdout!, 'data')));
  while (!isOver) {
    seen.push(bytesIn(directory));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  for (const { output, code } of await all) expect([output, code]).toEqual(['begun\n[]\n', 0]);
  seen.push(bytesIn(directory));
  expect(Math.max(...seen)).toBeLessThanOrEqual(LEAST);
  expect(seen.at(-1)).toBeGreaterThan(0.6 * LEAST);
});

describe.each([
  ['deno', ['run', '--allow-all', '--no-lock']],
  ['bun', ['run']],
])('%s', (runtime, argv) => {
  const isHere = spawnSync(runtime, ['--version']).status === 0;
  if (!isHere) console.warn(`${runtime} is not on the PATH: its test of the cache is left out.`);

  it.skipIf(!isHere)('writes and reads the same entries', { timeout: 60_000 }, async () => {
    const directory = folder()('vectors');
    const { output, code } = await start(directory, 0, 300, 1).end;
    expect([output, code]).toEqual(['begun\n[]\n', 0]);
    const entries = files(directory).sort();
    const run = spawnSync(runtime, [...argv, program, directory, '0', '400', '2', String(LEAST)], { encoding: 'utf8' });
    expect([run.stdout, run.status]).toEqual(['begun\n[]\n', 0]);
    expect(
      files(directory)
        .sort()
        .filter((path) => entries.includes(path)),
    ).toEqual(entries);
    expect(files(directory)).toHaveLength(400);
  });
});

/** In blocks of 4,096; a file that is gone by the time of the look is none. */
function bytesIn(directory: string): number {
  return files(directory)
    .map((path) => statSync(path, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + Math.ceil(size / 4096) * 4096, 0);
}
