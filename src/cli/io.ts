import type { Writable } from 'node:stream';

/** Where a command writes: a stream that may be a terminal. */
export interface Output {
  write: Writable['write'];
  isTTY?: boolean | undefined;
  /** Columns of the terminal. */
  columns?: number | undefined;
}

/** All that a command knows of the process that runs it. */
export interface Io {
  stdin: AsyncIterable<Uint8Array>;
  stdout: Output;
  stderr: Output;
  env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Told of every file before it is read. */
  onRead?: ((path: string) => void) | undefined;
  /** Shows a page in the browser, by its path; the system's own way where it is left out. */
  openPage?: ((path: string) => Promise<void>) | undefined;
}

/**
 * Writes and waits until the stream has taken it, so that memory stays bounded.
 *
 * @returns false where the reader has gone (`| head`), which is no error
 */
export function write(output: Output, chunk: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    output.write(chunk, (error: (Error & { code?: string }) | null | undefined) => {
      if (!error) resolve(true);
      else if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') resolve(false);
      else reject(error);
    });
  });
}

/** True where ANSI colours may go to standard output: `asked` first, then NO_COLOR, FORCE_COLOR, the terminal. */
export function wantsColor({ stdout, env }: Io, asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}
