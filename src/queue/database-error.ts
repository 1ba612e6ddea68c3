import { AlignError } from '../core/errors.ts';

/** SQLSTATE classes and codes of faults that pass: connection, resources, shutdown, deadlock, a standby. */
const PASSING_STATES = /^(08...|53...|57P0[123]|40001|40P01|25006)$/;

const PASSING_SYSTEM_ERRORS: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
  // A name server or a socket file that is away with its machine, or its server.
  ...['ENOTFOUND', 'EAI_AGAIN', 'ENOENT', 'EMFILE', 'ENFILE'],
]);

/** pg has no code for these. */
const LOST_CONNECTION = /^(Connection terminated|Client has encountered a connection error|timeout (exceeded|expired))/;

/** By the class of the code. */
const HINTS: Readonly<Record<string, string>> = {
  '28': 'Check user and password in --database or DATABASE_URL.',
  '3D': 'Check the name of the database in --database or DATABASE_URL.',
  '42': 'The user needs CREATE on the database for the first enqueue, and has to own the tables of the run after that.',
};

/** True for faults that are gone when the database is back. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return error instanceof Error && LOST_CONNECTION.test(error.message);
  return PASSING_STATES.test(code) || PASSING_SYSTEM_ERRORS.has(code);
}

/** True where a table or schema does not exist. */
export function isAbsent(error: unknown): boolean {
  const cause = error instanceof AlignError ? error.cause : error;
  return ['42P01', '3F000'].includes(codeOf(cause) ?? '');
}

/**
 * The error of a database as one of this library's, without the URL and its password: of a failed connection the
 * system's code alone is told. What is no error of a database comes back as it is.
 */
export function databaseError(error: unknown): unknown {
  if (error instanceof AlignError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const isSystems = code !== undefined && PASSING_SYSTEM_ERRORS.has(code);
  if (isSystems || LOST_CONNECTION.test(error.message)) {
    const message = `The database cannot be reached (${isSystems ? code : error.message}).`;
    const hint = 'Check host, port and name in --database or DATABASE_URL, and that PostgreSQL runs there.';
    return new AlignError('database-failed', message, hint, { cause: error });
  }
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code)) return error;
  const message = `The database refused: ${error.message} (${code}).`;
  const hint = HINTS[code.slice(0, 2)] ?? 'The code is one of PostgreSQL’s, in appendix A of its manual.';
  return new AlignError('database-failed', message, hint, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  // Of several addresses of a host that all refuse, Node makes an error of errors.
  const one = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const code = (one as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}
