import { checkIgnore, type IgnoreEntry } from '../core/suppression.ts';
import { nameOf, readAnyText } from './files.ts';
import type { Io } from './io.ts';
import { parseJsonFile } from './json-file.ts';

const MAX_IGNORE_BYTES = 5_000_000;

/**
 * Reads an ignore list, a JSON array.
 *
 * @throws AlignError `invalid-json`, or as `checkIgnore` and `readAnyText`
 */
export async function readIgnore(path: string, io: Io): Promise<readonly IgnoreEntry[]> {
  const text = await readAnyText(path, io, MAX_IGNORE_BYTES);
  const { ruleIds } = await import('../detect/rules.ts');
  return checkIgnore(nameOf(path), parseJsonFile(text, nameOf(path)) as IgnoreEntry[], ruleIds);
}
