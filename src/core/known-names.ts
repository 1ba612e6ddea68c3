import { AlignError } from './errors.ts';
import { invalid } from './invalid.ts';
import { suggestion } from './suggest.ts';

/**
 * Checks that an object of options is one and has no name but those that are known; `where` names it in messages.
 *
 * @throws AlignError `invalid-argument` for what is no object, `unknown-option` for a name that does not exist, with the
 *   name that may be meant
 */
export function requireKnownNames(where: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalid(where, given, 'an object', `It may have: ${known.join(', ')}.`);
  for (const name of Object.keys(given))
    if (!known.includes(name))
      throw new AlignError('unknown-option', `${where} has no "${name}".`, suggestion(name, known));
}
