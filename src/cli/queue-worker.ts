import { countOf, type Arguments } from './arguments.ts';
import { batchProgress, number } from './batch-progress.ts';
import { EXIT } from './exit-codes.ts';
import { write, type Io } from './io.ts';
import { openGivenQueue, refusePositionals } from './queue-arguments.ts';

/** `align-translations worker`: records for the documents of a run. */
export async function worker(given: Arguments, io: Io): Promise<number> {
  refusePositionals(given);
  const quiet = given.flag('quiet');
  const concurrency = countOf('--concurrency', given.value('concurrency') ?? '1', 1);
  const terminated = new AbortController();
  // Once: a second signal ends the process.
  const terminate = (): void => terminated.abort();
  process.once('SIGTERM', terminate);
  try {
    const { work } = await import('../queue/work.ts');
    const queue = await openGivenQueue(given, io, undefined);
    const progress = batchProgress(io, quiet, () => undefined);
    try {
      let counted = 0;
      const worked = await work(queue, {
        concurrency,
        untilDone: given.flag('until-done'),
        stop: AbortSignal.any([io.signal, terminated.signal]),
        onProgress: ({ results, errors }) => {
          for (; counted < results + errors; counted++) progress.count();
        },
      });
      progress.clear();
      const failures = worked.failures > 0 ? `, ${number(worked.failures)} attempts failed` : '';
      const text = `${progress.pace()}, ${number(worked.errors)} with an error record${failures}\n`;
      if (!quiet) await write(io.stderr, text);
    } finally {
      progress.clear();
      await queue.close();
    }
  } finally {
    process.off('SIGTERM', terminate);
  }
  return io.signal.aborted ? EXIT.interrupted : EXIT.clean;
}
