import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { madeCases } from '../batch/made-cases.ts';
import { folder } from './harness.ts';
import fc from '../fast-check.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const cases = [...madeCases(200, 5)].map(
  ({ id, source, renderings }, i) =>
    `${i % 50 === 17 ? '{"id":' : JSON.stringify({ id, source, renderings: [{ id: 'en', text: renderings }] })}\n`,
);
const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Runs the command until its file has grown by `bytes`, or it ends; kills it then. Tells whether it was killed. */
async function killedAfter(bytes: number, argv: string[], output: string): Promise<boolean> {
  const before = sizeOf(output);
  const child = spawn(process.execPath, argv, { stdio: 'ignore' });
  const watch = setInterval(() => {
    if (sizeOf(output) >= before + bytes) child.kill('SIGKILL');
  }, 1);
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  clearInterval(watch);
  return signal === 'SIGKILL';
}

describe.skipIf(!existsSync(program))('batch that is killed again and again, with 1, 2 and 3 workers', () => {
  it.each([
    ['results.jsonl', 20],
    ['results.jsonl.gz', 4],
  ])('ends with the undisturbed %s', { timeout: 120_000 }, async (name, times) => {
    const at = folder({ 'cases.jsonl': cases.join('') });
    const whole = at(`whole.${name}`);
    const argv = (output: string, concurrency: number) => [
      ...[program, 'batch', at('cases.jsonl'), '-o', output, '--resume'],
      ...['--concurrency', String(concurrency)],
    ];
    expect(spawnSync(process.execPath, argv(whole, 1)).status).toBe(2);
    const bytes = readFileSync(whole);

    // Each at a random place of its share of the file, so that all of them come before its end.
    const growths = fc.sample(fc.double({ min: 0, max: bytes.length / times, noNaN: true }), {
      numRuns: times,
      seed: 7,
    });
    const killed: boolean[] = [];
    for (const [i, growth] of growths.entries())
      killed.push(await killedAfter(1 + growth, argv(at(name), 1 + (i % 3)), at(name)));
    expect(killed).toContain(true);
    expect(spawnSync(process.execPath, argv(at(name), 2)).status).toBe(2);
    expect(readFileSync(at(name)).equals(bytes)).toBe(true);

    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    expect(text.split('\n')).toHaveLength(cases.length + 1);
  });
});
