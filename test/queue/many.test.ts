import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openQueue, queueStatus, type Queue, type QueueStatus } from '../../src/queue.ts';
import { madeCases } from '../batch/made-cases.ts';
import { folder } from '../cli/harness.ts';
import { hasPostgres, startPostgres, type Postgres } from './postgres.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const isBuilt = existsSync(program);
const title = !hasPostgres ? ' (left out: PostgreSQL is not installed)' : !isBuilt ? ' (left out: not built)' : '';
const DOCUMENTS = 5_000;
const EXPIRE_SECONDS = 4;

/** Ten lines that have error records: no JSON, no case, and texts that cannot be aligned. */
const poison = [
  '{"id":"torn',
  '[]',
  '{"id":"no-source","renderings":[]}',
  '{"id":"no-text","source":"Мост открыли.","renderings":[{"id":"en"}]}',
  '{"id":"none","source":"Мост открыли.","renderings":[]}',
  '{"id":"empty","source":"","renderings":[{"id":"en","text":"The bridge."}]}',
  '{"id":"nul","source":"\\u0000","renderings":[{"id":"en","text":"The bridge."}]}',
  '{"id":"blank","source":"Мост открыли.","renderings":[{"id":"en","text":" \\ud800 "}]}',
  '{"id":"same","source":"Мост открыли в Твери.","renderings":[{"id":"ru","text":"Мост открыли в Казани."}]}',
  '{"id":10,"source":"Мост открыли.","renderings":[{"id":"a","text":"The bridge."},{"id":"a","text":"A bridge."}]}',
];

function lines(): string {
  const made = [...madeCases(DOCUMENTS - poison.length, 1)].map(({ id, source, renderings }) =>
    JSON.stringify({ id, source, renderings: [{ id: 'en', text: renderings }] }),
  );
  const every = Math.floor(made.length / poison.length);
  for (const [i, line] of poison.entries()) made.splice(i * every + 17, 0, line);
  return `${made.join('\n')}\n`;
}

interface Process {
  child: ChildProcess;
  /** Exit status, or the signal it ended by, and what it said. */
  ended: Promise<[number | string, string]>;
}

describe.skipIf(title !== '')(`5,000 documents and three workers${title}`, () => {
  let postgres: Postgres;
  let queue: Queue | undefined;
  const running: ChildProcess[] = [];
  const at = folder({ 'cases.jsonl': lines() });

  const start = (...argv: string[]): Process => {
    const env = { ...process.env, DATABASE_URL: postgres.url };
    const child = spawn(process.execPath, [program, ...argv], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    running.push(child);
    let said = '';
    child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = once(child, 'close').then(([code, signal]): [number | string, string] => [
      (code as number | null) ?? (signal as string),
      said,
    ]);
    return { child, ended };
  };
  const until = async (isReached: (status: QueueStatus) => boolean): Promise<QueueStatus> => {
    for (;;) {
      const status = await queueStatus(queue!);
      if (isReached(status)) return status;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  beforeAll(() => {
    postgres = startPostgres();
  }, 60_000);
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await queue?.close();
    postgres?.remove();
  }, 60_000);

  it('gives the file of batch, though a worker is killed and the database restarts', { timeout: 300_000 }, async () => {
    const enqueue = ['enqueue', at('cases.jsonl'), '--expire', String(EXPIRE_SECONDS), '--retry-delay', '1'];
    expect((await start(...enqueue).ended)[0]).toBe(0);
    queue = await openQueue({ database: postgres.url });
    expect((await queueStatus(queue)).documents).toBe(DOCUMENTS);

    const workers = [1, 2, 3].map(() => start('worker', '--until-done'));
    const [killed, ...others] = workers as [Process, ...Process[]];
    await until(({ done, workers: alive, active }) => alive === 3 && active > 0 && done > DOCUMENTS / 5);
    killed.child.kill('SIGKILL');
    expect((await killed.ended)[0]).toBe('SIGKILL');

    const { done } = await until((status) => status.done > (2 * DOCUMENTS) / 5);
    expect(done).toBeLessThan(DOCUMENTS);
    postgres.stop('immediate');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    postgres.start();

    for (const { ended } of others) {
      const [status, said] = await ended;
      expect(said).toMatch(/The database [^\n]* Trying again\.\nThe database is back\.\n/);
      expect(status).toBe(0);
    }
    expect(await queueStatus(queue)).toMatchObject({ documents: DOCUMENTS, done: DOCUMENTS, dead: 0, workers: 0 });

    const [[collected], [again], [batch]] = await Promise.all([
      start('collect', '-o', at('collected.jsonl')).ended,
      start('collect', '--as-finished', '-o', at('as-finished.jsonl')).ended,
      start('batch', at('cases.jsonl'), '-o', at('batch.jsonl'), '-j', '2').ended,
    ]);
    expect([collected, again, batch]).toEqual([2, 2, 2]);
    let [results, errors] = [0, 0];
    for await (const line of createInterface({ input: createReadStream(at('collected.jsonl')) }))
      if (/^\{"id":[^,]*,"result":/.test(line)) results++;
      else if (/^\{"id":[^,]*,"error":/.test(line)) errors++;
    expect([results, errors]).toEqual([DOCUMENTS - poison.length, poison.length]);
    const expected = readFileSync(at('batch.jsonl'));
    expect(readFileSync(at('collected.jsonl')).equals(expected)).toBe(true);
    const sorted = (bytes: Buffer): string => bytes.toString().split('\n').sort().join('\n');
    expect(sorted(readFileSync(at('as-finished.jsonl'))) === sorted(expected)).toBe(true);
  });

  it('lets a worker end in order at SIGTERM', { timeout: 60_000 }, async () => {
    const argv = ['--schema', 'terminated'];
    expect((await start('enqueue', at('cases.jsonl'), ...argv).ended)[0]).toBe(0);
    await queue!.close();
    queue = await openQueue({ database: postgres.url, schema: 'terminated' });
    const before = (await queueStatus(queue)).done;
    const worker = start('worker', ...argv);
    await until(({ done }) => done > before);
    worker.child.kill('SIGTERM');
    const [status, said] = await worker.ended;
    expect(status).toBe(0);
    const told = Number(/^([\d,]+) documents? in/.exec(said)?.[1]?.replace(',', ''));
    expect(await queueStatus(queue)).toMatchObject({
      done: before + told,
      waiting: DOCUMENTS - before - told,
      active: 0,
      retrying: 0,
      workers: 0,
    });
  });
});
