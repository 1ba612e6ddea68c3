import { realpath, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AlignError } from '../core/errors.ts';
import { alignHelp, alignOptions, alignSpecs, failOn } from './align-arguments.ts';
import { onlyFile, readArguments, type OptionSpec } from './arguments.ts';
import { matchDone } from './batch-done.ts';
import { openFinished } from './batch-finished.ts';
import { openRecords } from './batch-output.ts';
import { batchProgress } from './batch-progress.ts';
import { BatchTally } from './batch-tally.ts';
import { EXIT } from './exit-codes.ts';
import { nameOf, openInput } from './files.ts';
import { write, type Io } from './io.ts';
import { readLines } from './lines.ts';

const COMMAND = 'align-translations batch';

const specs = {
  ...alignSpecs,
  output: { type: 'value', short: 'o' },
  concurrency: { type: 'value', short: 'j' },
  resume: { type: 'flag' },
} as const satisfies Record<string, OptionSpec>;

export const help = `align-translations batch CASES.jsonl [-o RESULTS.jsonl] [options]

Aligns many documents.
A line in:  { "id", "source", "renderings": [{ "id", "text" }] }, other keys are ignored
A line out, in the same order:  { "id", "result" } or { "id", "error": { "code", "message" } }.
Files that end in .gz are read and written with gzip; - is standard input or output.

  -o, --output FILE             default standard output
  -j, --concurrency N           worker threads; default 1. The results are the same
  --resume                      go on where a run that wrote to -o FILE was broken off, with the same options:
                                documents with a record there are left out, a torn last line is written anew
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
  const quiet = given.flag('quiet');
  const tally = new BatchTally(failOn(given, 'never'));
  const concurrency = threads(given.value('concurrency'));
  if (given.flag('resume') && output === '-')
    throw new AlignError('invalid-argument', '--resume needs a file.', 'Name the results of the earlier run with -o.');
  const options = { ...(await alignOptions(given, io)), concurrency, signal: io.signal };
  const opened = await openLines(input, io);
  await refuseSameFile(input, output);

  const { checkAlignerOptions, openAligner } = await import('../batch/open-aligner.ts');
  const { runBatch } = await import('../batch/run-batch.ts');
  checkAlignerOptions(options);
  const finished = given.flag('resume') ? await openFinished(output) : undefined;
  const done = finished && matchDone(finished.records, (record) => tally.addDone(record.summary));
  const sink = await openRecords(output, io, finished?.continuation);
  const progress = batchProgress(io, quiet, opened.share);
  const aligner = await openAligner(options).catch(async (error: unknown) => {
    await sink.abandon();
    throw error;
  });
  try {
    const records = runBatch(opened.lines, {
      aligner,
      languages: { source: given.value('source-language'), rendering: given.value('language') },
      signal: io.signal,
      isDone: async (id) => {
        const isDone = done !== undefined && (await done.has(id));
        if (isDone) progress.skip();
        return isDone;
      },
    });
    for await (const { json, summary } of records) {
      tally.add(summary);
      if (!(await sink.write(`${json}\n`))) break;
      progress.count();
    }
    await done?.end();
    await sink.close();
  } catch (error) {
    await sink.abandon();
    throw error;
  } finally {
    progress.clear();
    await aligner.close();
    await finished?.close();
  }
  if (!quiet) await write(io.stderr, tally.text(progress.pace()));
  return tally.exitStatus;
}

function threads(value: string | undefined): number {
  if (value === undefined) return 1;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new AlignError('invalid-argument', `--concurrency got "${value}".`, 'Give a whole number, 1 or more.');
}

interface OpenedLines {
  lines: AsyncIterable<string | AlignError>;
  /** How much of the file was read, 0 to 1; undefined where its size is not known. */
  share(): number | undefined;
}

async function openLines(path: string, io: Io): Promise<OpenedLines> {
  const bytes = await openInput(path, io);
  const size = path === '-' ? 0 : (await stat(path)).size;
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      read += chunk.length;
      yield chunk;
    }
  }
  const lines = readLines(path.endsWith('.gz') ? unzip(counted(), path) : counted());
  return { lines, share: () => (size > 0 ? Math.min(1, read / size) : undefined) };
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
