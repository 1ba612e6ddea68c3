import { AlignError } from '../core/errors.ts';

/** What takes SQL: the database, or one of its transactions; the shape that pg-boss asks for. */
export interface Sql {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** What this package uses of pg-boss 10. */
export interface PgBoss {
  on(event: 'error', listener: (error: Error) => void): void;
  start(): Promise<unknown>;
  createQueue(name: string, options: JobPolicy & { retentionDays: number }): Promise<void>;
  getQueue(name: string): Promise<{ expireInSeconds: number; retryLimit: number; retryDelay: number } | null>;
  insert(jobs: readonly { id: string; name: string }[], options: { db: Sql }): Promise<unknown>;
  fetch(name: string, options: { batchSize: number; db: Sql }): Promise<{ id: string }[]>;
  fail(name: string, id: string, data: object): Promise<unknown>;
  deleteJob(name: string, ids: readonly string[], options: { db: Sql }): Promise<unknown>;
  retry(name: string, ids: readonly string[], options: { db: Sql }): Promise<unknown>;
  expire(): Promise<void>;
}

export interface JobPolicy {
  expireInSeconds: number;
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
}

/** What it uses of `pg`, which pg-boss brings along. */
export interface PgPool {
  on(event: 'error', listener: (error: Error) => void): void;
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  connect(): Promise<PgClient>;
  end(): Promise<void>;
}

export interface PgClient {
  on(event: 'error', listener: (error: Error) => void): void;
  off(event: 'error', listener: (error: Error) => void): void;
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** With an error the connection is closed rather than used again. */
  release(error?: unknown): void;
}

export interface PgLibrary {
  PgBoss: new (options: Record<string, unknown>) => PgBoss;
  Pool: new (options: Record<string, unknown>) => PgPool;
}

const MAJOR = 10;
const HINT = `Run \`npm install pg-boss@${MAJOR}\`. On one machine \`batch\` and \`alignMany\` need no database.`;

/**
 * Imports pg-boss, and the `pg` that it depends on: another one in the project may be of another version.
 *
 * @throws AlignError `missing-package` where it is not installed, of another major version, or does not load
 */
export async function importPgBoss(name = 'pg-boss'): Promise<PgLibrary> {
  const { createRequire } = process.getBuiltinModule('node:module');
  const require = createRequire(import.meta.url);
  let path: string;
  try {
    path = require.resolve(name);
  } catch (cause) {
    throw new AlignError('missing-package', `The package ${name} is not installed here.`, HINT, { cause });
  }
  const requireThere = createRequire(path);
  const { version } = requireThere('../package.json') as { version: string };
  if (!version.startsWith(`${MAJOR}.`))
    throw new AlignError('missing-package', `${name} ${version} is installed, expected ${MAJOR}.`, HINT);
  try {
    // The name is a variable so that bundlers leave an optional package alone.
    const module = (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as {
      default: PgLibrary['PgBoss'];
    };
    return { PgBoss: module.default, Pool: (requireThere('pg') as { Pool: PgLibrary['Pool'] }).Pool };
  } catch (cause) {
    const message = `The package ${name} is installed and does not load: ${(cause as Error).message}`;
    throw new AlignError('missing-package', message, 'Install it again.', { cause });
  }
}
