import { AlignError } from '../core/errors.ts';
import { describe, invalid } from '../core/invalid.ts';
import type { AlignmentResult } from '../core/result.ts';
import type { AlignCase } from './aligner.ts';
import { concurrentMap } from './concurrent-map.ts';
import { checkAlignerOptions, openAligner, type AlignerOptions } from './open-aligner.ts';
import { outcomeOf, type RecordError } from './record.ts';

/** Options of `alignTranslations` for every document, with those of a run of many. */
export interface AlignManyOptions extends AlignerOptions {
  /** Records in the order of the documents (default), or as they are finished. */
  ordered?: boolean | undefined;
}

/** What becomes of one document: its result, or why there is none. The id is null where the document has none. */
export type AlignRecord =
  | {
      /** The document's. */
      id: string | number;
      /** As `alignTranslations` gives it. */
      result: AlignmentResult;
    }
  | {
      /** The document's; null where it has none that can be read. */
      id: string | number | null;
      /** Why there is no result. */
      error: RecordError;
    };

/**
 * Aligns many documents: an iterable in, an async iterable of a record a document out. Memory is bounded whatever the
 * number of documents: none is asked for while some 6 a worker are without a record that was taken. A bad document
 * makes one error record and stops nothing. Same documents, same records, at any `concurrency`.
 *
 * An abort ends the iteration with the signal's reason and its worker threads with it, amid their work; with
 * `concurrency` 1 it is heard between documents, and where `alignTranslations` looks. To leave the loop early is
 * enough to end everything.
 *
 * @throws AlignError `invalid-argument` or `unknown-option`, at the call; from the iteration `missing-package`,
 *   `model-failed`, `model-damaged` or `worker-failed`, which concern all documents, and what `documents` throws
 */
export function alignMany(
  documents: AsyncIterable<AlignCase> | Iterable<AlignCase>,
  options: AlignManyOptions = {},
): AsyncGenerator<AlignRecord, void, undefined> {
  checkAlignerOptions(options, ['ordered']);
  const { ordered = true } = options;
  if (typeof ordered !== 'boolean')
    throw invalid('options.ordered', ordered, 'true or false', 'Leave it out for true.');
  if (!isIterable(documents))
    throw invalid('documents', documents, 'an iterable', 'Pass an array or an async generator of documents.');
  return records(documents, options, ordered);
}

async function* records(
  documents: AsyncIterable<AlignCase> | Iterable<AlignCase>,
  options: AlignerOptions,
  ordered: boolean,
): AsyncGenerator<AlignRecord, void, undefined> {
  const { signal } = options;
  signal?.throwIfAborted();
  const aligner = await openAligner(options);
  // Also while nobody asks for the next record.
  const close = (): void => void aligner.close();
  signal?.addEventListener('abort', close, { once: true });
  const work = (document: AlignCase) => outcomeOf(idOf(document), async () => aligner.align(checked(document)), signal);
  try {
    for await (const outcome of concurrentMap(documents, work, { window: aligner.window, ordered, signal }))
      yield 'error' in outcome ? outcome : { id: outcome.id!, result: outcome.aligned.result() };
  } finally {
    signal?.removeEventListener('abort', close);
    // The end of a thread may take longer than an abort is to be waited for.
    if (signal?.aborted !== true) await aligner.close();
  }
}

function idOf(document: Partial<AlignCase> | null | undefined): string | number | null {
  const id = document?.id;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** @throws AlignError `invalid-argument` where the document is no case; its texts are for `alignTranslations` */
function checked(document: AlignCase): AlignCase {
  const hint = 'A document is { id, source, renderings }.';
  if (typeof document !== 'object' || document === null) throw invalid('A document', document, 'an object', hint);
  const { id, source, renderings } = document;
  if (idOf(document) === null) throw new AlignError('invalid-argument', `A document has the id ${describe(id)}.`, hint);
  return { id, source, renderings };
}

function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || Symbol.iterator in value);
}
