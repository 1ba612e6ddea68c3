import { evaluateDocuments, type Evaluation } from '../align/evaluate.ts';
import { AlignError } from '../core/errors.ts';
import { readVecalign } from '../report/vecalign.ts';
import { helpHint, oneOf, readArguments, type OptionSpec } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { nameOf, readAnyText } from './files.ts';
import { write, type Io } from './io.ts';

const COMMAND = 'align-translations evaluate';

const specs = {
  gold: { type: 'value', multiple: true },
  auto: { type: 'value', multiple: true },
  format: { type: 'value' },
  help: { type: 'flag', short: 'h' },
} as const satisfies Record<string, OptionSpec>;

export const help = `align-translations evaluate --gold GOLD --auto AUTO [--gold GOLD --auto AUTO]... [options]

Compares beads with gold beads, both Vecalign lines, as Vecalign's scorer does. Strict: a bead is right where
gold has the same; lax: also where it shares a line on both sides with one gold bead. A gap is right where
gold has the same; it counts in precision, not in recall; without gaps it counts in neither.

  --gold GOLD                   repeatable: the first goes with the first --auto, and so on; counted together
  --auto AUTO                   what an aligner wrote; - is standard input
  --format text|json            default text
  -h, --help                    print this

Exit status: 0 done, 2 wrong usage or input, 130 interrupted.
`;

const ROWS: readonly (readonly [label: string, key: keyof Evaluation])[] = [
  ['strict', 'strict'],
  ['lax', 'lax'],
  ['strict, without gaps', 'strictWithoutGaps'],
  ['lax, without gaps', 'laxWithoutGaps'],
];

/** `align-translations evaluate`: precision, recall and F1 of beads. */
export async function evaluate(argv: readonly string[], io: Io): Promise<number> {
  const given = readArguments(COMMAND, argv, specs);
  if (given.flag('help')) {
    await write(io.stdout, help);
    return EXIT.clean;
  }
  const [gold, auto] = [given.values('gold'), given.values('auto')];
  const invalid = (message: string) => new AlignError('invalid-argument', message, helpHint(COMMAND));
  if (given.positionals.length > 0) throw invalid(`${given.positionals[0]} is neither --gold nor --auto.`);
  if (gold.length !== auto.length || gold.length === 0)
    throw invalid(`${gold.length} files of gold beads and ${auto.length} of an aligner’s are given.`);
  if ([...gold, ...auto].filter((path) => path === '-').length > 1)
    throw invalid('Only one file can come from standard input.');
  const format = oneOf('--format', given.value('format') ?? 'text', ['text', 'json']);
  const read = async (path: string) => readVecalign(await readAnyText(path, io), { name: nameOf(path) });
  const documents = [];
  for (const [at, path] of gold.entries()) documents.push({ gold: await read(path), auto: await read(auto[at]!) });
  const evaluation = evaluateDocuments(documents);
  await write(io.stdout, format === 'json' ? `${JSON.stringify(evaluation, null, 2)}\n` : table(evaluation));
  return EXIT.clean;
}

function table(evaluation: Evaluation): string {
  const width = Math.max(...ROWS.map(([label]) => label.length));
  const row = (label: string, cells: string[]) =>
    `${label.padEnd(width)}${cells.map((cell) => cell.padStart(11)).join('')}\n`;
  const rows = ROWS.map(([label, key]) => {
    const { precision, recall, f1 } = evaluation[key];
    return row(
      label,
      [precision, recall, f1].map((value) => value.toFixed(3)),
    );
  });
  return row('', ['precision', 'recall', 'F1']) + rows.join('');
}
