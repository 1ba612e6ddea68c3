import { canonicalJson, differences, runSettings, type RunSettings as Settings } from '../batch/run-settings.ts';
import { AlignError } from '../core/errors.ts';
import type { Embedder } from '../embed/embedder.ts';
import type { AlignOptions } from '../options.ts';
import { isAbsent } from './database-error.ts';
import { sha256 } from './document-id.ts';
import type { Queue } from './open-queue.ts';
import { LAYOUT } from './tables.ts';

/** What all documents of a run have in common; languages that were given are a document's own. */
export type RunSettings = Omit<Settings, 'languages'>;

export interface Run {
  /** A SHA-256 of the settings. */
  fingerprint: string;
  settings: RunSettings;
}

/**
 * The settings of a run of this version.
 *
 * @throws AlignError as `resolveOptions`; `model-failed`, `model-damaged`
 */
export async function settingsHere(options: AlignOptions, given: Embedder | undefined): Promise<RunSettings> {
  const { version, embedder, options: resolved } = await runSettings(options, {});
  const { id, revision, dimensions } = given ?? embedder;
  return { version, embedder: { id, revision, dimensions }, options: resolved };
}

/**
 * Makes the run, or finds that it is the same.
 *
 * @throws AlignError `run-mismatch` where the schema holds a run of other settings; `database-failed`
 */
export async function joinRun(queue: Queue, settings: RunSettings): Promise<Run> {
  const fingerprint = sha256(canonicalJson(settings));
  await queue.database.executeSql(
    `INSERT INTO ${queue.schema}.run (layout, fingerprint, settings) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [LAYOUT, fingerprint, JSON.stringify(settings)],
  );
  const run = await readRun(queue);
  if (run.fingerprint !== fingerprint) throw mismatch(queue.schema, run.settings, settings);
  return run;
}

/**
 * The run of a queue.
 *
 * @throws AlignError `run-not-found` where nothing was enqueued yet, `run-mismatch` where its tables are another
 *   version's; `database-failed`
 */
export async function readRun({ schema, database }: Queue): Promise<Run> {
  const rows = await database
    .rows<{ layout: number; fingerprint: string; settings: string }>(
      `SELECT layout, fingerprint, settings FROM ${schema}.run`,
    )
    .catch((error: unknown) => {
      if (isAbsent(error)) return [];
      throw error;
    });
  const [row] = rows;
  if (row === undefined) {
    const hint = 'Enqueue documents first, or name the schema that they were enqueued in.';
    throw new AlignError('run-not-found', `The schema ${schema} holds no run.`, hint);
  }
  if (row.layout !== LAYOUT) {
    const message = `The tables in the schema ${schema} have layout ${row.layout}, this version has ${LAYOUT}.`;
    throw new AlignError('run-mismatch', message, 'Finish the run with the version that began it.');
  }
  return { fingerprint: row.fingerprint, settings: JSON.parse(row.settings) as RunSettings };
}

/** @throws AlignError `run-mismatch` where the results made here would not be the run's */
export function requireSame(schema: string, run: RunSettings, here: RunSettings): void {
  if (canonicalJson(run) !== canonicalJson(here)) throw mismatch(schema, run, here);
}

function mismatch(schema: string, run: RunSettings, here: RunSettings): AlignError {
  const differing = differences({ ...run, languages: {} }, { ...here, languages: {} }).join(', ');
  const message = `The run in the schema ${schema} was begun under other settings: ${differing}.`;
  const hint = 'Results of one run are made alike: finish it as it began, or begin another with --schema NAME.';
  return new AlignError('run-mismatch', message, hint);
}
