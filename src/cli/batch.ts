import { realpath } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { runBatch, type BatchRecord } from '../batch/run-batch.ts';
import { AlignError } from '../core/errors.ts';
import { alignHelp, alignOptions, alignSpecs, failOn, languageOf } from './align-arguments.ts';
import { onlyFile, readArguments, type OptionSpec } from './arguments.ts';
import { fails } from './check.ts';
import { EXIT } from './exit-codes.ts';
import { openSink } from './file-sink.ts';
import { nameOf, openInput } from './files.ts';
import { write, type Io } from './io.ts';
import { readLines } from './lines.ts';
import { progressLine } from './progress.ts';

const COMMAND = 'align-translations batch';

const specs = {
  ...alignSpecs,
  output: { type: 'value', short: 'o' },
} as const satisfies Record<string, OptionSpec>;

export const help = `align-translations batch CASES.jsonl [-o RESULTS.jsonl] [options]

Aligns many documents.
A line in:  { "id", "source", "renderings": [{ "id", "text" }] }, other keys are ignored
A line out, in the same order:  { "id", "result" } or { "id", "error": { "code", "message" } }.
Files that end in .gz are read and written with gzip; - is standard input or output.

  -o, --output FILE             default standard output
  --fail-on SEVERITY            exit with 1 on such findings: error, warning, info or never (default)
${alignHelp}
  -q, --quiet                   no progress and no summary
  -h, --help                    print this

Exit status: 0 done, 1 findings, 2 wrong usage or some document gave an error record, 130 interrupted.
`;

/** `align-translations batch`: a result a line for a document a line. */
export async function batch(argv: readonly string[], io: Io): Promise<number> {
  const given = readArguments(COMMAND, argv, specs);
  if (given.flag('help')) {
    await write(io.stdout, help);
    return EXIT.clean;
  }
  const input = onlyFile(COMMAND, given, 'documents');
  const output = given.value('output') ?? '-';
  const threshold = failOn(given, 'never');
  const options = await alignOptions(given, io);
  const lines = readLines(await openLines(input, io));
  await refuseSameFile(input, output);

  const { alignTranslations } = await import('../align-translations.ts');
  const progress = progressLine(io, given.flag('quiet'));
  const records = runBatch(lines, {
    signal: io.signal,
    align: ({ id, source, renderings }) =>
      alignTranslations(
        { id: String(id), text: source, ...languageOf(given, 'source-language') },
        renderings.map((rendering) => ({ ...rendering, ...languageOf(given, 'language') })),
        { ...options, signal: io.signal },
      ),
  });
  const sink = await openSink(output, io);
  const tally = { documents: 0, failed: 0, found: false };
  try {
    for await (const record of records) {
      count(record);
      if (!(await sink.write(`${JSON.stringify(record)}\n`))) break;
      progress.show(`${tally.documents} documents`);
    }
    await sink.close();
  } catch (error) {
    await sink.abandon();
    throw error;
  } finally {
    progress.clear();
  }
  if (!given.flag('quiet')) await write(io.stderr, summary(tally.documents, tally.failed));
  if (tally.failed > 0) return EXIT.failure;
  return tally.found ? EXIT.findings : EXIT.clean;

  function count(record: BatchRecord): void {
    tally.documents++;
    if ('error' in record) tally.failed++;
    else tally.found ||= fails(record.result, threshold);
  }
}

function summary(documents: number, failed: number): string {
  const noun = documents === 1 ? 'document' : 'documents';
  return `${documents} ${noun}, ${failed} with an error record\n`;
}

async function openLines(path: string, io: Io): Promise<AsyncIterable<Uint8Array>> {
  const bytes = await openInput(path, io);
  return path.endsWith('.gz') ? unzip(bytes, path) : bytes;
}

async function* unzip(bytes: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const unzipped = createGunzip();
  // The error, of either stream, comes out of the iteration below.
  pipeline(Readable.from(bytes), unzipped, () => {});
  try {
    yield* unzipped;
  } catch (cause) {
    if (cause instanceof AlignError || !(cause as NodeJS.ErrnoException).code?.startsWith('Z_')) throw cause;
    const hint = 'Check that it was copied whole and that .gz is what it is.';
    throw new AlignError('file-not-readable', `${nameOf(path)} is not valid gzip.`, hint, { cause });
  }
}

/** @throws AlignError `invalid-argument` where the results would overwrite the cases while they are read */
async function refuseSameFile(input: string, output: string): Promise<void> {
  if (input === '-' || output === '-') return;
  const [from, to] = await Promise.all([realpath(input), realpath(output).catch(() => undefined)]);
  if (from !== to) return;
  throw new AlignError('invalid-argument', `${output} is the file that is read.`, 'Write the results to another file.');
}
