import { AlignError } from '../core/errors.ts';
import { closest } from '../core/suggest.ts';
import { tool } from '../core/tool.ts';
import { Arguments, readArguments } from './arguments.ts';
import { commands } from './commands.ts';
import { articleCommand } from './commands/article.ts';
import { EXIT } from './exit-codes.ts';
import { wantsColor, write, type Io } from './io.ts';
import { told } from './told.ts';

/**
 * Runs the command line `argv` (without node and script) and gives its exit status. Commands load on demand, so that
 * `--version` and `--help` wait for nothing. Errors are told on standard error.
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

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [first = '', ...rest] = argv;
  const named = first === '' ? undefined : commands.find(({ name }) => name === first);
  const command = named ?? articleCommand;
  const given = readArguments(command, named === undefined ? argv : rest);
  if (given.flag('help')) {
    const { helpText } = await import('./help.ts');
    const others = command === articleCommand ? commands.filter((other) => other !== command) : [];
    const color = wantsColor(io, undefined);
    await write(io.stdout, await helpText(command, others, { width: io.stdout.columns, color }));
    return EXIT.clean;
  }
  if (given.flag('version')) {
    await write(io.stdout, `${tool.version}\n`);
    return EXIT.clean;
  }
  const once = (watched: Io): Promise<number> => runCommand(given, watched);
  if (command.isReport && given.flag('watch')) return (await import('./watch.ts')).watch(given, once, io);
  return once(io).catch((error: unknown) => Promise.reject(mistyped(first, error)));
}

async function runCommand(given: Arguments, io: Io): Promise<number> {
  const { command } = given;
  const configured = command.isReport ? await (await import('./config-file.ts')).withConfiguration(given, io) : given;
  return (await command.load())(configured, io);
}

/** The error with the command that was meant, where `first` is no file and nearly a command. */
function mistyped(first: string, error: unknown): unknown {
  const names = commands.map(({ name }) => name).filter((name) => name !== '');
  const near = /^[a-z]+$/i.test(first) ? closest(first, names) : undefined;
  const messages = [`There is no file ${first}.`, `No rendering is given for ${first}.`];
  if (!(error instanceof AlignError) || near === undefined || !messages.includes(error.message)) return error;
  const { code, message, cause } = error;
  return new AlignError(code, message, `Did you mean the command "${near}"? Else check the path.`, { cause });
}
