import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rulePagesUrl } from '../rule-pages-url.ts';
import { checkRule } from './align-arguments.ts';
import type { Arguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { readError } from './files.ts';
import { wantsColor, write, type Io } from './io.ts';
import { terminalMarkdown } from './terminal-markdown.ts';

const WIDEST = 100;

/**
 * `--explain RULE`: the page on a rule, from the package.
 *
 * @throws AlignError `unknown-option` for a rule that does not exist, `file-not-found` where the package is not whole
 */
export async function explain(rule: string, given: Arguments, io: Io): Promise<number> {
  await checkRule(rule);
  const path = fileURLToPath(new URL(`${rule}.md`, rulePagesUrl));
  const page = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw readError(path, cause);
  });
  const color = wantsColor(io, given.has('color') ? given.flag('color') : undefined);
  await write(io.stdout, terminalMarkdown(page, { width: Math.min(io.stdout.columns ?? WIDEST, WIDEST), color }));
  return EXIT.clean;
}
