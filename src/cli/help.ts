import { wrapCells } from '../report/cells.ts';
import { painter, type Paint } from '../report/paint.ts';
import { callOf, choicesOf, type Command, type OptionSpec } from './command.ts';

const WIDEST = 100;
const NARROWEST = 40;
/** Where the text of an option begins; on a narrow terminal it stands below the name. */
const TEXT_COLUMN = 32;
const NARROW = 70;

export interface HelpOptions {
  width?: number | undefined;
  color?: boolean;
}

/**
 * The help of a command from its table, like a page of a manual: how it is called, what it does, its options, examples
 * and what its exit status says. `others` are the commands to name at the end.
 */
export async function helpText(
  command: Command,
  others: readonly Command[],
  { width = WIDEST, color = false }: HelpOptions = {},
): Promise<string> {
  const columns = Math.max(NARROWEST, Math.min(width, WIDEST));
  const paint = painter(color);
  const sections = [
    wrapped(`${callOf(command)} ${command.synopsis}`, columns, '    '),
    ...command.description.map((paragraph) => paragraphLines(paragraph, columns)),
    [paint('bold', 'Options'), ...(await optionLines(command, columns, paint))],
    ...(command.examples.length === 0 ? [] : [[paint('bold', 'Examples'), ...exampleLines(command, columns)]]),
    ...command.notes.map((note) => paragraphLines(note, columns)),
    ...(others.length === 0 ? [] : [[paint('bold', 'Commands, each with --help'), ...commandLines(others, columns)]]),
  ];
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function paragraphLines(paragraph: string, columns: number): string[] {
  return paragraph.startsWith(' ') ? paragraph.split('\n') : wrapped(paragraph, columns, '');
}

/** The text in lines; the second and later ones begin with `indent`. */
function wrapped(text: string, columns: number, indent: string): string[] {
  return wrapCells(text, columns - indent.length).map((line, i) => (i === 0 ? line : indent + line));
}

async function optionLines({ options }: Command, columns: number, paint: Paint): Promise<string[]> {
  const lines = [];
  for (const [name, spec] of Object.entries(options)) {
    const choices = await choicesOf(spec);
    lines.push(...entry(headOf(name, spec), `${spec.help}${choicesNote(spec, choices)}`, TEXT_COLUMN, columns, paint));
  }
  return lines;
}

function headOf(name: string, { short, placeholder }: OptionSpec): string {
  const letter = short === undefined ? '' : `-${short}, `;
  return `${letter}--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`;
}

/** The choices, where the text does not name them itself. */
function choicesNote({ help, listedBy }: OptionSpec, choices: readonly string[] | undefined): string {
  if (choices === undefined) return '';
  if (listedBy !== undefined) return ` ${listedBy} lists them.`;
  const words = help.split(/[^\w-]+/);
  return choices.every((choice) => words.includes(choice)) ? '' : ` One of: ${choices.join(', ')}.`;
}

/** A head with its text beside it from `column` on, or below it where there is no room. `paint` makes the head stand out. */
function entry(head: string, text: string, column: number, columns: number, paint?: Paint): string[] {
  const shown = paint === undefined ? head : paint('bold', head);
  if (columns < NARROW) return [`  ${shown}`, ...wrapCells(text, columns - 6).map((line) => `      ${line}`)];
  const lines = wrapCells(text, columns - column).map((line) => ' '.repeat(column) + line);
  if (head.length + 4 > column) return [`  ${shown}`, ...lines];
  return [`  ${shown}${lines[0]!.slice(head.length + 2)}`, ...lines.slice(1)];
}

function exampleLines({ examples }: Command, columns: number): string[] {
  return examples.flatMap(([line, what]) => [
    `  ${line}`,
    ...wrapCells(what, columns - 6).map((text) => `      ${text}`),
  ]);
}

function commandLines(others: readonly Command[], columns: number): string[] {
  const column = Math.max(...others.map((command) => callOf(command).length)) + 4;
  return others.flatMap((command) => entry(callOf(command), command.summary, column, columns));
}
