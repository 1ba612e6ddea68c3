import { parseArgs } from 'node:util';
import { AlignError } from '../core/errors.ts';
import { closest, suggestion } from '../core/suggest.ts';

/** An option as a command declares it; a `flag` takes no value, a `pair` two. */
export interface OptionSpec {
  type: 'flag' | 'value' | 'pair';
  short?: string;
  /** May be given more than once. */
  multiple?: boolean;
}

/** What stood on the command line. */
export interface Arguments {
  positionals: string[];
  flag(name: string): boolean;
  /** The only value of an option, `undefined` where it was not given. */
  value(name: string): string | undefined;
  /** All values of an option, in order; of a `pair` its two. */
  values(name: string): string[];
}

/**
 * Reads the arguments of `command` by its options.
 *
 * @throws AlignError `unknown-option` with the nearest name, `invalid-argument` for a value too many or too few
 */
export function readArguments(
  command: string,
  argv: readonly string[],
  specs: Readonly<Record<string, OptionSpec>>,
): Arguments {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, short }]) => [
      name,
      { type: type === 'flag' ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name]! : undefined;
    if (spec === undefined) throw unknownOption(command, token.rawName, Object.keys(specs));
    if (spec.type !== 'flag' && !spec.multiple && given.has(token.name))
      throw invalid(command, `${token.rawName} is given more than once.`);
    given.set(token.name, [...(given.get(token.name) ?? []), checkedValue(command, token, spec)]);
    if (spec.type !== 'pair') continue;
    const second = tokens[++at];
    if (second?.kind !== 'positional') throw invalid(command, `${token.rawName} needs two values.`);
    given.get(token.name)!.push(second.value);
  }
  return {
    positionals,
    flag: (name) => given.has(name),
    value: (name) => given.get(name)?.[0],
    values: (name) => given.get(name) ?? [],
  };
}

interface OptionToken {
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

function checkedValue(command: string, { rawName, value, inlineValue }: OptionToken, spec: OptionSpec): string {
  if (spec.type === 'flag') {
    if (value !== undefined) throw invalid(command, `${rawName} takes no value, and got "${value}".`);
    return '';
  }
  const nextOption = inlineValue !== true && value !== undefined && value.length > 1 && value.startsWith('-');
  if (value === undefined || value === '' || nextOption) throw invalid(command, `${rawName} needs a value.`);
  return value;
}

/** @throws AlignError `invalid-argument` where `value` is none of `choices` */
export function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new AlignError('invalid-argument', `${option} got "${value}".`, suggestion(value, choices));
}

function unknownOption(command: string, rawName: string, names: readonly string[]): AlignError {
  const near = closest(rawName.replace(/^-+/, ''), names);
  const hint = near === undefined ? helpHint(command) : `Did you mean --${near}?`;
  return new AlignError('unknown-option', `There is no option ${rawName}.`, hint);
}

function invalid(command: string, message: string): AlignError {
  return new AlignError('invalid-argument', message, helpHint(command));
}

/** The only file that a command takes. @throws AlignError `invalid-argument` where none is given, or another one */
export function onlyFile(command: string, { positionals }: Arguments, what: string): string {
  const [file, another] = positionals;
  if (file === undefined) throw invalid(command, `No file of ${what} is given.`);
  if (another !== undefined) throw invalid(command, `${another} is one file too many.`);
  return file;
}

/** The way to a command's help. */
export function helpHint(command: string): string {
  return `See ${command} --help.`;
}
