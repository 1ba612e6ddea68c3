import { recordError } from '../batch/record.ts';
import { readDocuments, withLanguages, type ReadLine } from '../batch/run-batch.ts';
import { AlignError } from '../core/errors.ts';
import type { Enqueued, Given } from '../queue/enqueue.ts';
import { alignOptions } from './align-arguments.ts';
import { onlyFile, type Arguments } from './arguments.ts';
import { duration, noun, number, rate } from './batch-progress.ts';
import { openLines } from './batch.ts';
import { EXIT } from './exit-codes.ts';
import { write, type Io } from './io.ts';
import { progressLine } from './progress.ts';
import { openGivenQueue, wholeNumber } from './queue-arguments.ts';

/** `align-translations enqueue`: the documents of a file into a run. */
export async function enqueue(given: Arguments, io: Io): Promise<number> {
  const quiet = given.flag('quiet');
  if (given.flag('retry-dead')) {
    if (given.positionals.length > 0) {
      const hint = 'Enqueue the file in a call of its own.';
      throw new AlignError('invalid-argument', '--retry-dead takes no documents.', hint);
    }
    const queue = await openGivenQueue(given, io, io.signal);
    try {
      const count = await (await import('../queue/retry-dead.ts')).retryDead(queue);
      if (!quiet) await write(io.stderr, `${number(count)} ${noun(count)} to be tried again\n`);
    } finally {
      await queue.close();
    }
    return EXIT.clean;
  }
  const input = onlyFile(given, 'documents');
  const options = {
    ...(await alignOptions(given, io)),
    expireSeconds: wholeNumber(given, 'expire'),
    retries: wholeNumber(given, 'retries'),
    retryDelaySeconds: wholeNumber(given, 'retry-delay'),
  };
  const languages = { source: given.value('source-language'), rendering: given.value('language') };
  const { lines } = await openLines(input, io);
  async function* documents(): AsyncGenerator<Given> {
    for await (const line of readDocuments(lines)) {
      io.signal.throwIfAborted();
      yield givenOf(line, languages);
    }
  }
  const { enqueueGiven } = await import('../queue/enqueue.ts');
  const queue = await openGivenQueue(given, io, io.signal);
  const progress = progressLine(io, quiet);
  const start = performance.now();
  const pace = ({ documents, added }: Enqueued): string => {
    const seconds = (performance.now() - start) / 1000;
    const known = documents - added;
    const before = known > 0 ? `, ${number(known)} there before` : '';
    return `${number(added)} ${noun(added)} enqueued${before} (${duration(seconds)}, ${rate(documents, seconds)} a second)`;
  };
  try {
    const enqueued = await enqueueGiven(queue, documents(), {
      ...options,
      onProgress: (sofar) => progress.show(pace(sofar)),
    });
    progress.clear();
    if (!quiet) await write(io.stderr, `${pace(enqueued)}\n`);
  } finally {
    progress.clear();
    await queue.close();
  }
  return EXIT.clean;
}

function givenOf({ id, document }: ReadLine, languages: Parameters<typeof withLanguages>[1]): Given {
  if (document instanceof AlignError) return { id, error: recordError(document) };
  return { id: document.id, document: withLanguages(document, languages) };
}
