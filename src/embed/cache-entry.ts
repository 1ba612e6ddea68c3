import type { Embedder } from './embedder.ts';

/**
 * An entry of the cache, a file of its own:
 *
 *     'ATVECTOR' | 16 bytes of the SHA-256 of key and values | values, little-endian float32
 */
const MAGIC = 'ATVECTOR';
const DIGEST_BYTES = 16;
const HEADER_BYTES = MAGIC.length + DIGEST_BYTES;

/** What of an embedder is kept: its unit rows, or its rows before normalization. */
export type EntryKind = 'embed' | 'sums';

/** Bytes of an entry. */
export function entryBytes(dimensions: number): number {
  return HEADER_BYTES + 4 * dimensions;
}

/**
 * Gives the key of a text's vector, 64 hexadecimal digits: the SHA-256 of all that the vector depends on. `fingerprint`
 * stands for what `id` and `revision` do not tell.
 */
export function entryKeys(
  { id, revision, dimensions }: Embedder,
  kind: EntryKind,
  fingerprint: string,
): (text: string) => string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const start = createHash('sha256').update(JSON.stringify([1, id, revision, dimensions, fingerprint, kind]));
  // As JSON because UTF-8 would make one text of two that differ in a lone surrogate.
  return (text) => start.copy().update(JSON.stringify(text)).digest('hex');
}

/** An entry's bytes. The same vector gives the same bytes on every machine. */
export function encodeEntry(key: string, vector: Float32Array): Uint8Array {
  const bytes = new Uint8Array(entryBytes(vector.length));
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  vector.forEach((value, k) => view.setFloat32(HEADER_BYTES + 4 * k, value, true));
  bytes.set(digest(key, bytes.subarray(HEADER_BYTES)), MAGIC.length);
  return bytes;
}

/** The vector of an entry, undefined where it is not, byte for byte, what `encodeEntry` made of this key. */
export function decodeEntry(key: string, bytes: Uint8Array, dimensions: number): Float32Array | undefined {
  if (bytes.length !== entryBytes(dimensions)) return undefined;
  if (String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC) return undefined;
  const expected = digest(key, bytes.subarray(HEADER_BYTES));
  if (expected.some((byte, i) => byte !== bytes[MAGIC.length + i])) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: dimensions }, (_, k) => view.getFloat32(HEADER_BYTES + 4 * k, true));
}

function digest(key: string, values: Uint8Array): Uint8Array {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(key).update(values).digest().subarray(0, DIGEST_BYTES);
}
