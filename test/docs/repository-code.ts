import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './code-blocks.ts';

/** Code of a file of the repository, fit to be read from anywhere: its relative imports as paths. */
export function withAbsoluteImports(file: string, code: string): string {
  const folder = new URL(`${dirname(file)}/`, root);
  return code.replace(/(?<= from ')\.[^']+/g, (relative) => fileURLToPath(new URL(relative, folder)));
}
