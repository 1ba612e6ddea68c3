import { AlignError } from '../core/errors.ts';
import type { AlignmentResult } from '../core/result.ts';
import { suggestion } from '../core/suggest.ts';
import type { Format, RenderOptions } from './format.ts';
import { html } from './html/html.ts';
import { hunalignText } from './hunalign-text.ts';
import { json } from './json.ts';
import { ladder } from './ladder.ts';
import { stylish } from './stylish.ts';
import { tsv } from './tsv.ts';
import { vecalign } from './vecalign.ts';

/** Every format that reports come in. */
export const formats: readonly Format[] = [stylish, json, html, tsv, vecalign, ladder, hunalignText];

/** The format of that name. @throws AlignError `unknown-option` */
export function formatNamed(name: string): Format {
  const format = formats.find((candidate) => candidate.name === name);
  if (format !== undefined) return format;
  const names = formats.map((candidate) => candidate.name);
  throw new AlignError('unknown-option', `There is no report format "${name}".`, suggestion(name, names));
}

/** The format that a file's extension stands for, `undefined` where none does. */
export function formatOfFile(path: string): Format | undefined {
  const name = path.toLowerCase();
  return formats.find((format) => format.extensions.some((extension) => name.endsWith(extension)));
}

/**
 * Writes a result down in the named format: `stylish` for a terminal, `json`, `html` as one self-contained page, `tsv`
 * with a row a bead; `vecalign`, `ladder` and `hunalign-text` for other aligners' tools, of one rendering. The text of an
 * article is escaped in each of them.
 *
 * @throws AlignError `unknown-option` for a format that does not exist, `invalid-argument` for more renderings than the
 *   format holds, `invalid-beads` for beads that it cannot hold
 */
export function render(result: AlignmentResult, format: string, options: RenderOptions = {}): string {
  return formatNamed(format).render(result, options);
}
