import { describe, expect, it } from 'vitest';
import { openQueue, type QueueOptions } from '../../src/queue/open-queue.ts';
import { importPgBoss } from '../../src/queue/pg-boss.ts';

const nowhere = 'postgresql://me:secret-word@127.0.0.1:1/x';

describe('opening a queue', () => {
  it('says that pg-boss is missing, and how to get it', async () => {
    await expect(importPgBoss('pg-boss-that-is-not-there')).rejects.toMatchObject({
      code: 'missing-package',
      message: 'The package pg-boss-that-is-not-there is not installed here.',
      hint: expect.stringContaining('npm install pg-boss@10'),
    });
  });

  it('takes the pg that pg-boss depends on', async () => {
    const { PgBoss, Pool } = await importPgBoss();
    expect([typeof PgBoss, typeof Pool]).toEqual(['function', 'function']);
  });

  it.each([
    [{ database: '' }, 'invalid-argument', 'is not one of PostgreSQL'],
    [{ database: 'mysql://me:secret-word@host/x' }, 'invalid-argument', 'is not one of PostgreSQL'],
    [{ database: 'postgresql://me:secret/word@host:x/x' }, 'invalid-argument', 'is not one of PostgreSQL'],
    [{ database: nowhere, schema: 'A; DROP TABLE x' }, 'invalid-argument', 'The schema is "A; DROP TABLE x"'],
    [{ database: nowhere, schema: 'pg_mine' }, 'invalid-argument', 'The schema is "pg_mine"'],
    [{ database: nowhere, patienceSeconds: -1 }, 'invalid-argument', 'options.patienceSeconds is -1'],
    [{ database: nowhere, shema: 'x' }, 'unknown-option', 'options has no "shema"'],
    [{ database: nowhere }, 'database-failed', 'The database cannot be reached (ECONNREFUSED).'],
  ])('%j: %s', async (options, code, message) => {
    const error: unknown = await openQueue(options as QueueOptions).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
    const { message: said, hint } = error as { message: string; hint: string };
    expect(said + hint).not.toContain('secret');
  });
});
