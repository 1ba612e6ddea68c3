import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alignMany, type AlignCase, type Embedder } from '../../src/index.ts';
import { collect, enqueue, openQueue, queueStatus, retryDead, work, type Queue } from '../../src/queue.ts';
import { Jobs, JOBS } from '../../src/queue/jobs.ts';
import { ResultWriter } from '../../src/queue/result-writer.ts';
import { madeCases } from '../batch/made-cases.ts';
import { cli, folder } from '../cli/harness.ts';
import { hasPostgres, startPostgres, type Postgres } from './postgres.ts';

const title = hasPostgres ? 'the queue' : 'the queue (left out: PostgreSQL is not installed)';

describe.skipIf(!hasPostgres)(title, { timeout: 120_000 }, () => {
  let postgres: Postgres;
  let opened: Queue[] = [];
  let schemas = 0;
  const open = async (schema = `s${++schemas}`): Promise<Queue> => {
    const queue = await openQueue({ database: postgres.url, schema });
    opened.push(queue);
    return queue;
  };
  const count = async ({ database, schema }: Queue, table: string): Promise<number> =>
    Number((await database.rows<{ count: string }>(`SELECT count(*) FROM ${schema}.${table}`))[0]!.count);
  const collected = async (queue: Queue, options = {}): Promise<string[]> => {
    const lines: string[] = [];
    for await (const { json } of collect(queue, options)) lines.push(json);
    return lines;
  };

  beforeAll(() => {
    postgres = startPostgres();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(opened.map((queue) => queue.close()));
    opened = [];
    postgres?.remove();
  }, 60_000);

  it('takes a document once, whatever it is enqueued with', async () => {
    const queue = await open();
    const documents = [...madeCases(5, 1)];
    expect(await enqueue(queue, documents)).toEqual({ documents: 5, added: 5 });
    expect(await enqueue(queue, documents, { profile: 'literal' })).toEqual({ documents: 5, added: 0 });
    const [first] = documents as [AlignCase];
    const other = { ...first, renderings: `${first.renderings as string} And more.` };
    expect(await enqueue(queue, [other, other, { ...first, id: 'x' }])).toEqual({ documents: 3, added: 2 });
    expect([await count(queue, 'document'), await count(queue, 'job')]).toEqual([7, 7]);
  });

  it('refuses other options, and a schema without a run', async () => {
    const queue = await open();
    const absent = { code: 'run-not-found', message: expect.stringContaining(queue.schema) };
    await expect(queueStatus(queue)).rejects.toMatchObject(absent);
    await expect(work(queue, { untilDone: true })).rejects.toMatchObject(absent);
    await expect(collected(queue)).rejects.toMatchObject(absent);
    await enqueue(queue, madeCases(1, 1), { expireSeconds: 30 });
    await expect(enqueue(queue, madeCases(1, 1), { profile: 'wire' })).rejects.toMatchObject({
      code: 'run-mismatch',
      message: expect.stringContaining('profile "literal" (here "wire")'),
    });
    await expect(enqueue(queue, madeCases(1, 1), { expireSeconds: 31 })).rejects.toMatchObject({
      code: 'run-mismatch',
      message: expect.stringContaining('expireSeconds 30, not 31'),
    });
    await expect(work(queue, { embedder: failing(() => false) })).rejects.toMatchObject({ code: 'run-mismatch' });
    await queue.database.executeSql(`UPDATE ${queue.schema}.run SET settings = replace(settings, '"0.', '"9.')`);
    await expect(work(queue)).rejects.toMatchObject({
      code: 'run-mismatch',
      message: expect.stringMatching(/version "9\.\S+" \(here "0\./),
    });
  });

  it('gives the records of alignMany, also of what is no document, in both orders and again', async () => {
    const queue = await open();
    const hostile = ['\u0000 Мост открыли в Твери.', 'Мост \ud800 открыли в Твери.'].map((source, i) => ({
      id: i,
      source,
      renderings: [{ id: `r\u0000"\\`, text: 'The bridge was opened in Tver.' }],
    }));
    const bad = [
      { id: 'same', source: 'Мост.', renderings: 'Мост.' },
      { source: 'x' },
      null,
      undefined,
      { source: 'x' },
    ];
    const documents = [...madeCases(30, 2), ...hostile, ...bad] as AlignCase[];
    const expected: string[] = [];
    for await (const record of alignMany(documents)) expected.push(JSON.stringify(record));

    expect(await enqueue(queue, documents)).toEqual({ documents: 37, added: 37 });
    expect(await enqueue(queue, documents)).toEqual({ documents: 37, added: 0 });
    expect(await collected(queue)).toHaveLength(4);
    // Waiting readers on connections of their own, while two workers are at it.
    const readers = [collected(await open(queue.schema), { wait: true })];
    readers.push(collected(await open(queue.schema), { wait: true, ordered: false }));
    const workers = [
      work(queue, { untilDone: true, concurrency: 2 }),
      work(await open(queue.schema), { untilDone: true }),
    ];
    const worked = await Promise.all(workers);
    expect(worked.reduce((sum, { results, errors }) => sum + results + errors, 0)).toBe(33);
    const [inOrder, asFinished] = (await Promise.all(readers)) as [string[], string[]];
    expect(inOrder).toEqual(expected);
    expect(await collected(queue)).toEqual(expected);
    expect([...asFinished].sort()).toEqual([...expected].sort());
    expect((await collected(queue, { ordered: false })).sort()).toEqual([...expected].sort());
    expect(await count(queue, 'job')).toBe(0);
    expect(await queueStatus(queue)).toMatchObject({ documents: 37, done: 37, active: 0, waiting: 0, dead: 0 });
  });

  it('writes one record where two workers have one document', async () => {
    const queue = await open();
    await enqueue(queue, madeCases(1, 1), { expireSeconds: 2 });
    const jobs = new Jobs(queue);
    const failures: unknown[] = [];
    const write = async (record: string, job: Awaited<ReturnType<typeof jobs.take>>[0]): Promise<void> => {
      const writer = new ResultWriter(
        queue,
        () => {},
        (error) => failures.push(error),
      );
      await writer.add({ job, record, error: null });
      await writer.end();
    };
    const [first] = await jobs.take(10);
    expect(await jobs.take(10)).toEqual([]);
    // A sign of life puts the end off.
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await jobs.touch([first!.id]);
    }
    await jobs.sweep();
    expect(await queueStatus(queue)).toMatchObject({ active: 1, waiting: 0 });
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await jobs.sweep();
    expect(await queueStatus(queue)).toMatchObject({ active: 0, waiting: 1, retrying: 1 });
    await queue.database.executeSql(`UPDATE ${queue.schema}.job SET start_after = now() - interval '1 second'`);
    const [second] = await jobs.take(10);
    expect(second).toEqual(first);
    await write('"late"', first!);
    await write('"later"', second!);
    expect([await collected(queue), await count(queue, 'job'), failures]).toEqual([['"late"'], 0, []]);
  });

  it('tries a fault again, keeps what it gives up with its error, and gives it another chance', async () => {
    const queue = await open();
    let isBroken = true;
    const embedder = failing((text) => isBroken && text.includes('boom'));
    const documents = [
      { id: 'a', source: 'Мост открыли в Твери.', renderings: 'The bridge was opened in Tver.' },
      { id: 'b', source: 'Мост открыли в Твери.', renderings: 'The bridge went boom \u0000 in Tver.' },
    ];
    await enqueue(queue, documents, { embedder, retries: 1, retryDelaySeconds: 1, expireSeconds: 2 });
    expect(await work(queue, { embedder, untilDone: true })).toEqual({ results: 1, errors: 0, failures: 2 });
    const record = { id: 'b', error: { code: 'internal', message: 'no \u0000 vector' } };
    expect((await collected(queue))[1]).toBe(JSON.stringify(record));
    expect(await queueStatus(queue)).toMatchObject({ done: 2, dead: 1, waiting: 0, errors: { internal: 1 } });
    const [job] = await queue.database.rows(`SELECT state, output FROM ${queue.schema}.job WHERE name = $1`, [JOBS]);
    expect(job).toEqual({ state: 'failed', output: { record: JSON.stringify(record) } });

    isBroken = false;
    expect(await retryDead(queue)).toBe(1);
    expect(await work(queue, { embedder, untilDone: true })).toEqual({ results: 1, errors: 0, failures: 0 });
    expect((await collected(queue))[1]).toContain('"result"');
    expect(await retryDead(queue)).toBe(0);
  });

  it('gives a record to a document whose workers die', async () => {
    const queue = await open();
    await enqueue(queue, madeCases(1, 1), { retries: 0, expireSeconds: 2 });
    const jobs = new Jobs(queue);
    await jobs.take(1);
    await queue.database.executeSql(`UPDATE ${queue.schema}.job SET started_on = now() - interval '1 hour'`);
    expect(await work(queue, { untilDone: true })).toEqual({ results: 0, errors: 0, failures: 0 });
    const message = '1 workers that took this document ended, or were not heard of in time.';
    expect(await collected(queue)).toEqual([JSON.stringify({ id: 'made-0', error: { code: 'internal', message } })]);
  });

  it('stops when it is told to, and gives back what was not begun', async () => {
    const queue = await open();
    await enqueue(queue, madeCases(60, 4));
    const stop = new AbortController();
    const worked = await work(queue, { stop: stop.signal, onProgress: () => stop.abort() });
    expect(worked.results).toBeGreaterThan(0);
    expect(worked.results).toBeLessThan(40);
    const { documents, done, active, waiting, retrying, workers } = await queueStatus(queue);
    expect({ documents, done, active, waiting, retrying, workers }).toEqual({
      documents: 60,
      done: worked.results,
      active: 0,
      waiting: 60 - worked.results,
      retrying: 0,
      workers: 0,
    });
    const counted = await queue.database.rows(`SELECT DISTINCT retry_count, started_on FROM ${queue.schema}.job`);
    expect(counted).toEqual([{ retry_count: 0, started_on: null }]);
  });

  it('collects page by page, however many and long the records are', async () => {
    const queue = await open();
    await enqueue(queue, []);
    await queue.database.executeSql(
      `INSERT INTO ${queue.schema}.result (position, transaction, record)
       SELECT 1001 - n, n::text::xid8, repeat('x', CASE WHEN n % 250 < 2 THEN 4500000 * (1 + n % 2) ELSE 0 END) || n
       FROM generate_series(1, 1000) AS n`,
    );
    const numbers = (await collected(queue)).map((line) => Number(line.replace(/^x+/, '')));
    expect(numbers).toEqual(Array.from({ length: 1000 }, (_, i) => 1000 - i));
    const finished = (await collected(queue, { ordered: false })).map((line) => Number(line.replace(/^x+/, '')));
    expect(finished).toEqual(numbers.reverse());
  });

  it('tells rate and time left', async () => {
    const queue = await open();
    await enqueue(queue, madeCases(100, 1));
    const { schema, database } = queue;
    await database.executeSql(
      `INSERT INTO ${schema}.result (position, error, record, completed_on)
       SELECT n, CASE WHEN n <= 3 THEN 'empty-text' END, '', now() - (n / 2.0) * interval '1 second'
       FROM generate_series(1, 40) AS n`,
    );
    await database.executeSql(`INSERT INTO ${schema}.worker VALUES ('a', now()), ('b', now() - interval '1 hour')`);
    const { perSecond, secondsLeft, ...status } = await queueStatus(queue);
    expect(status).toMatchObject({ documents: 100, done: 40, errors: { 'empty-text': 3 }, waiting: 100, workers: 1 });
    expect(perSecond).toBeCloseTo(2, 0);
    expect(secondsLeft! * perSecond).toBeCloseTo(100);
  });

  it('serves the command line', async () => {
    const cases = [...madeCases(3, 1)].map(({ id, source, renderings }) =>
      JSON.stringify({ id, source, renderings: [{ id: 'en', text: renderings }] }),
    );
    const at = folder({ 'cases.jsonl': `${cases.join('\n')}\n\n{"id":\n` });
    const where = ['--database', postgres.url, '--schema', 'by_command'];
    const asked = async (...argv: string[]) => cli([...argv, ...where]);
    expect(await asked('enqueue', at('cases.jsonl'))).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^4 documents enqueued \(/),
    });
    expect(await asked('collect', '-o', at('early.jsonl'), '-q')).toMatchObject({ code: 2, stderr: '' });
    expect(await asked('worker', '--until-done')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^3 documents in .*, 0 with an error record\n$/),
    });
    for (const name of ['results.jsonl', 'results.jsonl.gz']) {
      expect(await asked('collect', '-o', at(name))).toMatchObject({
        code: 2,
        stderr: '4 documents, 1 with an error record\n',
      });
      expect((await cli(['batch', at('cases.jsonl'), '-o', at(`batch.${name}`)])).code).toBe(2);
      expect(readFileSync(at(name)).equals(readFileSync(at(`batch.${name}`)))).toBe(true);
    }
    const { stdout } = await asked('status', '--watch');
    expect(stdout.split('\n').slice(1, 3)).toEqual([
      '4 documents: 4 done (100 %), 0 under way, 0 waiting',
      '1 with an error record: 1 invalid-json',
    ]);
    expect(JSON.parse((await asked('status', '--json')).stdout)).toMatchObject({ documents: 4, done: 4 });
    expect((await asked('enqueue', '--retry-dead')).stderr).toBe('0 documents to be tried again\n');
    const env = { DATABASE_URL: postgres.url };
    expect((await cli(['status', '--schema', 'by_command'], { env })).code).toBe(0);
  });

  it('says on the command line what is wrong', async () => {
    const said = async (...argv: string[]): Promise<string> => {
      const { code, stdout, stderr } = await cli(argv);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).not.toContain('secret-word');
      return stderr;
    };
    const there = ['--database', postgres.url];
    expect(await said('status')).toContain('No database is given.');
    expect(await said('worker', 'x', ...there)).toContain('x is one argument too many.');
    expect(await said('enqueue', ...there)).toContain('No file of documents is given.');
    expect(await said('enqueue', 'x', '--retry-dead', ...there)).toContain('--retry-dead takes no documents.');
    expect(await said('enqueue', 'package.json', '--expire', '1', ...there)).toContain('options.expireSeconds is 1');
    expect(await said('enqueue', 'package.json', '--retries', '-', ...there)).toContain('--retries got "-"');
    expect(await said('collect', '--schema', 'nothing_here', ...there)).toContain('holds no run');
    const noSuch = postgres.url.replace('/postgres?', '/nowhere?');
    expect(await said('status', '--database', noSuch)).toContain('database "nowhere" does not exist (3D000)');
  });
});

/** An embedder of 2 dimensions that fails as no embedder should, for texts of some kind. */
function failing(fails: (text: string) => boolean): Embedder {
  return {
    id: 'test',
    revision: '1',
    dimensions: 2,
    languages: ['*'],
    embed: async (texts) => {
      if (texts.some(fails)) throw new Error('no \u0000 vector');
      return { rows: texts.length, columns: 2, data: Float32Array.from(texts.flatMap(() => [1, 0])) };
    },
  };
}
