import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AlignError } from '../core/errors.ts';
import type { AlignmentResult } from '../core/result.ts';
import { MEMBER_BYTES, MEMBER_HEADER, MEMBER_START, memberSize } from './batch-members.ts';
import type { Continuation } from './batch-output.ts';
import { readError } from './files.ts';
import { readLines } from './lines.ts';

/** A record of an earlier run; `summary` is its result's, undefined in an error record. */
export interface FinishedRecord {
  id: string | number | null;
  summary: AlignmentResult['summary'] | undefined;
}

/** What an earlier run has left. */
export interface FinishedFile {
  continuation: Continuation;
  /** True where at least one record is whole. */
  hasRecords: boolean;
  /** The whole records, from the first on. */
  records: AsyncIterable<FinishedRecord>;
  close(): Promise<void>;
}

const HINT = 'Name the file that the run that broke off wrote, or leave out --resume to write it anew.';
const CHUNK = 1 << 16;
const LF = 0x0a;
const gunzipped = promisify(gunzip);

/**
 * Opens a file of results that a run may have been killed over; undefined where there is none. A last line, or gzip
 * member, that is torn is not among its records and not kept.
 *
 * @throws AlignError `file-not-readable`; `invalid-json` for what `batch` did not write, also from the records
 */
export async function openFinished(path: string): Promise<FinishedFile | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw readError(path, cause);
  }
  try {
    const { size } = await file.stat();
    const { continuation, chunks } = path.endsWith('.gz')
      ? await wholeMembers(path, file, size)
      : await wholeLines(path, file, size);
    const hasRecords = continuation.keep > 0 || continuation.lines.length > 0;
    return { continuation, hasRecords, records: readRecords(path, chunks), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

interface Whole {
  continuation: Continuation;
  chunks: AsyncIterable<Uint8Array>;
}

/** O(last line). */
async function wholeLines(path: string, file: FileHandle, size: number): Promise<Whole> {
  let keep = 0;
  for (let end = size; end > 0 && keep === 0; end -= CHUNK) {
    const start = Math.max(0, end - CHUNK);
    keep = start + (await readAt(file, start, end - start)).lastIndexOf(LF) + 1;
    if (keep === start) keep = 0;
  }
  await refuseForeignEnd(path, file, keep, size, Buffer.from('{"id":'));
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < keep; at += CHUNK) yield readAt(file, at, Math.min(CHUNK, keep - at));
  }
  return { continuation: { keep, lines: new Uint8Array() }, chunks: chunks() };
}

/** O(members). */
async function wholeMembers(path: string, file: FileHandle, size: number): Promise<Whole> {
  const sizes: number[] = [];
  let end = 0;
  while (end + MEMBER_HEADER <= size) {
    const length = memberSize(await readAt(file, end, MEMBER_HEADER));
    if (length === undefined) throw foreign(path, `the bytes from ${end} on are no gzip member of its making`);
    if (end + length > size) break;
    sizes.push(length);
    end += length;
  }
  await refuseForeignEnd(path, file, end, size, MEMBER_START);
  const unpack = async (start: number, length: number): Promise<Uint8Array> => {
    try {
      return await gunzipped(await readAt(file, start, length));
    } catch (cause) {
      throw new AlignError('file-not-readable', `${path} is damaged at byte ${start}.`, HINT, { cause });
    }
  };
  const last = sizes.at(-1);
  const text = last === undefined ? new Uint8Array() : await unpack(end - last, last);
  const isFull = text.length >= MEMBER_BYTES;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let start = 0;
    for (const length of sizes.slice(0, -1)) {
      yield unpack(start, length);
      start += length;
    }
    yield text;
  }
  const continuation = isFull ? { keep: end, lines: new Uint8Array() } : { keep: end - (last ?? 0), lines: text };
  return { continuation, chunks: chunks() };
}

/** What is cut off has to begin as a record does: a file of something else is not ours to cut. */
async function refuseForeignEnd(
  path: string,
  file: FileHandle,
  end: number,
  size: number,
  start: Uint8Array,
): Promise<void> {
  const found = await readAt(file, end, Math.min(start.length, size - end));
  if (!found.equals(start.subarray(0, found.length))) throw foreign(path, `the bytes from ${end} on begin no record`);
}

async function readAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(buffer, read, length - read, start + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}

async function* readRecords(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FinishedRecord> {
  let number = 0;
  for await (const line of readLines(chunks, Infinity)) {
    number++;
    const record = typeof line === 'string' ? readRecord(line) : undefined;
    if (record === undefined) throw foreign(path, `line ${number} is no record`);
    yield record;
  }
}

/** As `runBatch` writes it: the ends of a line tell enough, results of megabytes are not parsed. */
function readRecord(line: string): FinishedRecord | undefined {
  const id = /^\{"id":(null|-?\d[\d.eE+-]*|"[^"\\]*(?:\\.[^"\\]*)*"),"(?:result|error)":/.exec(line);
  if (id === null) return undefined;
  const isError = id[0].endsWith('"error":');
  const counts = /"summary":\{"errors":(\d+),"warnings":(\d+),"infos":(\d+)\}\}\}$/.exec(line.slice(-200));
  if (!line.endsWith('}}') || (counts === null) !== isError) return undefined;
  const [, errors, warnings, infos] = (counts ?? []).map(Number);
  const summary = isError ? undefined : { errors: errors!, warnings: warnings!, infos: infos! };
  return { id: JSON.parse(id[1]!) as FinishedRecord['id'], summary };
}

function foreign(path: string, what: string): AlignError {
  return new AlignError('invalid-json', `${path} was not written by batch: ${what}.`, HINT);
}
