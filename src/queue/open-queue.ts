import { AlignError } from '../core/errors.ts';
import { invalid } from '../core/invalid.ts';
import { suggestion } from '../core/suggest.ts';
import { Database } from './database.ts';
import { importPgBoss, type PgBoss } from './pg-boss.ts';

/** Which database holds the run, and how long it is waited for. */
export interface QueueOptions {
  /** `postgresql://user:password@host:port/name`; shown in no message. */
  database: string;
  /** The schema that holds the run: each has its own. Default `align_translations`. */
  schema?: string | undefined;
  /** For so long a database that went away is waited for, in seconds; default 300. */
  patienceSeconds?: number | undefined;
  /** Hears, in a sentence, that the database went away and that it is back. */
  onNotice?: ((message: string) => void) | undefined;
  /** Ends every waiting for the database; the call that waits then rejects with its reason. */
  signal?: AbortSignal | undefined;
}

/** A run in a database, open. */
export interface Queue {
  /** The schema that holds the run. */
  readonly schema: string;
  /** @internal */
  readonly database: Database;
  /** @internal */
  readonly boss: PgBoss;
  /** Closes the connections. */
  close(): Promise<void>;
}

const DEFAULT_SCHEMA = 'align_translations';
const OPTIONS = ['database', 'schema', 'patienceSeconds', 'onNotice', 'signal'];
const OLDEST_SERVER = 13;
const MAX_CONNECTIONS = 4;

/**
 * Opens the queue of a run. Nothing is made in the database before the first `enqueue`.
 *
 * @throws AlignError `unknown-option`, `invalid-argument`; `missing-package` without pg-boss; `database-failed` where the
 *   database cannot be reached, or is older than PostgreSQL 13
 */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw invalid('options', options, 'an object', 'For example { database: process.env.DATABASE_URL }.');
  const stray = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (stray !== undefined)
    throw new AlignError('unknown-option', `options has no "${stray}".`, suggestion(stray, OPTIONS));
  const { database: url, schema = DEFAULT_SCHEMA, patienceSeconds = 300, onNotice = () => {}, signal } = options;
  checkUrl(url);
  checkSchema(schema);
  if (typeof patienceSeconds !== 'number' || !(patienceSeconds >= 0))
    throw invalid('options.patienceSeconds', patienceSeconds, 'seconds, 0 or more', 'Leave it out for 300.');
  const { PgBoss, Pool } = await importPgBoss();
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    application_name: 'align-translations',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  const database = new Database(pool, { patienceMs: patienceSeconds * 1000, onNotice, signal });
  try {
    await database.connect();
    await checkServer(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  // Its maintenance reads the whole table of jobs; what is needed of it is asked for where it is needed.
  const boss = new PgBoss({ db: database, schema, supervise: false, schedule: false });
  boss.on('error', ({ message }) => onNotice(message));
  return { schema, database, boss, close: () => database.close() };
}

/** The parser's own error has the URL in it: none of it is passed on. */
function checkUrl(url: unknown): void {
  const hint = 'Write it as postgresql://user:password@host:5432/name, its password percent-encoded.';
  // As libpq has it, a user may stand without a host, which is then a socket in the query.
  const isUrl =
    typeof url === 'string' && /^postgres(ql)?:\/\//.test(url) && URL.canParse(url.replace('@/', '@localhost/'));
  if (!isUrl) throw new AlignError('invalid-argument', 'The database’s URL is not one of PostgreSQL.', hint);
}

function checkSchema(schema: unknown): void {
  if (typeof schema === 'string' && /^[a-z_][a-z0-9_]{0,39}$/.test(schema) && !schema.startsWith('pg_')) return;
  const hint = 'For example archive_2026. It becomes a schema of the database.';
  throw invalid('The schema', schema, 'up to 40 small letters, digits and underscores', hint);
}

async function checkServer(database: Database): Promise<void> {
  const [row] = await database.rows<{ server_version_num: string }>('SHOW server_version_num');
  const major = Math.floor(Number(row!.server_version_num) / 10_000);
  if (major >= OLDEST_SERVER) return;
  const message = `The database is PostgreSQL ${major}, expected ${OLDEST_SERVER} or later.`;
  throw new AlignError('database-failed', message, 'Upgrade it.');
}
