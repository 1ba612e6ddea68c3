import { recordLine } from '../batch/record.ts';
import type { Queue } from './open-queue.ts';

/** The name of pg-boss's queue. */
export const JOBS = 'document';

/** A document that this worker has to do. */
export interface Job {
  id: string;
  position: number;
  /** As it was enqueued: a case as JSON. */
  document: string;
}

const BURIED_AT_ONCE = 100;

/**
 * The jobs of a run. pg-boss hands them out, counts their attempts and puts them off; what it has no call for (a
 * sign of life, giving back without an attempt counted) is told to its table, whose form its major version fixes.
 */
export class Jobs {
  readonly #queue: Queue;

  constructor(queue: Queue) {
    this.#queue = queue;
  }

  /** Takes up to `count` jobs; none where none waits. */
  async take(count: number): Promise<Job[]> {
    const { schema, database, boss } = this.#queue;
    let failure: { error: unknown } | undefined;
    const jobs = await boss.fetch(JOBS, {
      batchSize: count,
      // fetch() keeps every error to itself, and an error is not an empty queue.
      db: {
        executeSql: (text, values) =>
          database.executeSql(text, values).catch((error: unknown) => {
            failure = { error };
            throw error;
          }),
      },
    });
    if (failure !== undefined) throw failure.error;
    if (jobs.length === 0) return [];
    const rows = await database.rows<{ id: string; position: string; document: string }>(
      `SELECT id, position, document FROM ${schema}.document WHERE id = ANY($1::uuid[]) ORDER BY position`,
      [jobs.map(({ id }) => id)],
    );
    return rows.map(({ id, position, document }) => ({ id, position: Number(position), document }));
  }

  /** Puts off the time at which the jobs count as lost. */
  async touch(ids: readonly string[]): Promise<void> {
    await this.#update('SET started_on = now()', ids);
  }

  /** Gives jobs back that were not begun; no attempt is counted. */
  async release(ids: readonly string[]): Promise<void> {
    await this.#update("SET state = 'created', started_on = NULL", ids);
  }

  /** Puts a job off; after the last attempt it is dead. `record` is kept with it. */
  async fail(id: string, record: string): Promise<void> {
    // As a string: jsonb takes neither U+0000 nor half a surrogate pair, which an error may quote.
    await this.#queue.boss.fail(JOBS, id, { record });
  }

  /** Looks for jobs whose worker was not heard of in time, and for dead ones, whose records it writes. */
  async sweep(): Promise<void> {
    await this.#queue.boss.expire();
    await this.bury();
  }

  /** Writes the records of dead jobs, which then stay as they are. */
  async bury(): Promise<void> {
    const { schema, database } = this.#queue;
    for (;;) {
      const dead = await database.rows<Dead>(
        `SELECT d.position, d.document, j.output ->> 'record' AS record, j.retry_count + 1 AS attempts
         FROM ${schema}.job j JOIN ${schema}.document d USING (id)
         WHERE j.name = $1 AND j.state = 'failed'
           AND NOT EXISTS (SELECT FROM ${schema}.result r WHERE r.position = d.position)
         LIMIT $2`,
        [JOBS, BURIED_AT_ONCE],
      );
      if (dead.length > 0)
        await database.executeSql(
          `INSERT INTO ${schema}.result (position, error, record)
           SELECT position, 'internal', record FROM unnest($1::bigint[], $2::text[]) AS t (position, record)
           ON CONFLICT DO NOTHING`,
          [dead.map(({ position }) => position), dead.map((job) => job.record ?? lostRecord(job))],
        );
      if (dead.length < BURIED_AT_ONCE) return;
    }
  }

  /** True where no job is left that may still give a record. */
  async areDone(): Promise<boolean> {
    const { schema, database } = this.#queue;
    const [row] = await database.rows<{ done: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM ${schema}.job WHERE name = $1 AND state < 'active')
          AND NOT EXISTS (SELECT FROM ${schema}.job WHERE name = $1 AND state = 'active')
          AND NOT EXISTS (
            SELECT FROM ${schema}.job j JOIN ${schema}.document d USING (id)
            WHERE j.name = $1 AND j.state = 'failed'
              AND NOT EXISTS (SELECT FROM ${schema}.result r WHERE r.position = d.position)
          ) AS done`,
      [JOBS],
    );
    return row!.done;
  }

  async #update(change: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#queue.database.executeSql(
      `UPDATE ${this.#queue.schema}.job ${change} WHERE name = $1 AND id = ANY($2::uuid[]) AND state = 'active'`,
      [JOBS, ids],
    );
  }
}

interface Dead {
  position: string;
  document: string;
  record: string | null;
  attempts: number;
}

/** The record of a document that ended its workers before they could say why. */
function lostRecord({ document, attempts }: Dead): string {
  const { id } = JSON.parse(document) as { id: string | number };
  const message = `${attempts} workers that took this document ended, or were not heard of in time.`;
  return recordLine({ id, error: { code: 'internal', message } });
}
