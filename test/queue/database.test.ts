import { describe, expect, it } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { Database } from '../../src/queue/database.ts';
import { databaseError, isPassing } from '../../src/queue/database-error.ts';
import type { PgClient, PgPool } from '../../src/queue/pg-boss.ts';

const fault = (code: string, message = 'refused'): Error => Object.assign(new Error(message), { code });

/** A pool whose statements fail with these, one after the other, and succeed when there are no more. */
function made(
  faults: (Error | undefined)[],
  { patienceMs = 60_000, signal = undefined as AbortSignal | undefined } = {},
) {
  const statements: string[] = [];
  const released: unknown[] = [];
  const notices: string[] = [];
  const query = async (text: string): Promise<{ rows: unknown[] }> => {
    statements.push(text);
    const error = faults.shift();
    if (error !== undefined) throw error;
    return { rows: [text] };
  };
  const client: PgClient = { on: () => {}, off: () => {}, query, release: (error) => released.push(error) };
  const pool: PgPool = { on: () => {}, query, connect: async () => client, end: async () => {} };
  const database = new Database(pool, { patienceMs, signal, onNotice: (message) => notices.push(message) });
  return { database, statements, released, notices };
}

describe('the database of a queue', () => {
  it('does a statement again until the database is back, and tells both', async () => {
    const { database, statements, notices } = made([fault('57P01'), fault('ECONNREFUSED')]);
    expect(await database.rows('SELECT 1')).toEqual(['SELECT 1']);
    expect(statements).toHaveLength(3);
    expect(notices).toEqual(['The database refused: refused (57P01). Trying again.', 'The database is back.']);
  });

  it('does a whole transaction again where its end was lost, on another connection', async () => {
    const lost = new Error('Connection terminated unexpectedly');
    const { database, statements, released } = made([undefined, undefined, lost]);
    let times = 0;
    const done = await database.transaction(async (sql) => {
      times++;
      return sql.executeSql('INSERT');
    });
    expect([times, done.rows]).toEqual([2, ['INSERT']]);
    expect(statements).toEqual(['BEGIN', 'INSERT', 'COMMIT', 'BEGIN', 'INSERT', 'COMMIT']);
    expect(released).toEqual([lost, undefined]);
  });

  it('does not do again what fails for good, nor wait for longer than it is to', async () => {
    const refused = made([fault('42501', 'permission denied for schema x')]);
    await expect(refused.database.rows('SELECT 1')).rejects.toMatchObject({
      code: 'database-failed',
      message: 'The database refused: permission denied for schema x (42501).',
    });
    expect(refused.statements).toHaveLength(1);

    const away = made(
      Array.from({ length: 100 }, () => fault('ECONNREFUSED')),
      { patienceMs: 250 },
    );
    await expect(away.database.rows('SELECT 1')).rejects.toMatchObject({ code: 'database-failed' });
    expect(away.statements.length).toBeLessThan(6);
  });

  it('passes on what is thrown inside a transaction, and waits no longer once it is aborted', async () => {
    const { database, released } = made([]);
    const own = new TypeError('mine');
    await expect(database.transaction(() => Promise.reject(own))).rejects.toBe(own);
    expect(released).toEqual([own]);

    const reason = new Error('enough');
    const controller = new AbortController();
    const aborted = made(
      Array.from({ length: 100 }, () => fault('ECONNREFUSED')),
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort(reason), 50);
    await expect(aborted.database.rows('SELECT 1')).rejects.toBe(reason);
  });
});

describe('errors of a database', () => {
  it.each([
    ['08006', true],
    ['53300', true],
    ['40P01', true],
    ['57P03', true],
    ['25006', true],
    ['ENOENT', true],
    ['57014', false],
    ['28P01', false],
    ['3D000', false],
    ['23505', false],
  ])('%s passes: %s', (code, passes) => expect(isPassing(fault(code))).toBe(passes));

  it('tell no address and keep what is no error of a database', () => {
    const error = databaseError(fault('ECONNREFUSED', 'connect ECONNREFUSED 10.0.0.1:5432')) as AlignError;
    expect(error.message).toBe('The database cannot be reached (ECONNREFUSED).');
    const both = new AggregateError([fault('ECONNREFUSED')]);
    expect([isPassing(both), (databaseError(both) as AlignError).message]).toEqual([true, error.message]);
    const other = new TypeError('x is undefined');
    expect([isPassing(other), databaseError(other)]).toEqual([false, other]);
  });
});
