import { AlignError } from '../core/errors.ts';
import { checkGlossary, type GlossaryTerm } from '../core/glossary.ts';
import { splitLines } from '../core/split-lines.ts';
import { nameOf, readAnyText } from './files.ts';
import type { Io } from './io.ts';
import { parseJsonFile } from './json-file.ts';

const MAX_GLOSSARY_BYTES = 5_000_000;
const HINT = 'A line is SOURCE<TAB>RENDERING|RENDERING, then, where wanted, <TAB>FORM TO AVOID|... and <TAB>NOTE.';

/**
 * Reads a glossary: a JSON array of terms, or TSV, a term a line, with `#` before a remark. In TSV an alternative that is
 * empty (`ТАСС<TAB>TASS|`) says that the term may be left out.
 *
 * @throws AlignError `invalid-json`, or `invalid-argument` with the line or entry that does not fit; as `readAnyText`
 */
export async function readGlossary(path: string, io: Io): Promise<readonly GlossaryTerm[]> {
  const text = await readAnyText(path, io, MAX_GLOSSARY_BYTES);
  const name = nameOf(path);
  if (text.trimStart().startsWith('[')) return checkGlossary(name, parseJsonFile(text, name) as GlossaryTerm[]);
  const lines = splitLines(text);
  const terms = lines.flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const term = termOf(line, (what) => wrong(name, index, what));
    try {
      checkGlossary(name, [term]);
    } catch (cause) {
      if (!(cause instanceof AlignError)) throw cause;
      throw wrong(name, index, cause.message.replace(`${name}[0].`, ''), cause);
    }
    return [term];
  });
  return checkGlossary(name, terms);
}

function wrong(name: string, index: number, what: string, cause?: unknown): AlignError {
  const message = `${name}, line ${index + 1}: ${what}`;
  return new AlignError('invalid-argument', message, HINT, cause === undefined ? {} : { cause });
}

function termOf(line: string, fault: (what: string) => AlignError): GlossaryTerm {
  const cells = line.split('\t').map((cell) => cell.trim());
  if (cells.length < 2) throw fault('there is no tab.');
  if (cells.length > 4) throw fault(`there are ${cells.length} columns, and 4 at most are read.`);
  const [source = '', renderings = '', avoided = '', note = ''] = cells;
  if (source === '') throw fault('there is no term before the tab.');
  const alternatives = renderings.split('|').map((form) => form.trim());
  const rendering = alternatives.filter((form) => form !== '');
  const avoid = avoided
    .split('|')
    .map((form) => form.trim())
    .filter((form) => form !== '');
  return {
    source,
    ...(rendering.length > 0 ? { rendering } : {}),
    ...(rendering.length < alternatives.length ? { optional: true } : {}),
    ...(avoid.length > 0 ? { avoid } : {}),
    ...(note === '' ? {} : { note }),
  };
}
