import type { AlignCase } from '../batch/aligner.ts';
import { recordError, recordLine, type RecordError } from '../batch/record.ts';
import { canonicalJson } from '../batch/run-settings.ts';
import { AlignError } from '../core/errors.ts';
import { describe, invalid } from '../core/invalid.ts';
import { suggestion } from '../core/suggest.ts';
import type { Embedder } from '../embed/embedder.ts';
import { OPTION_NAMES, type AlignOptions } from '../options.ts';
import { documentId } from './document-id.ts';
import { checkPolicy, policyOf, requirePolicy, type PolicyOptions } from './job-policy.ts';
import { JOBS } from './jobs.ts';
import type { Queue } from './open-queue.ts';
import { joinRun, settingsHere } from './run.ts';
import { makeTables } from './tables.ts';

export interface EnqueueOptions extends Omit<AlignOptions<Embedder>, 'signal' | 'onProgress'>, PolicyOptions {
  /** Called after each part that was stored, with the counts so far. */
  onProgress?: ((enqueued: Enqueued) => void) | undefined;
}

/** How many documents a call has stored. */
export interface Enqueued {
  /** Documents that were given. */
  documents: number;
  /** Those that the run did not have yet. */
  added: number;
}

/** A document to be aligned, or why there is none: its record is then written at once. */
export type Given = { id: string | number; document: AlignCase } | { id: string | number | null; error: RecordError };

const CHUNK_DOCUMENTS = 500;
const CHUNK_CHARACTERS = 4_000_000;
const OWN_OPTIONS = ['expireSeconds', 'retries', 'retryDelaySeconds'];

/**
 * Puts documents into the run of a queue, in bounded memory. The first call makes the run, whose options all later
 * ones have to share. A document that the run has, by its content, is left out: to enqueue twice changes nothing. Each
 * part of 500 documents is stored as a whole or not at all.
 *
 * @throws AlignError `unknown-option`, `invalid-argument`; `run-mismatch` where the run has other options, another
 *   embedder or version; `database-failed`; what `documents` throws
 */
export async function enqueue(
  queue: Queue,
  documents: AsyncIterable<AlignCase> | Iterable<AlignCase>,
  options: EnqueueOptions = {},
): Promise<Enqueued> {
  async function* given(): AsyncGenerator<Given> {
    for await (const document of documents) yield givenOf(document);
  }
  return enqueueGiven(queue, given(), options);
}

/** The same for documents that may be known to be none. */
export async function enqueueGiven(
  queue: Queue,
  given: AsyncIterable<Given>,
  { onProgress = () => {}, ...options }: EnqueueOptions,
): Promise<Enqueued> {
  const known = [...OPTION_NAMES.filter((name) => name !== 'signal'), ...OWN_OPTIONS];
  const stray = Object.keys(options).find((name) => !known.includes(name));
  if (stray !== undefined)
    throw new AlignError('unknown-option', `options has no "${stray}".`, suggestion(stray, known));
  if (typeof onProgress !== 'function')
    throw invalid('options.onProgress', onProgress, 'a function', 'It is called with { documents, added }.');
  const { expireSeconds, retries, retryDelaySeconds, ...alignOptions } = options;
  const policy = { expireSeconds, retries, retryDelaySeconds };
  checkPolicy(policy);
  const settings = await settingsHere(alignOptions, options.embedder);
  await makeTables(queue, policyOf(policy));
  await requirePolicy(queue, policy);
  const { fingerprint } = await joinRun(queue, settings);

  const enqueued: Enqueued = { documents: 0, added: 0 };
  // A part is stored while the next one is read.
  let storing = Promise.resolve();
  for await (const chunk of chunksOf(given, fingerprint)) {
    await storing;
    storing = store(queue, chunk).then((added) => {
      enqueued.documents += chunk.length;
      enqueued.added += added;
      onProgress({ ...enqueued });
    });
    // It is waited for above, or below.
    storing.catch(() => {});
  }
  await storing;
  // Without figures on the new rows PostgreSQL would sort all jobs for each that it hands out.
  if (enqueued.added > 0) await queue.database.executeSql(`ANALYZE ${queue.schema}.job, ${queue.schema}.document`);
  return enqueued;
}

interface Row {
  id: string;
  document: string | null;
  /** The record of what is no document. */
  record: string | null;
  error: string | null;
}

async function* chunksOf(given: AsyncIterable<Given>, fingerprint: string): AsyncGenerator<Row[]> {
  let chunk: Row[] = [];
  let characters = 0;
  let number = 0;
  for await (const one of given) {
    number++;
    const isError = 'error' in one;
    const json = isError ? recordLine(one) : canonicalJson(one.document);
    const document = isError ? null : json;
    const error = isError ? one.error.code : null;
    // What is no document has no content of its own but its place.
    const id = documentId(fingerprint, isError ? `${number} ${json}` : json);
    chunk.push({ id, document, record: isError ? json : null, error });
    characters += json.length;
    if (chunk.length < CHUNK_DOCUMENTS && characters < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = [];
    characters = 0;
  }
  if (chunk.length > 0) yield chunk;
}

/** @returns how many were new */
function store({ schema, database, boss }: Queue, chunk: readonly Row[]): Promise<number> {
  return database.transaction(async (sql) => {
    // One part after the other, so that the order of the positions is that in which parts become visible.
    await sql.executeSql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `align-translations order ${schema}`,
    ]);
    const { rows } = await sql.executeSql(
      `INSERT INTO ${schema}.document (id, document)
       SELECT id, document FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS t (id, document, n) ORDER BY n
       ON CONFLICT DO NOTHING RETURNING id, position`,
      [chunk.map(({ id }) => id), chunk.map(({ document }) => document)],
    );
    const added = new Map((rows as { id: string; position: string }[]).map(({ id, position }) => [id, position]));
    const [toDo, done] = [[] as Row[], [] as Row[]];
    for (const row of new Map(chunk.map((row) => [row.id, row])).values())
      if (added.has(row.id)) (row.record === null ? toDo : done).push(row);
    if (toDo.length > 0)
      await boss.insert(
        toDo.map(({ id }) => ({ id, name: JOBS })),
        { db: sql },
      );
    if (done.length > 0)
      await sql.executeSql(
        `INSERT INTO ${schema}.result (position, error, record)
         SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[])`,
        [done.map(({ id }) => added.get(id)), done.map(({ error }) => error), done.map(({ record }) => record)],
      );
    return added.size;
  });
}

/** As `alignMany` has it: what is no case, or has no id, has an error record. */
function givenOf(document: AlignCase): Given {
  const hint = 'A document is { id, source, renderings }.';
  if (typeof document !== 'object' || document === null)
    return { id: null, error: recordError(invalid('A document', document, 'an object', hint)) };
  const { id, source, renderings } = document;
  if (typeof id === 'string' || Number.isFinite(id)) return { id, document: { id, source, renderings } };
  const error = new AlignError('invalid-argument', `A document has the id ${describe(id)}.`, hint);
  return { id: null, error: recordError(error) };
}
