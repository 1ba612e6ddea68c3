import { alignWorkerUrl } from '../align-worker-url.ts';
import { AlignError } from '../core/errors.ts';
import { invalid } from '../core/invalid.ts';
import { suggestion } from '../core/suggest.ts';
import { ruleIds } from '../detect/rules.ts';
import type { Embedder } from '../embed/embedder.ts';
import { readBytes } from '../embed/static/model-bytes.ts';
import { embeddedModelUrl } from '../embedded-model.ts';
import { OPTION_NAMES, resolveOptions, type AlignOptions } from '../options.ts';
import { alignerHere, type Aligner } from './aligner.ts';
import { WorkerPool, workerThreads } from './worker-pool.ts';

/** What a caller may set for many documents. */
export interface AlignerOptions extends Omit<AlignOptions<Embedder>, 'onProgress'> {
  /**
   * Worker threads; default 1: no thread but the calling one. The result is the same at any number. More than one need
   * Node and the embedded model.
   */
  concurrency?: number | undefined;
}

const MAX_CONCURRENCY = 256;

/**
 * Checks the options before the first document is read; `more` names further ones that the caller checks.
 *
 * @throws AlignError `unknown-option`, `invalid-argument`
 */
export function checkAlignerOptions(options: AlignerOptions, more: readonly string[] = []): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw invalid('options', options, 'an object', 'For example { concurrency: 4 }.');
  const known = [...OPTION_NAMES.filter((name) => name !== 'onProgress'), 'concurrency', ...more];
  const stray = Object.keys(options).find((name) => !known.includes(name));
  if (stray !== undefined)
    throw new AlignError('unknown-option', `options has no "${stray}".`, suggestion(stray, known));
  const { concurrency = 1, embedder } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > MAX_CONCURRENCY)
    throw invalid('options.concurrency', concurrency, `an integer from 1 to ${MAX_CONCURRENCY}`, 'Leave it out for 1.');
  resolveOptions(pipelineOptions(options), ruleIds);
  if (concurrency > 1 && embedder !== undefined)
    throw invalid(
      'options.concurrency',
      concurrency,
      '1 where an embedder is given',
      'Worker threads have the embedded model alone: leave one of the two out.',
    );
}

/**
 * What aligns the documents of a run; it has to be closed. The options have been checked.
 *
 * @throws AlignError `model-failed`, `worker-failed`
 */
export async function openAligner(options: AlignerOptions): Promise<Aligner> {
  return (options.concurrency ?? 1) === 1 ? alignerHere(pipelineOptions(options)) : openThreads(options);
}

/**
 * The same in worker threads even where one is asked for, which leaves the calling thread to its own work.
 *
 * @throws AlignError `model-failed`, `worker-failed`
 */
export async function openThreads(options: Omit<AlignerOptions, 'embedder'>): Promise<Aligner> {
  const { concurrency = 1, signal } = options;
  // Before a model of many megabytes is fetched.
  workerThreads();
  const model = shared(await readBytes(embeddedModelUrl, signal));
  // An abort ends the threads; their documents need not know of it.
  const plain = pipelineOptions({ ...options, signal: undefined });
  return new WorkerPool(alignWorkerUrl, concurrency, { model, options: plain });
}

/** The options that are `alignTranslations`'s own. */
function pipelineOptions(options: AlignerOptions): AlignOptions<Embedder> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => OPTION_NAMES.includes(name)));
}

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}
