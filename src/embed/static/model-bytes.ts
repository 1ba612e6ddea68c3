import { AlignError } from '../../core/errors.ts';
import { throwIfAborted } from '../../core/progress.ts';

/** Where a model file is: a URL, a URL or path as a string, or its bytes. */
export type ModelLocation = URL | string | Uint8Array | ArrayBuffer | SharedArrayBuffer;

/**
 * The bytes of a model file: `file:` URLs and paths by the file system, other URLs by `fetch`.
 *
 * @throws AlignError `model-failed`, `invalid-argument`
 */
export async function readBytes(location: ModelLocation, signal: AbortSignal | undefined): Promise<Uint8Array> {
  if (location instanceof Uint8Array) return location;
  if (location instanceof ArrayBuffer) return new Uint8Array(location);
  // Pages that are not isolated from other origins have no SharedArrayBuffer at all.
  if (typeof SharedArrayBuffer !== 'undefined' && location instanceof SharedArrayBuffer)
    return new Uint8Array(location);
  const url = location instanceof URL ? location : typeof location === 'string' ? asUrl(location) : undefined;
  if (url === undefined && typeof location !== 'string') {
    throw new AlignError(
      'invalid-argument',
      `The model is ${location === null ? 'null' : typeof location}, not a URL, a path or bytes.`,
      'Pass `embeddedModelUrl`, the path of a .bin file made by training/pack.py, or its bytes.',
    );
  }
  const file = url === undefined ? (location as string) : url.protocol === 'file:' ? url : undefined;
  try {
    const bytes = file === undefined ? await fetchBytes(url!, signal) : await readFile(file);
    throwIfAborted(signal);
    return bytes;
  } catch (cause) {
    throwIfAborted(signal);
    throw new AlignError(
      'model-failed',
      `The model at ${String(location)} could not be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Check that the file is there and readable; bundlers must copy models/ru-en-static.bin beside the program, or pass `model`.',
      { cause },
    );
  }
}

/** A string is a URL where it has a scheme of two letters or more, so that `C:\model.bin` is a path. */
function asUrl(text: string): URL | undefined {
  return /^[a-z][a-z0-9+.-]+:/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}

async function readFile(file: URL | string): Promise<Uint8Array> {
  const fs = typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:fs');
  if (fs === undefined) throw new Error('there is no file system here');
  return fs.promises.readFile(file);
}

async function fetchBytes(url: URL, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const response = await fetch(url, signal === undefined ? {} : { signal });
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
