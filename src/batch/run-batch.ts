import { AlignError } from '../core/errors.ts';
import type { AlignmentResult } from '../core/result.ts';
import type { Aligner } from './aligner.ts';
import { checkCase, idOf, parseLine, type BatchCase } from './case.ts';
import { concurrentMap } from './concurrent-map.ts';
import { outcomeOf, recordError, recordLine, type Outcome } from './record.ts';

export interface BatchOptions {
  aligner: Aligner;
  /** Languages that were given rather than told from the texts. */
  languages?: { source?: string | undefined; rendering?: string | undefined };
  /** True for a document that an earlier run has done: it is left out. */
  isDone?: (id: string | number | null) => Promise<boolean>;
  signal?: AbortSignal | undefined;
}

/** The record of a line as JSON, `{ "id", "result" }` or `{ "id", "error" }`; `summary` is the result's. */
export interface BatchRecord {
  json: string;
  summary: AlignmentResult['summary'] | undefined;
}

/** A line that was read: its document, or what is wrong with it. */
export interface ReadLine {
  id: string | number | null;
  document: BatchCase | AlignError;
}

/**
 * Aligns the documents of JSON lines: a record a line, in the order of the lines; blank lines have none. A line that
 * could not be read comes in as its error. A bad document makes one error record and stops nothing. Only the aligner's
 * window of documents is held in memory.
 *
 * @throws the signal's reason once it is aborted; AlignError `missing-package`, `model-failed`, `model-damaged` or
 *   `worker-failed`, which concern all documents
 */
export async function* runBatch(
  lines: AsyncIterable<string | AlignError>,
  { aligner, languages = {}, isDone, signal }: BatchOptions,
): AsyncGenerator<BatchRecord, void, undefined> {
  const align = async ({ id, document }: ReadLine): Promise<Outcome> => {
    if (document instanceof AlignError) return { id, error: recordError(document) };
    return outcomeOf(id, () => aligner.align(withLanguages(document, languages)), signal);
  };
  const options = { window: aligner.window, ordered: true, signal };
  for await (const outcome of concurrentMap(readDocuments(lines, isDone), align, options))
    yield { json: recordLine(outcome), summary: 'error' in outcome ? undefined : outcome.aligned.summary };
}

/** Reads the documents of JSON lines, but for those that are done; blank lines have none. */
export async function* readDocuments(
  lines: AsyncIterable<string | AlignError>,
  isDone?: BatchOptions['isDone'],
): AsyncGenerator<ReadLine> {
  let lineNumber = 0;
  for await (const line of lines) {
    lineNumber++;
    if (typeof line === 'string' && line.trim() === '') continue;
    const read = readLine(line, lineNumber);
    if ((await isDone?.(read.id)) !== true) yield read;
  }
}

function readLine(line: string | AlignError, lineNumber: number): ReadLine {
  let id: string | number | null = null;
  try {
    if (typeof line !== 'string') throw line;
    const value = parseLine(line, lineNumber);
    id = idOf(value);
    return { id, document: checkCase(value, lineNumber) };
  } catch (error) {
    if (error instanceof AlignError) return { id, document: error };
    throw error;
  }
}

/** A line's document as `alignTranslations` takes it. */
export function withLanguages(
  { id, source, renderings }: BatchCase,
  languages: NonNullable<BatchOptions['languages']>,
) {
  return {
    id,
    source: { text: source, language: languages.source },
    renderings: renderings.map((rendering) => ({ ...rendering, language: languages.rendering })),
  };
}
