import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file or folder of examples/. */
export const example = (path: string): string => fileURLToPath(new URL(`../../examples/${path}`, import.meta.url));

/** Runs a script with Node and gives what it printed; `cwd` is examples/. */
export function runNode(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, argv, { encoding: 'utf8', cwd: example('.') });
}

/** A text of examples/seeds, as the library takes it. */
export function readSeed(id: string): { id: string; text: string } {
  return { id, text: readFileSync(example(`seeds/${id}`), 'utf8') };
}
