import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';

/** Values that an option takes: fixed ones, or such as another part of the program knows and loads when asked. */
type Choices = readonly string[] | (() => Promise<readonly string[]>);

/**
 * An option as a command takes it. Parsing, help, shell completion, configuration files and their schema all read this
 * one description.
 */
export interface OptionSpec {
  /** A `flag` takes no value, and `--no-` before its name takes it back; a `pair` takes two. */
  type: 'flag' | 'value' | 'pair';
  short?: string;
  /** May be given more than once. */
  multiple?: true;
  /** What the values stand for in the help: `FILE`, `OVERLAPS EMB`. */
  placeholder?: string;
  /** One sentence or two for the help. */
  help: string;
  choices?: Choices;
  /** The option that lists the choices; the help names it in place of them. */
  listedBy?: string;
  /** What a choice is set to, `CHOICE=VALUE`; a configuration has an object. */
  assigned?: readonly string[];
  /** A `path` is completed as one and lies, in a configuration, beside it; a `count` is a whole number. */
  kind?: 'path' | 'count';
  /** The least `count`. */
  least?: number;
  /** A key of a configuration file; absent where the option is of the command line alone. */
  configKey?: string;
}

export type Options = Readonly<Record<string, OptionSpec>>;

/** What runs a command once its arguments are read; gives the exit status. */
type RunCommand = (given: Arguments, io: Io) => Promise<number>;

/** A command, as its help and the shells' completion show it. */
export interface Command {
  /** What follows `align-translations`; empty for the command that has no name. */
  readonly name: string;
  /** Behind the name in the first line of the help. */
  readonly synopsis: string;
  /** A few words for the list of commands. */
  readonly summary: string;
  /** Paragraphs; lines of one that begin with a space stay as they are. */
  readonly description: readonly string[];
  readonly options: Options;
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Told after the examples. */
  readonly notes: readonly string[];
  /** What stands without an option: files, or one of these words. */
  readonly positionals: 'files' | readonly string[];
  /** The key of a configuration for them. */
  readonly positionalsKey?: string;
  /** Reports on articles: a configuration file may give its options, and `--watch` runs it again. */
  readonly isReport?: true;
  /** Its code is loaded only when the command is run. */
  load(): Promise<RunCommand>;
}

/** The words that call a command. */
export function callOf({ name }: Command): string {
  return name === '' ? 'align-translations' : `align-translations ${name}`;
}

/** The choices of an option, loaded where they have to be; `undefined` where any value goes. */
export async function choicesOf({ choices }: OptionSpec): Promise<readonly string[] | undefined> {
  return typeof choices === 'function' ? choices() : choices;
}
