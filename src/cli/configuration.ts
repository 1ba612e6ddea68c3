import { AlignError } from '../core/errors.ts';
import { invalid } from '../core/invalid.ts';
import { closest, suggestion } from '../core/suggest.ts';
import { choicesOf, type OptionSpec } from './command.ts';
import { articleCommand } from './commands/article.ts';
import { checkCommand } from './commands/check.ts';

const HINT = 'The keys and their values are in docs/command-line.md and in align-translations/config.schema.json.';

interface NamedOption {
  name: string;
  spec: OptionSpec;
}

/** The keys of what commands take without an option. */
const positionalsKeys: readonly string[] = [articleCommand, checkCommand].flatMap(
  ({ positionalsKey }) => positionalsKey ?? [],
);

const byKey = new Map<string, NamedOption>();
for (const [name, spec] of Object.entries({ ...articleCommand.options, ...checkCommand.options }))
  if (spec.configKey !== undefined) byKey.set(spec.configKey, { name, spec });

/** The keys of a configuration that stand for an option of a command. */
export const optionKeys: readonly string[] = [...byKey.keys()];

/** The option that a key of a configuration stands for. */
export function optionOf(key: string): NamedOption | undefined {
  return byKey.get(key);
}

/**
 * Checks a configuration and gives its values as a command line would, by key. `where` names it in messages.
 *
 * @throws AlignError `unknown-option` for a key or rule that does not exist, `invalid-argument` for a value that does not fit
 */
export async function checkConfiguration(where: string, given: unknown): Promise<Map<string, readonly string[]>> {
  if (!isObject(given)) throw invalid(where, given, 'an object', 'For example { "profile": "wire" }.');
  const keys = ['$schema', ...positionalsKeys, ...optionKeys];
  const values = new Map<string, readonly string[]>();
  for (const [key, value] of Object.entries(given)) {
    if (!keys.includes(key)) throw unknown(where, key, keys);
    if (key === '$schema') continue;
    const at = `${where}: ${key}`;
    const option = optionOf(key);
    values.set(key, option === undefined ? textsOf(at, value) : await valuesOf(at, value, option.spec));
  }
  return values;
}

async function valuesOf(at: string, value: unknown, spec: OptionSpec): Promise<readonly string[]> {
  const choices = await choicesOf(spec);
  if (spec.assigned !== undefined) return assignmentsOf(at, value, choices ?? [], spec.assigned);
  if (spec.type === 'flag') {
    if (typeof value !== 'boolean') throw invalid(at, value, 'true or false', HINT);
    return [String(value)];
  }
  if (spec.kind === 'count') {
    const { least = 0 } = spec;
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > 999_999_999)
      throw invalid(at, value, `a whole number, ${least} or more`, HINT);
    return [String(value)];
  }
  const texts = spec.multiple ? textsOf(at, value) : [textOf(at, value)];
  if (choices !== undefined) texts.forEach((text) => checkChoice(at, text, choices));
  return texts;
}

function assignmentsOf(at: string, value: unknown, names: readonly string[], assigned: readonly string[]): string[] {
  if (!isObject(value)) throw invalid(at, value, 'an object', 'For example { "omission": "warning" }.');
  return Object.entries(value).map(([name, to]) => {
    if (!names.includes(name)) throw unknown(at, name, names);
    checkChoice(`${at}.${name}`, textOf(`${at}.${name}`, to), assigned);
    return `${name}=${String(to)}`;
  });
}

function textsOf(at: string, value: unknown): string[] {
  if (!Array.isArray(value)) return [textOf(at, value)];
  return value.map((entry, index) => textOf(`${at}[${index}]`, entry));
}

function textOf(at: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(at, value, 'a text', HINT);
}

function checkChoice(at: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  const near = closest(value, choices);
  const hint = near === undefined ? HINT : `Did you mean "${near}"?`;
  throw invalid(at, value, `one of ${choices.join(', ')}`, hint);
}

function unknown(where: string, name: string, names: readonly string[]): AlignError {
  return new AlignError('unknown-option', `${where} has no "${name}".`, suggestion(name, names));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
