import { AlignError } from '../core/errors.ts';

/** One document of a batch: a source and its renderings. */
export interface BatchCase {
  id: string | number;
  source: string;
  renderings: { id: string; text: string }[];
}

const HINT = 'A line is { "id", "source", "renderings": [{ "id", "text" }] }.';

/** The `id` of a parsed line, null where it has none that can name a record. */
export function idOf(value: unknown): string | number | null {
  const id = isRecord(value) ? value['id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/**
 * Parses the JSON of line `lineNumber`.
 *
 * @throws AlignError `invalid-json`
 */
export function parseLine(line: string, lineNumber: number): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new AlignError('invalid-json', `Line ${lineNumber} is not JSON: ${(cause as Error).message}.`, HINT, {
      cause,
    });
  }
}

/**
 * Checks a parsed line; keys that a case does not have are ignored. What the texts hold is for `alignTranslations`.
 *
 * @throws AlignError `invalid-json` that names the line and the key
 */
export function checkCase(value: unknown, lineNumber: number): BatchCase {
  const wrong = (what: string): AlignError => new AlignError('invalid-json', `Line ${lineNumber}: ${what}.`, HINT);
  if (!isRecord(value)) throw wrong('not an object');
  const id = idOf(value);
  if (id === null) throw wrong('"id" is neither a string nor a number');
  const { source, renderings } = value;
  if (typeof source !== 'string') throw wrong('"source" is not a string');
  if (!Array.isArray(renderings)) throw wrong('"renderings" is not an array');
  return {
    id,
    source,
    renderings: renderings.map((rendering: unknown, i) => {
      if (!isRecord(rendering)) throw wrong(`"renderings[${i}]" is not an object`);
      if (typeof rendering['id'] !== 'string') throw wrong(`"renderings[${i}].id" is not a string`);
      if (typeof rendering['text'] !== 'string') throw wrong(`"renderings[${i}].text" is not a string`);
      return { id: rendering['id'], text: rendering['text'] };
    }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
