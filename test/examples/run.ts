import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A file or folder of examples/. */
export const example = (path: string): string => fileURLToPath(new URL(`../../examples/${path}`, import.meta.url));

/** Runs a script with Node and gives what it printed; `cwd` is examples/. */
export function runNode(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, argv, { encoding: 'utf8', cwd: example('.') });
}
