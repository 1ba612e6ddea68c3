import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { write, type Io } from './io.ts';
import { writeError } from './files.ts';

/** Where a command writes piece by piece. */
export interface Sink {
  /** @returns false where nobody reads any more */
  write(chunk: string | Uint8Array): Promise<boolean>;
  /** Ends the output. */
  close(): Promise<void>;
  /** Ends it after a failure: what was written so far is kept, or thrown away where only the whole is of use. */
  abandon(): Promise<void>;
}

/**
 * Opens `path` for writing, gzip where it ends in `.gz`; `-` is standard output. With `whole`, the file takes its name
 * only once it is complete.
 *
 * @throws AlignError `write-failed`, from here and from the sink's methods
 */
export async function openSink(path: string, io: Io, { whole = false } = {}): Promise<Sink> {
  if (path === '-') {
    return { write: (chunk) => write(io.stdout, chunk), close: async () => {}, abandon: async () => {} };
  }
  const name = whole ? `${path}.partial` : path;
  const file = createWriteStream(name);
  const failed = (cause: unknown): never => {
    throw writeError(path, cause);
  };
  await once(file, 'open').catch(failed);
  let stream: Writable = file;
  if (path.endsWith('.gz')) {
    stream = createGzip();
    stream.pipe(file);
  }
  // Errors reach the caller through write() and close(); without a listener they would end the process.
  file.on('error', (error) => stream.destroy(error));
  stream.on('error', () => {});
  const end = async (): Promise<void> => {
    stream.end();
    await finished(file);
  };
  return {
    write: (chunk) => write(stream, chunk).catch(failed),
    close: async () => {
      await end().catch(failed);
      if (whole) await rename(name, path).catch(failed);
    },
    abandon: async () => {
      await end().catch(() => {});
      if (whole) await rm(name, { force: true });
    },
  };
}
