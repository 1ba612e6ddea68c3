import { AlignError } from '../../core/errors.ts';
import type { Language } from '../../core/result.ts';
import { normalizerName } from './normalize.ts';

/** What a model file holds; docs/model-format.md describes it byte by byte. */
export interface StaticModel {
  /** Names the model. */
  id: string;
  /** `sha256:` with the hash of the file. */
  revision: string;
  /** The length of a vector; even. */
  dimensions: number;
  /** ISO 639-1 codes of the languages that it knows. */
  languages: readonly Language[];
  /** All pieces, joined: piece `id` is `text.slice(starts[id], starts[id + 1])`, empty for the unknown one. */
  text: string;
  /** Where each piece begins in `text`, by id, and last where the last one ends. */
  starts: Uint32Array;
  /** How probable each piece is, by id, natural logarithm: what the tokenizer goes by. */
  logProbabilities: Float32Array;
  /** The 16 values that a code stands for. */
  levels: Float32Array;
  /** What a row's values are multiplied with, by id. */
  scales: Float32Array;
  /** Two codes a byte, the first in the low four bits; `dimensions / 2` bytes a row. A view of the file. */
  codes: Uint8Array;
}

interface Metadata {
  id: string;
  revision: string;
  dimensions: number;
  languages: string[];
  pieces: number;
  textBytes: number;
  normalizer: string;
  levels: number[];
}

const magic = 'ATSTATIC';
const formatVersion = 1;
const headerBytes = 20;
const levelCount = 16;

/**
 * Reads a model file and checks all of it: magic, version, checksum, metadata, length. The codes stay in `bytes`,
 * which may be shared between threads and must not change. O(bytes), some 20 ms for the embedded model.
 *
 * @throws AlignError `model-damaged`
 */
export function readModelFile(bytes: Uint8Array): StaticModel {
  if (bytes.length < headerBytes) throw damaged(`it has ${bytes.length} bytes, fewer than its header`);
  const found = String.fromCharCode(...bytes.subarray(0, magic.length));
  if (found !== magic) throw damaged(`it begins with ${JSON.stringify(found)}, not with "${magic}"`);
  if (bytes.length % 4 !== 0) throw damaged(`its ${bytes.length} bytes are no multiple of 4, so it is truncated`);
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  const version = view.getUint32(8, true);
  if (version !== formatVersion)
    throw damaged(`its format version is ${version}, and this release reads ${formatVersion}`);
  const metadataBytes = view.getUint32(16, true);
  if (headerBytes + metadataBytes > bytes.length || metadataBytes % 4 !== 0) {
    throw damaged(`its metadata of ${metadataBytes} bytes does not fit its ${bytes.length} bytes`);
  }
  const actual = checksum(aligned.subarray(16));
  const expected = view.getUint32(12, true);
  if (actual !== expected) throw damaged(`its checksum is ${hex(actual)} where ${hex(expected)} was expected`);
  const metadata = readMetadata(aligned.slice(headerBytes, headerBytes + metadataBytes));
  return readSections(aligned, headerBytes + metadataBytes, metadata);
}

function readSections(bytes: Uint8Array, start: number, metadata: Metadata): StaticModel {
  const { pieces: count, dimensions, textBytes } = metadata;
  const sizes = [count, textBytes, 4 * count, 4 * count, (count * dimensions) / 2];
  const length = sizes.reduce((sum, size) => sum + Math.ceil(size / 4) * 4, start);
  if (length !== bytes.length) throw damaged(`it has ${bytes.length} bytes where its metadata asks for ${length}`);
  let at = start;
  const sections = sizes.map((size) => {
    const section = bytes.subarray(at, at + size);
    at += Math.ceil(size / 4) * 4;
    return section;
  }) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const [lengths, text, logProbabilities, scales, codes] = sections;
  // Copied because a decoder refuses shared memory.
  const joined = new TextDecoder('utf-8', { ignoreBOM: true }).decode(text.slice());
  const starts = new Uint32Array(count + 1);
  for (let id = 0; id < count; id++) starts[id + 1] = starts[id]! + lengths[id]!;
  if (starts[count] !== joined.length) {
    throw damaged(`its pieces have ${joined.length} characters where their lengths ask for ${starts[count]}`);
  }
  return {
    id: metadata.id,
    revision: metadata.revision,
    dimensions,
    languages: metadata.languages,
    text: joined,
    starts,
    logProbabilities: new Float32Array(logProbabilities.buffer, logProbabilities.byteOffset, count),
    levels: Float32Array.from(metadata.levels),
    scales: new Float32Array(scales.buffer, scales.byteOffset, count),
    codes,
  };
}

function readMetadata(bytes: Uint8Array): Metadata {
  let metadata: Partial<Record<keyof Metadata, unknown>>;
  try {
    metadata = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as typeof metadata;
  } catch (cause) {
    throw damaged('its metadata is not JSON', cause);
  }
  const { id, revision, dimensions, languages, pieces, textBytes, normalizer, levels } = metadata;
  if (typeof id !== 'string' || typeof revision !== 'string') throw damaged('its metadata lacks id or revision');
  if (!isCount(dimensions) || dimensions % 8 !== 0)
    throw damaged(`its dimensions are ${JSON.stringify(dimensions)}, not a multiple of 8`);
  if (!isCount(pieces) || !isCount(textBytes)) throw damaged('its metadata lacks the number of pieces or their bytes');
  if (!isTexts(languages)) throw damaged('its metadata lacks the languages');
  if (normalizer !== normalizerName) {
    throw damaged(
      `its texts are normalized by ${JSON.stringify(normalizer)}, and this release has "${normalizerName}"`,
    );
  }
  if (!Array.isArray(levels) || levels.length !== levelCount || !levels.every(Number.isFinite)) {
    throw damaged(`its metadata lacks the ${levelCount} levels`);
  }
  return {
    id,
    revision,
    dimensions,
    languages,
    pieces,
    textBytes,
    normalizer,
    levels: levels as number[],
  };
}

/** FNV-1a over little-endian 32-bit words rather than bytes: four times as fast, and enough to tell damage. */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  let value = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) value = Math.imul(value ^ words[i]!, 0x01000193);
  return value >>> 0;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string');
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

function damaged(what: string, cause?: unknown): AlignError {
  return new AlignError(
    'model-damaged',
    `The model file cannot be used: ${what}.`,
    'Install the package again, or pack the model again with training/pack.py of this release.',
    cause === undefined ? undefined : { cause },
  );
}
