import { AlignError } from '../core/errors.ts';
import { requireKnownNames } from '../core/known-names.ts';
import { normalizeRows, zeros } from '../core/matrix.ts';
import type { Matrix } from '../core/matrix.ts';
import { throwIfAborted } from '../core/progress.ts';
import type { Language } from '../core/result.ts';
import { missingVector, requireTexts } from './checks.ts';
import type { EmbedOptions, Embedder } from './embedder.ts';
import { localModel, withLocalPaths } from './local-model.ts';
import { importLibrary, isVersion2, messageOf, requireLibrary } from './transformers-library.ts';
import type { FeatureExtractor, TransformersLibrary } from './transformers-library.ts';

/** How far a file of the model has come, in bytes. */
export interface ModelProgress {
  /** Its path in the model. */
  file: string;
  /** Bytes that have come, 0 to `total`. */
  loaded: number;
  /** Bytes of the whole file. */
  total: number;
}

/** Which model Transformers.js loads, and how. */
export interface TransformersOptions {
  /** A feature-extraction model: its name on the Hugging Face hub, or a folder (`/...`, `./...`). */
  model: string;
  /** The imported module, where the caller has it; else `@huggingface/transformers` or `@xenova/transformers`. */
  library?: unknown;
  /** A branch, tag or commit of the model; `main` where left out. Ignored for a folder. */
  revision?: string;
  /** `fp32`, `fp16`, `q8` ...: the library's own default where left out; version 2 knows `fp32` and `q8`. */
  dtype?: string;
  /** `cpu`, `webgpu` ...: the library's own default where left out; version 2 has no choice. */
  device?: string;
  /** Where downloaded models are kept. */
  cacheDir?: string;
  /** Only files that are already here; false where left out. */
  offline?: boolean;
  /** What the model knows; any language where left out. */
  languages?: readonly Language[];
  /** How the vectors of tokens become one: `mean` where left out, or `cls`. */
  pooling?: 'mean' | 'cls';
  /** What the model wants in front of every text, for example `query: `. */
  prefix?: string;
  /** Texts a call of the model; 32 where left out. */
  batchSize?: number;
  /** Called while files of the model are loaded. */
  onProgress?: (progress: ModelProgress) => void;
  /** Aborts the loading; the call then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

const NAMES = [
  'model', 'library', 'revision', 'dtype', 'device', 'cacheDir', 'offline', 'languages', 'pooling', 'prefix', 'batchSize',
  'onProgress', 'signal',
]; // prettier-ignore

/**
 * Loads any feature-extraction model that Transformers.js can run. The library cannot stop a download: an abort
 * rejects at once and lets it end unseen.
 *
 * @throws AlignError `missing-package`, `model-failed`, `invalid-argument`, `unknown-option`
 */
export async function loadTransformersEmbedder(options: TransformersOptions): Promise<Embedder> {
  requireKnownNames('options', options, NAMES);
  const { model, revision = 'main', pooling = 'mean', prefix = '', batchSize = 32, signal } = options;
  throwIfAborted(signal);
  requireValid(options);
  const library = options.library === undefined ? await importLibrary() : requireLibrary(options.library);
  const local = localModel(model);
  const settings = loadSettings(library, options, local !== undefined);
  const load = () => library.pipeline('feature-extraction', local?.path ?? model, settings);
  let extract: FeatureExtractor;
  let dimensions: number;
  try {
    extract = await abortable(local === undefined ? load() : withLocalPaths(library, load), signal);
    const probe = await abortable(extract([`${prefix}a`], { pooling, normalize: false }), signal);
    dimensions = probe.dims.at(-1)!;
  } catch (cause) {
    throwIfAborted(signal);
    throw new AlignError(
      'model-failed',
      `The model ${model} could not be loaded: ${messageOf(cause)}`,
      settings['local_files_only'] === true
        ? 'Check that config.json, tokenizer.json and the weights in onnx/ are there, for this dtype.'
        : 'Check the name, the revision, the dtype and the network; a feature-extraction model with ONNX weights is needed.',
      { cause },
    );
  }
  const run = async (texts: string[]) => {
    try {
      return await extract(texts, { pooling, normalize: false });
    } catch (cause) {
      throw new AlignError(
        'model-failed',
        `The model ${model} failed: ${messageOf(cause)}`,
        'Try a smaller `batchSize`.',
        {
          cause,
        },
      );
    }
  };
  return {
    id: local?.name ?? model,
    revision: local?.revision ?? revision,
    dimensions,
    languages: options.languages ?? ['*'],
    embed: (texts, embedOptions) => embedInBatches(run, texts, { prefix, batchSize, dimensions }, embedOptions),
  };
}

type Run = (texts: string[]) => ReturnType<FeatureExtractor>;

/** Texts of like length share a batch, because a batch costs what its longest text costs. */
async function embedInBatches(
  run: Run,
  texts: readonly string[],
  { prefix, batchSize, dimensions }: { prefix: string; batchSize: number; dimensions: number },
  { signal }: EmbedOptions = {},
): Promise<Matrix> {
  throwIfAborted(signal);
  requireTexts(texts);
  const blank = texts.findIndex((text) => text.trim() === '');
  if (blank >= 0) throw missingVector(texts[blank]!, blank, 'it is blank');
  const matrix = zeros(texts.length, dimensions);
  const order = texts.map((_, index) => index).sort((a, b) => texts[b]!.length - texts[a]!.length || a - b);
  for (let first = 0; first < order.length; first += batchSize) {
    const batch = order.slice(first, first + batchSize);
    const { data, dims } = await abortable(run(batch.map((index) => prefix + texts[index]!)), signal);
    if (dims.length !== 2 || dims[0] !== batch.length || dims[1] !== dimensions) {
      throw new AlignError(
        'invalid-vectors',
        `The model gave vectors of shape [${dims.join(', ')}] where [${batch.length}, ${dimensions}] was expected.`,
        'Use a feature-extraction model whose token vectors can be pooled.',
      );
    }
    for (const [row, index] of batch.entries()) {
      let square = 0;
      for (let k = 0; k < dimensions; k++) {
        const value = data[row * dimensions + k]!;
        matrix.data[index * dimensions + k] = value;
        square += value * value;
      }
      if (!(square > 0 && square < Infinity)) {
        throw missingVector(texts[index]!, index, `the model gave a row of length ${Math.sqrt(square)}`);
      }
    }
  }
  return normalizeRows(matrix);
}

function loadSettings(
  library: TransformersLibrary,
  options: TransformersOptions,
  isLocal: boolean,
): Record<string, unknown> {
  const { dtype, device, cacheDir, revision, onProgress } = options;
  const settings: Record<string, unknown> = { local_files_only: isLocal || options.offline === true };
  if (revision !== undefined) settings['revision'] = revision;
  if (cacheDir !== undefined) settings['cache_dir'] = cacheDir;
  if (onProgress !== undefined) {
    settings['progress_callback'] = (event: Partial<ModelProgress> & { status?: string }) => {
      const { status, file = '', loaded = 0, total = 0 } = event;
      if (status === 'progress') onProgress({ file, loaded, total });
    };
  }
  if (!isVersion2(library)) {
    if (dtype !== undefined) settings['dtype'] = dtype;
    if (device !== undefined) settings['device'] = device;
    return settings;
  }
  if (device !== undefined || (dtype !== undefined && dtype !== 'fp32' && dtype !== 'q8')) {
    throw new AlignError(
      'invalid-argument',
      `Transformers.js ${library.env.version} knows the dtypes fp32 and q8 and no device, not ${JSON.stringify({ dtype, device })}.`,
      'Leave them out, or install @huggingface/transformers.',
    );
  }
  settings['quantized'] = dtype !== 'fp32';
  return settings;
}

function requireValid({ model, batchSize, pooling }: TransformersOptions): void {
  const wrong =
    typeof model !== 'string' || model === ''
      ? `The model is ${JSON.stringify(model)}, not the name of a model or a folder.`
      : batchSize !== undefined && !(Number.isSafeInteger(batchSize) && batchSize > 0)
        ? `The batch size is ${String(batchSize)}, not a whole number above 0.`
        : pooling !== undefined && pooling !== 'mean' && pooling !== 'cls'
          ? `The pooling is ${JSON.stringify(pooling)}, not "mean" or "cls".`
          : undefined;
  if (wrong !== undefined)
    throw new AlignError('invalid-argument', wrong, 'See the options of loadTransformersEmbedder.');
}

/** The promise's outcome, or the signal's reason, whichever comes first. */
async function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  let stop: () => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
