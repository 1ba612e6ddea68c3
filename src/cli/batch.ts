import { realpath, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AlignError } from '../core/errors.ts';
import { alignOptions, failOn } from './align-arguments.ts';
import { countOf, onlyFile, type Arguments } from './arguments.ts';
import { matchDone } from './batch-done.ts';
import { openFinished } from './batch-finished.ts';
import { openRecords } from './batch-output.ts';
import { batchProgress } from './batch-progress.ts';
import { openRunFile } from './batch-run-file.ts';
import { BatchTally } from './batch-tally.ts';
import { nameOf, openInput } from './files.ts';
import { write, type Io } from './io.ts';
import { readLines } from './lines.ts';

/** `align-translations batch`: a result a line for a document a line. */
export async function batch(given: Arguments, io: Io): Promise<number> {
  const input = onlyFile(given, 'documents');
  const output = given.value('output') ?? '-';
  const quiet = given.flag('quiet');
  const tally = new BatchTally(failOn(given, 'never'));
  const concurrency = countOf('--concurrency', given.value('concurrency') ?? '1', 1);
  if (given.flag('resume') && output === '-')
    throw new AlignError('invalid-argument', '--resume needs a file.', 'Name the results of the earlier run with -o.');
  const aligning = await alignOptions(given, io);
  const languages = { source: given.value('source-language'), rendering: given.value('language') };
  const options = { ...aligning, concurrency, signal: io.signal };
  const opened = await openLines(input, io);
  await refuseSameFile(input, output);

  const { checkAlignerOptions, openAligner } = await import('../batch/open-aligner.ts');
  const { runBatch } = await import('../batch/run-batch.ts');
  const { runSettings } = await import('../batch/run-settings.ts');
  checkAlignerOptions(options);
  const finished = given.flag('resume') ? await openFinished(output) : undefined;
  const runFile = await openRunFile(output, finished?.hasRecords === true, io, () =>
    runSettings(aligning, languages),
  ).catch(async (error: unknown) => {
    await finished?.close();
    throw error;
  });
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
      languages,
      signal: io.signal,
      isDone: async (id) => {
        const isDone = done !== undefined && (await done.has(id));
        if (isDone) progress.skip();
        return isDone;
      },
    });
    for await (const { json, summary } of records) {
      tally.add(summary);
      await runFile.write();
      if (!(await sink.write(`${json}\n`))) break;
      progress.count();
    }
    await done?.end();
    await sink.close();
  } catch (error) {
    progress.clear();
    await sink.abandon();
    if (io.signal.aborted && !quiet && output !== '-') await write(io.stderr, tally.interruptedText());
    throw error;
  } finally {
    progress.clear();
    await aligner.close();
    await finished?.close();
  }
  if (!quiet) await write(io.stderr, tally.text(progress.pace()));
  return tally.exitStatus;
}

interface OpenedLines {
  lines: AsyncIterable<string | AlignError>;
  /** How much of the file was read, 0 to 1; undefined where its size is not known. */
  share(): number | undefined;
}

export async function openLines(path: string, io: Io): Promise<OpenedLines> {
  const bytes = await openInput(path, io);
  const size = path === '-' ? 0 : (await stat(path)).size;
  const isPacked = path.endsWith('.gz');
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      read += chunk.length;
      yield chunk;
    }
  }
  // By lines, since a chunk may hold many documents that wait; of packed bytes there are no lines.
  async function* countedLines(): AsyncGenerator<string | AlignError> {
    for await (const line of readLines(bytes)) {
      if (typeof line === 'string') read += Buffer.byteLength(line) + 1;
      yield line;
    }
  }
  const lines = isPacked ? readLines(unzip(counted(), path)) : countedLines();
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
