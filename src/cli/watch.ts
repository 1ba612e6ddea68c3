import { AlignError } from '../core/errors.ts';
import { escapeTerminal } from '../report/escape.ts';
import type { Arguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { FileWatcher } from './file-watcher.ts';
import { write, type Io } from './io.ts';
import { told } from './told.ts';

/**
 * Runs a command, and again whenever a file that it read, or looked for, has changed, until Ctrl-C. What goes wrong in a
 * run is told, and the next change is waited for.
 *
 * @throws AlignError `invalid-argument` for arguments with which it makes no sense
 */
export async function watch(given: Arguments, once: (io: Io) => Promise<number>, io: Io): Promise<number> {
  const refuse = (what: string, hint: string) => new AlignError('invalid-argument', what, hint);
  if (given.positionals.includes('-') || given.value('config') === '-')
    throw refuse('Standard input cannot be watched.', 'Pass files, or leave out --watch.');
  if (given.has('write-baseline'))
    throw refuse('--watch and --write-baseline exclude each other.', 'Write the baseline in a run of its own.');
  const watcher = new FileWatcher();
  const stop = (): void => watcher.close();
  io.signal.addEventListener('abort', stop);
  const watched: Io = { ...io, onRead: (path) => watcher.add(path) };
  try {
    while (!io.signal.aborted) {
      watcher.begin();
      await once(watched).catch((error: unknown) => (io.signal.aborted ? undefined : write(io.stderr, told(error))));
      if (io.signal.aborted) break;
      if (!given.flag('quiet')) await write(io.stderr, 'Waiting for a change; Ctrl-C ends it.\n');
      const changed = await watcher.changed();
      if (changed === undefined) break;
      if (io.stdout.isTTY === true) await write(io.stdout, CLEAR);
      if (!given.flag('quiet')) await write(io.stderr, `${escapeTerminal(`${changed} has changed.`)}\n`);
    }
  } finally {
    io.signal.removeEventListener('abort', stop);
    watcher.close();
  }
  return EXIT.interrupted;
}

/** Clears the screen and leaves what scrolled off it. */
const CLEAR = '\u001b[2J\u001b[H';
