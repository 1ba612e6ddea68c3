import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { AlignError } from '../core/errors.ts';
import type { Arguments } from './arguments.ts';
import { readAnyText } from './files.ts';
import type { Io } from './io.ts';
import { parseJsonFile } from './json-file.ts';

/** Looked for in the working folder, and nowhere else. */
export const CONFIG_FILE = 'align-translations.config.json';

const MAX_CONFIG_BYTES = 1_000_000;

/**
 * The arguments with the options of a configuration file behind them: of `--config`, or the one in the working folder
 * where there is one. What the command line gives wins; `--format` and `--output`, which belong together, win together,
 * and `--rule` wins rule by rule. Paths in the file are relative to it. Options that only another command takes are let be.
 *
 * @throws AlignError `file-not-found` for a `--config` that is not there, `invalid-json`, or as `checkConfiguration`
 */
export async function withConfiguration(given: Arguments, io: Io): Promise<Arguments> {
  if (given.flag('no-config')) {
    if (!given.has('config')) return given;
    const hint = 'Leave out one of the two.';
    throw new AlignError('invalid-argument', '--config and --no-config exclude each other.', hint);
  }
  const named = given.value('config');
  const path = named ?? CONFIG_FILE;
  if (named === undefined && !(await isThere(path, io))) return given;
  const value = parseJsonFile(await readAnyText(path, io, MAX_CONFIG_BYTES), path, 'see docs/command-line.md');
  const { checkConfiguration, optionOf } = await import('./configuration.ts');
  const configuration = await checkConfiguration(path, value);
  const folder = path === '-' ? '.' : dirname(path);
  const more = new Map<string, readonly string[]>();
  for (const [key, values] of configuration) {
    const { name, spec } = optionOf(key) ?? {};
    if (name === undefined || !Object.hasOwn(given.command.options, name)) continue;
    more.set(name, spec?.kind === 'path' ? values.map((value) => besides(folder, value)) : values);
  }
  if (given.has('format') || given.has('output')) {
    more.delete('format');
    more.delete('output');
  }
  const files = configuration.get(given.command.positionalsKey ?? '') ?? [];
  return given.behind(await Promise.all(files.map((pattern) => patternBesides(folder, pattern))), more, ['rule']);
}

async function isThere(path: string, io: Io): Promise<boolean> {
  io.onRead?.(path);
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A path of the file as the working folder has it; `{dir}` is a folder of its own. */
function besides(folder: string, path: string): string {
  return path === '-' || isAbsolute(path) || path.startsWith('{dir}') ? path : join(folder, path);
}

async function patternBesides(folder: string, pattern: string): Promise<string> {
  const { escapePath, isDynamicPattern } = await import('tinyglobby');
  if (folder === '.' || !isDynamicPattern(pattern)) return besides(folder, pattern);
  return isAbsolute(pattern) ? pattern : `${escapePath(folder.split(sep).join('/'))}/${pattern}`;
}
