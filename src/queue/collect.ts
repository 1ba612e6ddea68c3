import { AlignError } from '../core/errors.ts';
import { suggestion } from '../core/suggest.ts';
import { Jobs } from './jobs.ts';
import type { Queue } from './open-queue.ts';
import { pause } from './pause.ts';
import { readRun } from './run.ts';

/** Which records are collected, and in which order. */
export interface CollectOptions {
  /** In the order in which documents were enqueued (default), or as they were finished. */
  ordered?: boolean | undefined;
  /** Waits for records that are not there yet; else only those that are there are given. */
  wait?: boolean | undefined;
  /** Ends the reading; the iteration then rejects with its reason. */
  signal?: AbortSignal | undefined;
}

/** A record of a run. */
export interface Collected {
  /** The line that `batch` writes for the document, without a line end. */
  json: string;
  /** The code of an error record, null for a result. */
  error: string | null;
}

interface Row extends Collected {
  position: string;
  xid: string;
}

const OPTIONS = ['ordered', 'wait', 'signal'];
const POLL_MS = 1_000;
const PAGE_ROWS = 200;
const PAGE_BYTES = 8_000_000;

/**
 * The records of a run, page by page, in bounded memory. It changes nothing and may be done again and again.
 *
 * With `wait` it ends when all documents that were enqueued have been given.
 *
 * @throws AlignError `unknown-option`, `run-not-found`, `database-failed`; the signal's reason once it is aborted
 */
export async function* collect(queue: Queue, options: CollectOptions = {}): AsyncGenerator<Collected, void, undefined> {
  const stray = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (stray !== undefined)
    throw new AlignError('unknown-option', `options has no "${stray}".`, suggestion(stray, OPTIONS));
  const { ordered = true, wait = false, signal } = options;
  await readRun(queue);
  const pages = ordered ? inOrder(queue, wait, signal) : asFinished(queue, wait, signal);
  for await (const page of pages) {
    for (const { json, error } of page) {
      signal?.throwIfAborted();
      yield { json, error };
    }
  }
}

async function* inOrder(queue: Queue, wait: boolean, signal: AbortSignal | undefined): AsyncGenerator<Row[]> {
  const { schema, database } = queue;
  // Waiting, each document counts; a record that is not there has no bytes.
  const from = wait ? `${schema}.document LEFT JOIN ${schema}.result USING (position)` : `${schema}.result`;
  const text = page(`position > $1`, 'position', from);
  for (let last = '0'; ;) {
    const rows = await database.rows<Row | { json: null; position: string }>(text, [last, PAGE_ROWS, PAGE_BYTES]);
    if (rows.length === 0) return;
    const gap = rows.findIndex(({ json }) => json === null);
    const there = (gap < 0 ? rows : rows.slice(0, gap)) as Row[];
    yield there;
    last = there.at(-1)?.position ?? last;
    if (gap >= 0) await pause(POLL_MS, signal);
    signal?.throwIfAborted();
  }
}

/**
 * By transaction, for the numbers of those are given at their beginning and seen at their end: only what is older than
 * every transaction under way is in its final order.
 */
async function* asFinished(queue: Queue, wait: boolean, signal: AbortSignal | undefined): AsyncGenerator<Row[]> {
  const { schema, database } = queue;
  const text = page(
    `(transaction, position) > ($4::xid8, $1) AND ($5 OR transaction < pg_snapshot_xmin(pg_current_snapshot()))`,
    'transaction, position',
    `${schema}.result`,
  );
  const jobs = new Jobs(queue);
  let [position, xid] = ['0', '0'];
  for (let isLast = !wait; ;) {
    const rows = await database.rows<Row>(text, [position, PAGE_ROWS, PAGE_BYTES, xid, isLast]);
    yield rows;
    const last = rows.at(-1);
    if (last !== undefined) ({ position, xid } = last);
    else if (isLast) return;
    else if (await jobs.areDone()) isLast = true;
    else await pause(POLL_MS, signal);
    signal?.throwIfAborted();
  }
}

/** The next rows, up to so many and so many bytes, one at least. */
function page(where: string, order: string, from: string): string {
  return `
    SELECT position, transaction::text AS xid, error, record AS json FROM (
      SELECT *, sum(octet_length(record)) OVER (ORDER BY ${order}) - octet_length(record) AS bytes_before
      FROM (SELECT position, transaction, error, record FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT $2) AS rows
    ) AS rows WHERE coalesce(bytes_before, 0) < $3 ORDER BY ${order}`;
}
