import { AlignError } from '../core/errors.ts';

/**
 * Parses the JSON of a file that a caller keeps; `name` is its name in messages, `where` says where it is described.
 *
 * @throws AlignError `invalid-json`
 */
export function parseJsonFile(text: string, name: string, where = 'see docs/suppression.md'): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    const message = `${name} is not JSON: ${(cause as Error).message}.`;
    throw new AlignError('invalid-json', message, `Check it with a JSON editor; ${where}.`, { cause });
  }
}
