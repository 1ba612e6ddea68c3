import { open } from 'node:fs/promises';
import { openSink, type Sink } from './file-sink.ts';
import { writeError } from './files.ts';
import type { Io } from './io.ts';
import { member, MEMBER_BYTES } from './batch-members.ts';

/** Where to go on in a file that has records. */
export interface Continuation {
  /** Bytes of the file that are kept. */
  keep: number;
  /** Lines behind them that are kept too: those of a member that is not full. */
  lines: Uint8Array;
}

/**
 * Opens the file of results, new or where an earlier run was broken off; `-` is standard output. What is not kept is
 * cut off no earlier than at the first write.
 *
 * @throws AlignError `write-failed`, from here and from the sink's methods
 */
export async function openRecords(path: string, io: Io, from?: Continuation): Promise<Sink> {
  if (path === '-') return openSink(path, io);
  const failed = (cause: unknown): never => {
    throw writeError(path, cause);
  };
  const file = await open(path, from === undefined ? 'w' : 'a').catch(failed);
  let isCut = from === undefined;
  const append = async (bytes: string | Uint8Array): Promise<boolean> => {
    try {
      if (!isCut) await file.truncate(from!.keep);
      isCut = true;
      await file.appendFile(bytes);
      return true;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EPIPE') return false;
      return failed(cause);
    }
  };
  const packed = path.endsWith('.gz') ? packedLines(append, from?.lines) : undefined;
  const end = async (): Promise<void> => {
    await packed?.end();
    // A file of whole records may still end in a torn one.
    if (!isCut) await append('');
  };
  return {
    write: packed?.write ?? append,
    close: () => end().finally(() => file.close()),
    abandon: () =>
      end()
        .catch(() => {})
        .finally(() => file.close()),
  };
}

/** Gathers lines into members. Where a member ends depends on the lines alone, so that a resumed file has the same. */
function packedLines(append: (bytes: Uint8Array) => Promise<boolean>, kept: Uint8Array | undefined) {
  let lines: Uint8Array[] = kept === undefined || kept.length === 0 ? [] : [kept];
  let length = kept?.length ?? 0;
  const flush = async (): Promise<boolean> => {
    const text = Buffer.concat(lines);
    lines = [];
    length = 0;
    return append(await member(text));
  };
  return {
    async write(chunk: string | Uint8Array): Promise<boolean> {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      lines.push(bytes);
      length += bytes.length;
      return length < MEMBER_BYTES || flush();
    },
    async end(): Promise<void> {
      if (length > 0) await flush();
    },
  };
}
