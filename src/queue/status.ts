import { JOBS } from './jobs.ts';
import type { Queue } from './open-queue.ts';
import { readRun, type RunSettings } from './run.ts';

/** How far a run has come. */
export interface QueueStatus {
  /** The schema that holds the run. */
  schema: string;
  /** The version of this package that the run was made with. */
  version: string;
  /** The embedder of the run. */
  embedder: RunSettings['embedder'];
  /** Documents that were enqueued. */
  documents: number;
  /** Documents with a record, error records among them. */
  done: number;
  /** Error records by their code. */
  errors: Record<string, number>;
  /** In a worker's hands. */
  active: number;
  /** Waiting for a worker; those that failed and are put off among them. */
  waiting: number;
  /** Of those, put off after a failure. */
  retrying: number;
  /** Given up after the last attempt; their error records say why. */
  dead: number;
  /** Heard of within the time after which one counts as lost. */
  workers: number;
  /** Records a second over the last minute; 0 where there were none. */
  perSecond: number;
  /** At that rate; null where there is none. */
  secondsLeft: number | null;
}

interface Counts {
  documents: string;
  done: string;
  errors: Record<string, number> | null;
  active: string;
  waiting: string;
  retrying: string;
  dead: string;
  workers: string;
  recent: string;
  seconds: number;
}

/**
 * Counts a run, all of it at one moment. It reads the tables of documents and results, a second or so for some
 * million documents.
 *
 * @throws AlignError `run-not-found`, `database-failed`
 */
export async function queueStatus(queue: Queue): Promise<QueueStatus> {
  const { schema, database } = queue;
  const { settings } = await readRun(queue);
  const [row] = await database.rows<Counts>(
    `WITH recent AS (
       SELECT count(*) AS count, least(60, extract(epoch FROM clock_timestamp() - min(completed_on))) AS seconds
       FROM ${schema}.result WHERE completed_on > clock_timestamp() - interval '1 minute'
     ), jobs AS (
       SELECT count(*) FILTER (WHERE state = 'active') AS active, count(*) FILTER (WHERE state < 'active') AS waiting,
         count(*) FILTER (WHERE state = 'retry') AS retrying, count(*) FILTER (WHERE state = 'failed') AS dead
       FROM ${schema}.job WHERE name = $1
     )
     SELECT
       (SELECT count(*) FROM ${schema}.document) AS documents,
       (SELECT count(*) FROM ${schema}.result) AS done,
       (SELECT json_object_agg(error, count ORDER BY error) FROM (
         SELECT error, count(*) FROM ${schema}.result WHERE error IS NOT NULL GROUP BY error
       ) AS codes) AS errors,
       (SELECT count(*) FROM ${schema}.worker, ${schema}.queue
        WHERE queue.name = $1 AND seen_on > now() - expire_seconds * interval '1 second') AS workers,
       recent.count AS recent, coalesce(recent.seconds, 60)::float8 AS seconds, jobs.*
     FROM recent, jobs`,
    [JOBS],
  );
  const { errors, recent, seconds, ...counts } = row!;
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Number(count)]));
  const { documents, done, active, waiting, retrying, dead, workers } = numbers as Record<keyof typeof counts, number>;
  const perSecond = Number(recent) / Math.max(1, seconds);
  const secondsLeft = perSecond > 0 ? (active + waiting) / perSecond : null;
  const { version, embedder } = settings;
  const run = { schema, version, embedder };
  return {
    ...run,
    documents,
    done,
    errors: errors ?? {},
    active,
    waiting,
    retrying,
    dead,
    workers,
    perSecond,
    secondsLeft,
  };
}
