// A worker program that answers a document with its source, or does what the source says.
import { parentPort } from 'node:worker_threads';

const summary = { errors: 1, warnings: 0, infos: 0 };

parentPort.postMessage({ kind: 'ready' });
parentPort.on('message', ({ source }) => {
  if (source === 'deadly') process.exit(9);
  if (source === 'throwing') throw new Error('thrown amid the work');
  if (source === 'endless') for (;;);
  if (source === 'refused') {
    const error = { code: 'empty-text', message: 'It is empty.', hint: 'Fill it.' };
    return parentPort.postMessage({ kind: 'failure', error });
  }
  if (source === 'faulty') return parentPort.postMessage({ kind: 'failure', error: { message: 'x is undefined' } });
  parentPort.postMessage({ kind: 'result', json: JSON.stringify(source), summary });
});
