import { AlignError } from '../core/errors.ts';
import { invalid } from '../core/invalid.ts';
import { zeros, type Matrix } from '../core/matrix.ts';
import { suggestion } from '../core/suggest.ts';
import { pauses } from '../core/turns.ts';
import { decodeEntry, encodeEntry, entryBytes, entryKeys, type EntryKind } from './cache-entry.ts';
import { CacheFolder, leastBytes } from './cache-folder.ts';
import { requireTexts, requireVectors } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';

/** What is wrong with the cache; the vectors are right all the same. */
export interface CacheProblem {
  /**
   * - `damaged`: entries that are not what was written; they were made anew and replaced.
   * - `not-read`, `not-written`: the file system refuses; told once for each of its error codes.
   */
  kind: 'damaged' | 'not-read' | 'not-written';
  /** What is wrong, in a sentence. */
  message: string;
  /** The file of the first entry concerned. */
  path: string;
  /** Entries of this call. */
  count: number;
}

/** Where vectors are kept, and how many. */
export interface CacheOptions {
  /** The folder for the vectors; made where there is none. Embedders and processes may share it. */
  directory: string;
  /** Most bytes on disk, in blocks of 4,096; default 1,000,000,000. Those that share the folder have to agree. */
  maxBytes?: number | undefined;
  /**
   * Texts without an entry go to the embedder in one call. Default false: one by one, so that a vector depends on its
   * text alone, and never on what the cache held (a quantized model rounds by all texts of a call).
   */
  together?: boolean | undefined;
  /** Hears of problems with the folder; default: `process.emitWarning`. What it throws, the call throws. */
  onProblem?: ((problem: CacheProblem) => void) | undefined;
}

const OPTION_NAMES = ['directory', 'maxBytes', 'together', 'onProblem'];
const DEFAULT_MAX_BYTES = 1_000_000_000;

/** Its vector tells apart what `id` and `revision` do not: weights, their precision, pooling, prefix, processor. */
const PROBE = 'Мир и peace, 350.';

/**
 * An embedder that keeps the vectors of another one in a folder, for models that take longer than a disk. Its vectors are
 * those of the other one to the last byte. Needs Node, Deno or Bun; see docs/embedding-cache.md.
 *
 * Its first call embeds a probe, and vectors that another probe vector stood beside are not its own: models that differ
 * in what `id` and `revision` do not tell can share a folder.
 *
 * @throws AlignError `invalid-argument` for options that do not fit, `unknown-option`, `write-failed` where the folder cannot be made
 */
export function cachedEmbedder(embedder: Embedder, options: CacheOptions): Embedder {
  requireOptions(embedder, options);
  const { id, revision, dimensions, languages } = embedder;
  const cache = new Cache(embedder, options);
  return {
    id,
    revision,
    dimensions,
    languages,
    embed: (texts, settings) => cache.rows('embed', texts, settings),
    ...(embedder.sums === undefined
      ? {}
      : { sums: (texts: readonly string[], settings?: EmbedOptions) => cache.rows('sums', texts, settings) }),
  };
}

class Cache {
  readonly #embedder: Embedder;
  readonly #together: boolean;
  readonly #onProblem: (problem: CacheProblem) => void;
  readonly #folder: CacheFolder;
  readonly #size: number;
  /** Codes of the file system that were told. */
  readonly #told = new Set<string>();
  #fingerprint: Promise<string> | undefined;

  constructor(embedder: Embedder, options: CacheOptions) {
    const { directory, maxBytes = DEFAULT_MAX_BYTES, together = false, onProblem = warn } = options;
    this.#embedder = embedder;
    this.#together = together;
    this.#onProblem = onProblem;
    this.#folder = new CacheFolder(directory, maxBytes);
    this.#size = entryBytes(embedder.dimensions);
  }

  async rows(kind: EntryKind, texts: readonly string[], { signal }: EmbedOptions = {}): Promise<Matrix> {
    const pause = pauses(signal);
    await pause();
    requireTexts(texts);
    const keyOf = entryKeys(this.#embedder, kind, await this.#knownFingerprint());
    const different = [...new Set(texts)];
    const vectors = new Map<string, Float32Array>();
    const damaged: string[] = [];
    for (const text of different) {
      await pause();
      const vector = this.#read(keyOf(text), damaged);
      if (vector !== undefined) vectors.set(text, vector);
    }
    this.#tellDamaged(damaged);
    const missing = different.filter((text) => !vectors.has(text));
    for (const group of this.#together ? [missing] : missing.map((text) => [text])) {
      if (group.length === 0) continue;
      const { data, columns } = await this.#fresh(kind, group, texts, signal);
      for (const [row, text] of group.entries()) {
        await pause();
        const vector = data.slice(row * columns, (row + 1) * columns);
        vectors.set(text, vector);
        this.#write(keyOf(text), vector);
      }
    }
    const matrix = zeros(texts.length, this.#embedder.dimensions);
    for (const [row, text] of texts.entries()) matrix.data.set(vectors.get(text)!, row * matrix.columns);
    return matrix;
  }

  /** Asks the embedder; an error that names a text by its place in `group` names it by that in `texts`. */
  async #fresh(
    kind: EntryKind,
    group: readonly string[],
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Matrix> {
    try {
      const made = kind === 'sums' ? this.#embedder.sums!(group, { signal }) : this.#embedder.embed(group, { signal });
      return requireVectors(this.#embedder, await made, group);
    } catch (cause) {
      if (!(cause instanceof AlignError)) throw cause;
      const message = cause.message.replace(/^Text (\d+)/, (found, place: string) => {
        const text = group[Number(place)];
        return text === undefined ? found : `Text ${texts.indexOf(text)}`;
      });
      throw message === cause.message ? cause : new AlignError(cause.code, message, cause.hint, { cause });
    }
  }

  #knownFingerprint(): Promise<string> {
    // Without the signal: calls that wait for it together may have different ones.
    this.#fingerprint ??= fingerprintOf(this.#embedder).catch((error: unknown) => {
      this.#fingerprint = undefined;
      throw error;
    });
    return this.#fingerprint;
  }

  #read(key: string, damaged: string[]): Float32Array | undefined {
    let bytes: Uint8Array | undefined;
    try {
      bytes = this.#folder.read(key, this.#size);
    } catch (error) {
      this.#tellRefused('not-read', key, error);
    }
    if (bytes === undefined) return undefined;
    const vector = decodeEntry(key, bytes, this.#embedder.dimensions);
    if (vector === undefined) damaged.push(this.#folder.pathOf(key, this.#size));
    return vector;
  }

  #write(key: string, vector: Float32Array): void {
    try {
      this.#folder.write(key, encodeEntry(key, vector));
    } catch (error) {
      this.#tellRefused('not-written', key, error);
    }
  }

  #tellDamaged(paths: readonly string[]): void {
    const [path] = paths;
    if (path === undefined) return;
    const more = paths.length === 1 ? 'is damaged' : `and ${paths.length - 1} more are damaged`;
    const message = `The cached vector ${path} ${more}: made anew. Check the disk where this goes on.`;
    this.#onProblem({ kind: 'damaged', message, path, count: paths.length });
  }

  #tellRefused(kind: 'not-read' | 'not-written', key: string, error: unknown): void {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (this.#told.has(`${kind} ${code}`)) return;
    this.#told.add(`${kind} ${code}`);
    const path = this.#folder.pathOf(key, this.#size);
    const what = kind === 'not-read' ? 'cannot be read' : 'cannot be written';
    const message = `The cached vector ${path} ${what} (${code}): embedding goes on without. Told once for ${code}.`;
    this.#onProblem({ kind, message, path, count: 1 });
  }
}

async function fingerprintOf(embedder: Embedder): Promise<string> {
  try {
    const { data } = requireVectors(embedder, await embedder.embed([PROBE]), [PROBE]);
    return [...encodeEntry('', data)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch (error) {
    // One that looks vectors up, or knows other languages: it is told by id and revision alone.
    if (error instanceof AlignError && (error.code === 'missing-vector' || error.code === 'unsupported-language'))
      return 'none';
    throw error;
  }
}

function warn({ message }: CacheProblem): void {
  process.emitWarning(message, 'AlignTranslationsCache');
}

function requireOptions(embedder: Embedder, options: CacheOptions): void {
  const hint = 'For example { directory: ".vectors" }.';
  if (typeof options !== 'object' || options === null) throw invalid('options', options, 'an object', hint);
  const stray = Object.keys(options).find((name) => !OPTION_NAMES.includes(name));
  if (stray !== undefined)
    throw new AlignError('unknown-option', `options has no "${stray}".`, suggestion(stray, OPTION_NAMES));
  const { directory, maxBytes, together, onProblem } = options;
  if (typeof process === 'undefined' || process.getBuiltinModule?.('node:fs') === undefined)
    throw new AlignError('write-failed', 'There is no file system here for a cache.', 'Use it in Node, Deno or Bun.');
  if (typeof directory !== 'string' || directory === '')
    throw invalid('options.directory', directory, 'the path of a folder', hint);
  const least = leastBytes(entryBytes(embedder.dimensions));
  if (maxBytes !== undefined && !(Number.isSafeInteger(maxBytes) && maxBytes >= least))
    throw invalid(
      'options.maxBytes',
      maxBytes,
      `an integer from ${least} on for ${embedder.dimensions} dimensions`,
      'Leave it out for 1,000,000,000.',
    );
  if (together !== undefined && typeof together !== 'boolean')
    throw invalid('options.together', together, 'true or false', 'Leave it out for false.');
  if (onProblem !== undefined && typeof onProblem !== 'function')
    throw invalid('options.onProblem', onProblem, 'a function', 'It is called with { kind, message, path, count }.');
}
