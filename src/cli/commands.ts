import type { Command } from './command.ts';
import { alignCommand } from './commands/align.ts';
import { articleCommand } from './commands/article.ts';
import { batchCommand } from './commands/batch.ts';
import { checkCommand } from './commands/check.ts';
import { collectCommand } from './commands/collect.ts';
import { completionCommand } from './commands/completion.ts';
import { embedCommand } from './commands/embed.ts';
import { enqueueCommand } from './commands/enqueue.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { statusCommand } from './commands/status.ts';
import { workerCommand } from './commands/worker.ts';

/** Every command, in the order in which the help lists them; the first has no name. */
export const commands: readonly Command[] = [
  articleCommand,
  checkCommand,
  batchCommand,
  enqueueCommand,
  workerCommand,
  collectCommand,
  statusCommand,
  embedCommand,
  alignCommand,
  evaluateCommand,
  completionCommand,
];
