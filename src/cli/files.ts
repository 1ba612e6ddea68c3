import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AlignError } from '../core/errors.ts';
import { decodeText } from '../text/decode.ts';
import { write, type Io } from './io.ts';

/** Largest file that is read whole; an article is a thousandth of it. */
export const MAX_BYTES = 50_000_000;

/** A text with the name that reports call it by. */
export interface NamedText {
  id: string;
  text: string;
}

/** The name of standard input in messages and reports. */
export function nameOf(path: string): string {
  return path === '-' ? 'stdin' : path;
}

/**
 * Reads text files, `-` for standard input. Their ids are base names; files of one base name keep their paths.
 *
 * @throws AlignError `file-not-found`, `file-not-readable`, `file-too-large`, `file-not-text`, `empty-text`
 */
export async function readTexts(paths: readonly string[], io: Io): Promise<NamedText[]> {
  const names = paths.map((path) => basename(nameOf(path)));
  const texts: NamedText[] = [];
  for (const [i, path] of paths.entries()) {
    const shared = names.some((name, j) => j !== i && name === names[i]);
    texts.push({ id: shared ? nameOf(path) : names[i]!, text: await readText(path, io) });
  }
  return texts;
}

async function readText(path: string, io: Io): Promise<string> {
  const text = await readAnyText(path, io);
  if (text.trim() === '')
    throw new AlignError('empty-text', `${nameOf(path)} is empty.`, 'Pass a file with the text of an article.');
  return text;
}

/** A text file that may be blank, `-` for standard input. @throws AlignError as `readTexts`, but for `empty-text` */
export async function readAnyText(path: string, io: Io, maxBytes = MAX_BYTES): Promise<string> {
  return decodeText(await readBytes(path, io, maxBytes), { name: nameOf(path) }).text;
}

/** A whole file. @throws AlignError `file-not-found`, `file-not-readable`, `file-too-large` */
export async function readBytes(path: string, io: Io, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of await openInput(path, io, maxBytes)) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(path, `more than ${maxBytes}`, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The bytes of a file, or of standard input for `-`, as they come. The size is looked at before anything is read.
 *
 * @throws AlignError `file-not-found`, `file-not-readable`, `file-too-large`; also from the iteration
 */
export async function openInput(path: string, io: Io, maxBytes = Infinity): Promise<AsyncIterable<Uint8Array>> {
  if (path === '-') return io.stdin;
  io.onRead?.(path);
  let info;
  try {
    info = await stat(path);
  } catch (cause) {
    throw readError(path, cause);
  }
  if (info.isDirectory())
    throw new AlignError('file-not-readable', `${path} is a directory.`, 'Pass the files in it, one by one.');
  if (info.size > maxBytes) throw tooLarge(path, String(info.size), maxBytes);
  return readFile(path, io.signal);
}

async function* readFile(path: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { signal, highWaterMark: 1 << 18 });
  } catch (cause) {
    signal.throwIfAborted();
    throw readError(path, cause);
  }
}

/** The error for a file that could not be read. */
export function readError(path: string, cause: unknown): AlignError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AlignError('file-not-found', `There is no file ${path}.`, 'Check the path.', { cause });
  return new AlignError('file-not-readable', `${path} cannot be read (${code}).`, 'Check its permissions.', { cause });
}

function tooLarge(path: string, size: string, maxBytes: number): AlignError {
  const message = `${nameOf(path)} has ${size} bytes; the most that is read is ${maxBytes}.`;
  return new AlignError('file-too-large', message, 'Pass one article a file; split a longer text.');
}

/**
 * Writes a report, to standard output for `-`.
 *
 * @throws AlignError `write-failed`
 */
export async function writeReport(path: string, text: string, io: Io): Promise<void> {
  if (path === '-') {
    await write(io.stdout, text);
    return;
  }
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw writeError(path, cause);
  }
}

/** The error for a file that could not be written. */
export function writeError(path: string, cause: unknown): AlignError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  const hint = 'Check that its folder exists and may be written to.';
  return new AlignError('write-failed', `${path} cannot be written (${code}).`, hint, { cause });
}
