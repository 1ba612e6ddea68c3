import { AlignError } from '../core/errors.ts';
import { requireKnownNames } from '../core/known-names.ts';
import type { AlignmentResult } from '../core/result.ts';
import { suggestion } from '../core/suggest.ts';
import { csv } from './csv.ts';
import type { Format, RenderOptions } from './format.ts';
import { github } from './github.ts';
import { html } from './html/html.ts';
import { hunalignText } from './hunalign-text.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { ladder } from './ladder.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { stylish } from './stylish.ts';
import { tmx } from './tmx.ts';
import { tsv } from './tsv.ts';
import { vecalign } from './vecalign.ts';
import { xliff } from './xliff.ts';

/** Every format that reports come in. */
export const formats: readonly Format[] = [
  stylish,
  json,
  html,
  tsv,
  csv,
  jsonl,
  markdown,
  tmx,
  xliff,
  sarif,
  junit,
  github,
  vecalign,
  ladder,
  hunalignText,
];

/** The format of that name. @throws AlignError `unknown-option` */
export function formatNamed(name: string): Format {
  const format = formats.find((candidate) => candidate.name === name);
  if (format !== undefined) return format;
  const names = formats.map((candidate) => candidate.name);
  throw new AlignError('unknown-option', `There is no report format "${name}".`, suggestion(name, names));
}

/** The format that a file's extension stands for, the longest one that fits; `undefined` where none does. */
export function formatOfFile(path: string): Format | undefined {
  const name = path.toLowerCase();
  const fitting = formats.flatMap((format) =>
    format.extensions.filter((extension) => name.endsWith(extension)).map((extension) => ({ format, extension })),
  );
  return fitting.sort((a, b) => b.extension.length - a.extension.length)[0]?.format;
}

/**
 * Writes a result down in the named format: `stylish` for a terminal, `json`, `html` as one self-contained page; `tsv` and
 * `csv` with a row a bead, `jsonl` with a line a finding, `markdown`; `tmx` and `xliff` for translators' tools; `sarif`,
 * `junit` and `github` for continuous integration; `vecalign`, `ladder` and `hunalign-text` for other aligners' tools, of
 * one rendering. The text of an article is escaped in each of them.
 *
 * @throws AlignError `unknown-option` for a format or an option that does not exist, `invalid-argument` for more renderings, or more of
 *   their languages, than the format holds, `invalid-beads` for beads that it cannot hold
 */
export function render(result: AlignmentResult, format: string, options: RenderOptions = {}): string {
  requireKnownNames('options', options, ['color', 'width', 'paths']);
  return formatNamed(format).render(result, options);
}
