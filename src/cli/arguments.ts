import { parseArgs } from 'node:util';
import { AlignError } from '../core/errors.ts';
import { closest, suggestion } from '../core/suggest.ts';
import { callOf, type Command, type OptionSpec } from './command.ts';

/** What stood on the command line, and behind it what a configuration says. */
export class Arguments {
  /** What they are arguments of. */
  readonly command: Command;
  readonly positionals: readonly string[];
  readonly #given: ReadonlyMap<string, readonly string[]>;

  constructor(command: Command, positionals: readonly string[], given: ReadonlyMap<string, readonly string[]>) {
    this.command = command;
    this.positionals = positionals;
    this.#given = given;
  }

  has(name: string): boolean {
    return this.#given.has(name);
  }

  /** True where the flag is given, and not taken back by its `--no-` form. */
  flag(name: string): boolean {
    return this.value(name) === 'true';
  }

  /** The only value of an option, `undefined` where it was not given. */
  value(name: string): string | undefined {
    return this.#given.get(name)?.[0];
  }

  /** All values of an option, in order; of a `pair` its two. */
  values(name: string): readonly string[] {
    return this.#given.get(name) ?? [];
  }

  /** The same with options that stand behind those given: of a list in `added` the given values come last. */
  behind(positionals: readonly string[], more: ReadonlyMap<string, readonly string[]>, added: readonly string[]) {
    const all = new Map([...more, ...this.#given]);
    for (const name of added) if (all.has(name)) all.set(name, [...(more.get(name) ?? []), ...this.values(name)]);
    return new Arguments(this.command, this.positionals.length > 0 ? this.positionals : positionals, all);
  }
}

/**
 * Reads the arguments of a command by its options.
 *
 * @throws AlignError `unknown-option` with the nearest name, `invalid-argument` for a value too many or too few
 */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const specs = command.options;
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
    const { name, spec, isTakenBack } = namedOption(command, token);
    if (spec.type !== 'flag' && !spec.multiple && given.has(name))
      throw invalid(command, `${token.rawName} is given more than once.`);
    const value = checkedValue(command, token, spec) ?? String(!isTakenBack);
    given.set(name, spec.type === 'flag' ? [value] : [...(given.get(name) ?? []), value]);
    if (spec.type !== 'pair') continue;
    const second = tokens[++at];
    if (second?.kind !== 'positional') throw invalid(command, `${token.rawName} needs two values.`);
    given.get(name)!.push(second.value);
  }
  return new Arguments(command, positionals, given);
}

interface OptionToken {
  name: string;
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

/** The option that a token names: by its own name, or a flag that a configuration may set by its `--no-` form. */
function namedOption(command: Command, { name, rawName }: OptionToken) {
  const specs = command.options;
  const own = specOf(specs, name);
  if (own !== undefined) return { name, spec: own, isTakenBack: false };
  const positive = name.startsWith('no-') ? name.slice(3) : '';
  const negated = specOf(specs, positive);
  if (negated?.configKey !== undefined && negated.type === 'flag')
    return { name: positive, spec: negated, isTakenBack: true };
  throw unknownOption(command, rawName);
}

function specOf(specs: Command['options'], name: string): OptionSpec | undefined {
  return Object.hasOwn(specs, name) ? specs[name] : undefined;
}

/** The value of an option; `undefined` for a flag. */
function checkedValue(command: Command, token: OptionToken, spec: OptionSpec): string | undefined {
  const { rawName, value, inlineValue } = token;
  if (spec.type === 'flag') {
    if (value !== undefined) throw invalid(command, `${rawName} takes no value, and got "${value}".`);
    return undefined;
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

/** A count of at least `least`, of nine digits at most. @throws AlignError `invalid-argument` */
export function countOf(option: string, value: string, least: number): number {
  if (/^(?:0|[1-9]\d{0,8})$/.test(value) && Number(value) >= least) return Number(value);
  throw new AlignError('invalid-argument', `${option} got "${value}".`, `Give a whole number, ${least} or more.`);
}

function unknownOption(command: Command, rawName: string): AlignError {
  const near = closest(rawName.replace(/^-+/, ''), Object.keys(command.options));
  const hint = near === undefined ? helpHint(command) : `Did you mean --${near}?`;
  return new AlignError('unknown-option', `There is no option ${rawName}.`, hint);
}

function invalid(command: Command, message: string): AlignError {
  return new AlignError('invalid-argument', message, helpHint(command));
}

/** The only file that a command takes. @throws AlignError `invalid-argument` where none is given, or another one */
export function onlyFile({ command, positionals }: Arguments, what: string): string {
  const [file, another] = positionals;
  if (file === undefined) throw invalid(command, `No file of ${what} is given.`);
  if (another !== undefined) throw invalid(command, `${another} is one file too many.`);
  return file;
}

/** The way to a command's help. */
export function helpHint(command: Command): string {
  return `See ${callOf(command)} --help.`;
}
