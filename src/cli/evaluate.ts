import { evaluateDocuments, type Evaluation } from '../align/evaluate.ts';
import { AlignError } from '../core/errors.ts';
import { readVecalign } from '../report/vecalign.ts';
import { helpHint, oneOf, type Arguments } from './arguments.ts';
import { EXIT } from './exit-codes.ts';
import { nameOf, readAnyText } from './files.ts';
import { write, type Io } from './io.ts';

const ROWS: readonly (readonly [label: string, key: keyof Evaluation])[] = [
  ['strict', 'strict'],
  ['lax', 'lax'],
  ['strict, without gaps', 'strictWithoutGaps'],
  ['lax, without gaps', 'laxWithoutGaps'],
];

/** `align-translations evaluate`: precision, recall and F1 of beads. */
export async function evaluate(given: Arguments, io: Io): Promise<number> {
  const [gold, auto] = [given.values('gold'), given.values('auto')];
  const invalid = (message: string) => new AlignError('invalid-argument', message, helpHint(given.command));
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
