import { AlignError } from '../core/errors.ts';
import { closest } from '../core/suggest.ts';
import { tool } from '../core/tool.ts';
import { escapeTerminal } from '../report/escape.ts';
import { EXIT } from './exit-codes.ts';
import { write, type Io } from './io.ts';

const COMMANDS = ['align', 'batch', 'embed', 'evaluate'];

/**
 * Runs the command line `argv` (without node and script) and gives its exit status. Commands load on demand, so that
 * `--version` and `--help` wait for nothing. Errors are told on standard error in a sentence and a hint, without stack.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (io.signal.aborted) return EXIT.interrupted;
    await write(io.stderr, told(error));
    return EXIT.failure;
  }
}

async function dispatch([first, ...rest]: readonly string[], io: Io): Promise<number> {
  switch (first) {
    case '--version':
      await write(io.stdout, `${tool.version}\n`);
      return EXIT.clean;
    case 'align':
      return (await import('./align.ts')).align(rest, io);
    case 'batch':
      return (await import('./batch.ts')).batch(rest, io);
    case 'embed':
      return (await import('./embed.ts')).embed(rest, io);
    case 'evaluate':
      return (await import('./evaluate.ts')).evaluate(rest, io);
    default:
      return (await import('./check.ts'))
        .check(first === undefined ? [] : [first, ...rest], io)
        .catch((error: unknown) => Promise.reject(mistyped(first ?? '', error)));
  }
}

/** The error with the command that was meant, where `first` is no file and nearly a command. */
function mistyped(first: string, error: unknown): unknown {
  const isMissing = error instanceof AlignError && error.code === 'file-not-found';
  const near = /^[a-z]+$/i.test(first) ? closest(first, COMMANDS) : undefined;
  if (!isMissing || near === undefined || error.message !== `There is no file ${first}.`) return error;
  const { code, message, cause } = error;
  return new AlignError(code, message, `Did you mean the command "${near}"? Else check the path.`, { cause });
}

/** An error for people. What is no AlignError is a fault of this library, and says so. */
function told(error: unknown): string {
  if (error instanceof AlignError) {
    return `align-translations: ${escapeTerminal(error.message)}\n${escapeTerminal(error.hint)}\n`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `align-translations: internal error: ${escapeTerminal(message)}\nPlease report it with the texts that led to it.\n`;
}
