import { JOBS } from './jobs.ts';
import type { Queue } from './open-queue.ts';
import { readRun } from './run.ts';

/**
 * Gives dead jobs one more attempt, for when their cause is gone; their error records are taken away.
 *
 * @returns how many
 * @throws AlignError `run-not-found`, `database-failed`
 */
export async function retryDead(queue: Queue): Promise<number> {
  const { schema, database, boss } = queue;
  await readRun(queue);
  return database.transaction(async (sql) => {
    const { rows } = await sql.executeSql(
      `SELECT j.id, d.position FROM ${schema}.job j JOIN ${schema}.document d USING (id)
       WHERE j.name = $1 AND j.state = 'failed' FOR UPDATE OF j`,
      [JOBS],
    );
    const dead = rows as { id: string; position: string }[];
    if (dead.length === 0) return 0;
    await sql.executeSql(`DELETE FROM ${schema}.result WHERE position = ANY($1::bigint[])`, [
      dead.map(({ position }) => position),
    ]);
    await boss.retry(
      JOBS,
      dead.map(({ id }) => id),
      { db: sql },
    );
    return dead.length;
  });
}
