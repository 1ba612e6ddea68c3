import { JOBS, type Job } from './jobs.ts';
import type { Queue } from './open-queue.ts';

/** A job whose document has its record. */
export interface FinishedJob {
  job: Job;
  /** The line that `batch` would write. */
  record: string;
  /** The code of an error record, null for a result. */
  error: string | null;
}

const MOST_WAITING = 64;
const MOST_CHARACTERS = 8_000_000;

/**
 * Writes records, each once: a record and the end of its job are one transaction, and a record that is there stays.
 * What is finished while a transaction is under way goes into the next one together.
 */
export class ResultWriter {
  readonly #queue: Queue;
  readonly #onWritten: (jobs: readonly FinishedJob[]) => void;
  readonly #onFailure: (error: unknown) => void;
  #waiting: FinishedJob[] = [];
  #writing: Promise<void> | undefined;

  /** `onFailure` hears at once what `add` and `end` throw later. */
  constructor(queue: Queue, onWritten: (jobs: readonly FinishedJob[]) => void, onFailure: (error: unknown) => void) {
    this.#queue = queue;
    this.#onWritten = onWritten;
    this.#onFailure = onFailure;
  }

  /** Waits only while many records are without a place. @throws AlignError `database-failed`, of an earlier one too */
  async add(finished: FinishedJob): Promise<void> {
    this.#waiting.push(finished);
    if (this.#writing === undefined) {
      this.#writing = this.#write();
      this.#writing.catch(this.#onFailure);
    }
    if (this.#waiting.length >= MOST_WAITING || charactersOf(this.#waiting) >= MOST_CHARACTERS) await this.#writing;
  }

  /** Waits until all is written. @throws AlignError `database-failed` */
  async end(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const jobs = this.#waiting;
      this.#waiting = [];
      await this.#store(jobs);
      this.#onWritten(jobs);
    }
    this.#writing = undefined;
  }

  #store(jobs: readonly FinishedJob[]): Promise<void> {
    const { schema, database, boss } = this.#queue;
    return database.transaction(async (sql) => {
      const { rows } = await sql.executeSql(
        `INSERT INTO ${schema}.result (position, error, record)
         SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[])
         ON CONFLICT DO NOTHING RETURNING position`,
        [jobs.map(({ job }) => job.position), jobs.map(({ error }) => error), jobs.map(({ record }) => record)],
      );
      const written = new Set((rows as { position: string }[]).map(({ position }) => Number(position)));
      // Of the others the job is gone already, or dead and kept.
      const ids = jobs.filter(({ job }) => written.has(job.position)).map(({ job }) => job.id);
      if (ids.length > 0) await boss.deleteJob(JOBS, ids, { db: sql });
    });
  }
}

function charactersOf(jobs: readonly FinishedJob[]): number {
  return jobs.reduce((sum, { record }) => sum + record.length, 0);
}
