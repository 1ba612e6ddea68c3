import { databaseError, isPassing } from './database-error.ts';
import { pause } from './pause.ts';
import type { PgPool, Sql } from './pg-boss.ts';

export interface DatabaseOptions {
  /** For so long a database that went away is waited for. */
  patienceMs: number;
  /** Hears that the database went away, and that it is back. */
  onNotice: (message: string) => void;
  /** Ends the waiting; the call then rejects with its reason. */
  signal: AbortSignal | undefined;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * A pool of connections that outlives a restart of the database: a statement, or a transaction, that fails with a fault
 * that passes is done again, after 100 ms, then twice as long, up to 5 s. It may therefore be done twice, where the
 * connection was lost between the commit and its answer: all statements here leave the same behind them then.
 */
export class Database implements Sql {
  readonly #pool: PgPool;
  readonly #options: DatabaseOptions;
  #isAway = false;

  constructor(pool: PgPool, options: DatabaseOptions) {
    this.#pool = pool;
    this.#options = options;
    // A connection that is lost while nobody uses it; the next statement makes another one.
    pool.on('error', () => {});
  }

  /** @throws AlignError `database-failed`, also where the database cannot be reached at the first try */
  async connect(): Promise<void> {
    try {
      await this.#pool.query('SELECT 1');
    } catch (error) {
      throw databaseError(error);
    }
  }

  /** @throws AlignError `database-failed` */
  executeSql(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
    // Several statements in one text cannot have values, not even none.
    return this.#persist(() => (values.length > 0 ? this.#pool.query(text, values) : this.#pool.query(text)));
  }

  async rows<R>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.executeSql(text, values)).rows as R[];
  }

  /**
   * Does `work` in a transaction; it may be called again and has to do all that it does through the `Sql` it is given.
   *
   * @throws AlignError `database-failed`, and what `work` throws
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#persist(async () => {
      const client = await this.#pool.connect();
      // Without a listener, a connection lost between two statements would end the process.
      const ignore = (): void => {};
      client.on('error', ignore);
      let failure: unknown;
      try {
        await client.query('BEGIN');
        const done = await work({ executeSql: (text, values) => client.query(text, values) });
        await client.query('COMMIT');
        return done;
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(failure);
      }
    });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #persist<T>(attempt: () => Promise<T>): Promise<T> {
    const { patienceMs, signal, onNotice } = this.#options;
    let failedAt: number | undefined;
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(LONGEST_PAUSE_MS, 2 * wait)) {
      signal?.throwIfAborted();
      try {
        const value = await attempt();
        if (this.#isAway) onNotice('The database is back.');
        this.#isAway = false;
        return value;
      } catch (error) {
        failedAt ??= performance.now();
        if (!isPassing(error) || performance.now() - failedAt > patienceMs) throw databaseError(error);
        if (!this.#isAway) onNotice(`${(databaseError(error) as Error).message} Trying again.`);
        this.#isAway = true;
        await pause(wait, signal);
      }
    }
  }
}
