import { AlignError } from '../core/errors.ts';
import type { Queue } from '../queue/open-queue.ts';
import { escapeTerminal } from '../report/escape.ts';
import type { Arguments } from './arguments.ts';
import { callOf } from './command.ts';
import type { Io } from './io.ts';

/**
 * Opens the queue that the command line or the environment names.
 *
 * @throws AlignError `invalid-argument` where none is named, and as `openQueue`
 */
export async function openGivenQueue(given: Arguments, io: Io, signal: AbortSignal | undefined): Promise<Queue> {
  const database = given.value('database') ?? io.env['DATABASE_URL'] ?? '';
  if (database === '') {
    const hint = 'Pass --database postgresql://user:password@host:port/name, or set DATABASE_URL.';
    throw new AlignError('invalid-argument', 'No database is given.', hint);
  }
  const { openQueue } = await import('../queue/open-queue.ts');
  const onNotice = (message: string): void => void io.stderr.write(`${escapeTerminal(message)}\n`);
  return openQueue({ database, schema: given.value('schema'), onNotice, signal });
}

/** The whole number that an option has; what fits is for the library to say. */
export function wholeNumber(given: Arguments, option: string): number | undefined {
  const value = given.value(option);
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new AlignError('invalid-argument', `--${option} got "${value}".`, 'Give a whole number.');
}

/** @throws AlignError `invalid-argument` for arguments of a command that takes none */
export function refusePositionals({ command, positionals }: Arguments): void {
  if (positionals.length === 0) return;
  const hint = `${callOf(command)} takes options alone.`;
  throw new AlignError('invalid-argument', `${positionals[0]} is one argument too many.`, hint);
}
