import type { Arguments } from './arguments.ts';
import { openRecords } from './batch-output.ts';
import { noun, number } from './batch-progress.ts';
import { EXIT } from './exit-codes.ts';
import { write, type Io } from './io.ts';
import { progressLine } from './progress.ts';
import { openGivenQueue, refusePositionals } from './queue-arguments.ts';

/** `align-translations collect`: the records of a run into a file. */
export async function collect(given: Arguments, io: Io): Promise<number> {
  refusePositionals(given);
  const quiet = given.flag('quiet');
  const [{ collect: records }, { queueStatus }] = await Promise.all([
    import('../queue/collect.ts'),
    import('../queue/status.ts'),
  ]);
  const queue = await openGivenQueue(given, io, io.signal);
  const progress = progressLine(io, quiet);
  try {
    const { documents } = await queueStatus(queue);
    const options = { ordered: !given.flag('as-finished'), wait: given.flag('wait'), signal: io.signal };
    const sink = await openRecords(given.value('output') ?? '-', io);
    let [written, errors] = [0, 0];
    try {
      for await (const { json, error } of records(queue, options)) {
        if (!(await sink.write(`${json}\n`))) break;
        written++;
        if (error !== null) errors++;
        progress.show(`${number(written)} of ${number(documents)} ${noun(documents)}`);
      }
      await sink.close();
    } catch (error) {
      await sink.abandon();
      throw error;
    }
    progress.clear();
    const missing = Math.max(0, documents - written);
    const without = missing > 0 ? `, ${number(missing)} without a record yet` : '';
    const text = `${number(written)} ${noun(written)}, ${number(errors)} with an error record${without}\n`;
    if (!quiet) await write(io.stderr, text);
    return errors > 0 ? EXIT.failure : missing > 0 ? EXIT.findings : EXIT.clean;
  } finally {
    progress.clear();
    await queue.close();
  }
}
