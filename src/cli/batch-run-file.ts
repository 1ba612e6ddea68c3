import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { differences, type RunSettings } from '../batch/run-settings.ts';
import { AlignError } from '../core/errors.ts';
import { escapeTerminal } from '../report/escape.ts';
import { readError, writeError } from './files.ts';
import { write, type Io } from './io.ts';

/** Tells, beside a file of results, under which settings they were made. */
export interface RunFile {
  /** To be called before a record is written; it writes once, where it does not lie there already. */
  write(): Promise<void>;
}

/**
 * The run file of the results in `path`, `FILE.run.json`; none beside standard output, a pipe or a device. Where there
 * are records already it has to tell the settings of this run; that there is no run file is told on standard error.
 *
 * @throws AlignError `run-mismatch` that names what differs; `invalid-json`, `file-not-readable`; from `write`
 *   `write-failed`
 */
export async function openRunFile(
  path: string,
  hasRecords: boolean,
  io: Io,
  settings: () => Promise<RunSettings>,
): Promise<RunFile> {
  if (path === '-') return { write: async () => {} };
  const file = `${path}.run.json`;
  const here = await settings();
  let isWritten = hasRecords && (await tellsSame(path, file, here));
  if (hasRecords && !isWritten) {
    const note = `There is no ${file}: whether the records in ${path} were made under these settings is not known.`;
    await write(io.stderr, `${escapeTerminal(note)}\n`);
  }
  return {
    async write() {
      if (!isWritten) await writeRunFile(path, file, here);
      isWritten = true;
    },
  };
}

/** False where there is no run file. */
async function tellsSame(path: string, file: string, here: RunSettings): Promise<boolean> {
  const onPurpose = `To go on all the same, with results of two kinds in one file, delete ${file}.`;
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw readError(file, cause);
  }
  let differing: string[];
  try {
    differing = differences(JSON.parse(text) as RunSettings, here);
  } catch (cause) {
    throw new AlignError('invalid-json', `${file} was not written by batch.`, onPurpose, { cause });
  }
  if (differing.length === 0) return true;
  const message = `The results in ${path} were made under other settings: ${differing.join(', ')}.`;
  const hint = `Resume with the settings of the first run, or write to another file. ${onPurpose}`;
  throw new AlignError('run-mismatch', message, hint);
}

async function writeRunFile(path: string, file: string, here: RunSettings): Promise<void> {
  try {
    if (!(await stat(path)).isFile()) return;
    await writeFile(`${file}.partial`, `${JSON.stringify(here, null, 2)}\n`);
    await rename(`${file}.partial`, file);
  } catch (cause) {
    throw writeError(file, cause);
  }
}
