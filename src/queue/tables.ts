import { JOBS } from './jobs.ts';
import type { Queue } from './open-queue.ts';

/** Changes when the tables do; a run of another layout is refused. */
export const LAYOUT = 1;

/**
 * Makes what a run needs in its schema, where it is not there: pg-boss's tables and ours. Safe under several processes.
 *
 * - `run`: the one row says what all documents have in common
 * - `document`: what was enqueued, by its content's id, in its order; `document` is null where it could not be read
 * - `result`: one record a document, as `batch` writes its line; `transaction` orders them as they were finished
 * - `worker`: when each was last heard of
 *
 * The indexes on pg-boss's `job` keep its statements fast whatever the number of jobs: the next ones to fetch, those
 * under way, and those that failed for good.
 *
 * @throws AlignError `database-failed`
 */
export async function makeTables({ schema, boss, database }: Queue, policy: Parameters<typeof boss.createQueue>[1]) {
  await boss.start();
  await database.transaction(async (sql) => {
    await sql.executeSql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`align-translations ${schema}`]);
    for (const statement of statements(schema)) await sql.executeSql(statement);
  });
  await boss.createQueue(JOBS, policy);
}

function statements(schema: string): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS ${schema}.run (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      layout integer NOT NULL,
      fingerprint text NOT NULL,
      settings text NOT NULL,
      created_on timestamptz NOT NULL DEFAULT now()
    )`,
    `CREATE TABLE IF NOT EXISTS ${schema}.document (
      id uuid PRIMARY KEY,
      position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
      document text
    )`,
    `CREATE TABLE IF NOT EXISTS ${schema}.result (
      position bigint PRIMARY KEY,
      transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
      completed_on timestamptz NOT NULL DEFAULT clock_timestamp(),
      error text,
      record text NOT NULL
    )`,
    `CREATE TABLE IF NOT EXISTS ${schema}.worker (
      name text PRIMARY KEY,
      seen_on timestamptz NOT NULL
    )`,
    `CREATE INDEX IF NOT EXISTS result_as_finished ON ${schema}.result (transaction, position)`,
    `CREATE INDEX IF NOT EXISTS result_errors ON ${schema}.result (error) WHERE error IS NOT NULL`,
    `CREATE INDEX IF NOT EXISTS result_by_time ON ${schema}.result USING brin (completed_on) WITH (autosummarize = on)`,
    `CREATE INDEX IF NOT EXISTS job_next ON ${schema}.job (name, priority DESC, created_on, id) WHERE state < 'active'`,
    `CREATE INDEX IF NOT EXISTS job_active ON ${schema}.job (name, started_on) WHERE state = 'active'`,
    `CREATE INDEX IF NOT EXISTS job_dead ON ${schema}.job (name, completed_on) WHERE state = 'failed'`,
  ];
}
