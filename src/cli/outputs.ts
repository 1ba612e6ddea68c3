import { AlignError } from '../core/errors.ts';
import { formatNamed, formatOfFile, formats } from '../report/registry.ts';
import type { Format } from '../report/format.ts';

/** A report to write. */
export interface PlannedOutput {
  format: Format;
  /** `-` for standard output. */
  path: string;
}

/**
 * Pairs the first `--format` with the first `-o`, and so on. A file without a format gets that of its extension, a
 * format without a file goes to standard output; without either, `stylish` goes there.
 *
 * @throws AlignError `unknown-option` for a format that does not exist, `invalid-argument` where a format cannot be told
 *   or two reports would go to one place
 */
export function planOutputs(formatNames: readonly string[], paths: readonly string[]): PlannedOutput[] {
  const count = Math.max(1, formatNames.length, paths.length);
  const planned = Array.from({ length: count }, (_, i) => {
    const path = paths[i] ?? '-';
    const name = formatNames[i] ?? (path === '-' ? 'stylish' : undefined);
    return { path, format: name === undefined ? formatByExtension(path) : formatNamed(name) };
  });
  const twice = planned.find(({ path }, i) => planned.some((other, j) => j < i && other.path === path));
  if (twice !== undefined) {
    const place = twice.path === '-' ? 'standard output' : twice.path;
    const hint = 'Give each --format an -o FILE of its own.';
    throw new AlignError('invalid-argument', `Two reports would go to ${place}.`, hint);
  }
  return planned;
}

function formatByExtension(path: string): Format {
  const format = formatOfFile(path);
  if (format !== undefined) return format;
  const hint = `Add --format ${formats.map(({ name }) => name).join('|')}.`;
  throw new AlignError('invalid-argument', `The extension of ${path} names no report format.`, hint);
}
