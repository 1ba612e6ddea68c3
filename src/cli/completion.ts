import { AlignError } from '../core/errors.ts';
import { oneOf, type Arguments } from './arguments.ts';
import { bashCompletion } from './completion-bash.ts';
import { fishCompletion } from './completion-fish.ts';
import { completionTable } from './completion-table.ts';
import { zshCompletion } from './completion-zsh.ts';
import { commands } from './commands.ts';
import { SHELLS } from './commands/completion.ts';
import { EXIT } from './exit-codes.ts';
import { write, type Io } from './io.ts';

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `align-translations completion SHELL`: the script that makes a shell complete the command line. */
export async function completion({ positionals }: Arguments, io: Io): Promise<number> {
  const [shell, another] = positionals;
  if (shell === undefined || another !== undefined) {
    const message = shell === undefined ? 'No shell is named.' : `${another} is one shell too many.`;
    throw new AlignError('invalid-argument', message, `Name one of: ${SHELLS.join(', ')}.`);
  }
  const script = SCRIPTS[oneOf('completion', shell, SHELLS)];
  await write(io.stdout, script(await completionTable(commands)));
  return EXIT.clean;
}
