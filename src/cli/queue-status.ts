import { pause } from '../queue/pause.ts';
import type { QueueStatus } from '../queue/status.ts';
import { escapeTerminal } from '../report/escape.ts';
import type { Arguments } from './arguments.ts';
import { duration, noun, number } from './batch-progress.ts';
import { EXIT } from './exit-codes.ts';
import { write, type Io } from './io.ts';
import { openGivenQueue, refusePositionals } from './queue-arguments.ts';

const WATCH_MS = 2_000;

/** `align-translations status`: how far a run has come. */
export async function status(given: Arguments, io: Io): Promise<number> {
  refusePositionals(given);
  const { queueStatus } = await import('../queue/status.ts');
  const queue = await openGivenQueue(given, io, io.signal);
  const [asJson, watch] = [given.flag('json'), given.flag('watch')];
  try {
    for (let told = ''; ;) {
      const now = await queueStatus(queue);
      const again = told !== '' && !asJson && io.stdout.isTTY === true;
      // On a terminal the lines take the place of those before.
      const back = again ? `\u001b[${told.split('\n').length - 1}A\u001b[J` : '';
      told = asJson ? `${JSON.stringify(now)}\n` : statusText(now);
      if (!(await write(io.stdout, back + told))) break;
      if (!watch || now.done >= now.documents) break;
      await pause(WATCH_MS, io.signal);
      io.signal.throwIfAborted();
    }
  } finally {
    await queue.close();
  }
  return EXIT.clean;
}

function statusText(now: QueueStatus): string {
  const { documents, done, errors, active, waiting, retrying, dead, workers, perSecond, secondsLeft } = now;
  const share = documents > 0 ? ` (${Math.floor((100 * done) / documents)} %)` : '';
  const codes = Object.entries(errors).map(([code, count]) => `${number(count)} ${code}`);
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
  const lines = [
    `${now.schema}: version ${now.version}, ${now.embedder.id} ${now.embedder.revision.slice(0, 19)}`,
    `${number(documents)} ${noun(documents)}: ${number(done)} done${share}, ${number(active)} under way, ${number(waiting)} waiting` +
      (retrying > 0 ? `, ${number(retrying)} of them after a failure` : ''),
    `${number(failed)} with an error record${failed > 0 ? `: ${codes.join(', ')}` : ''}` +
      (dead > 0 ? ` (${number(dead)} given up after the last attempt)` : ''),
    `${number(workers)} ${workers === 1 ? 'worker' : 'workers'}, ${perSecond >= 10 ? number(Math.round(perSecond)) : perSecond.toFixed(1)} a second` +
      (secondsLeft !== null && secondsLeft > 0 ? `, ${duration(secondsLeft)} left` : ''),
  ];
  return lines.map((line) => `${escapeTerminal(line)}\n`).join('');
}
