import { parentPort, workerData } from 'node:worker_threads';
import { AlignError } from '../core/errors.ts';
import { loadStaticEmbedder } from '../embed/static/static-embedder.ts';
import { alignCase, type AlignCase } from './aligner.ts';
import type { SentError, WorkerMessage, WorkerStart } from './worker-messages.ts';

/* The program of a worker thread: reads the shared model, then answers documents one by one, in the order they come. */

const { model, options } = workerData as WorkerStart;
const port = parentPort!;
const say = (message: WorkerMessage): void => port.postMessage(message);

const embedder = loadStaticEmbedder({ model });
let last = embedder.then(
  () => say({ kind: 'ready' }),
  (error: unknown) => say({ kind: 'unable', error: sent(error) }),
);
port.on('message', (document: AlignCase) => {
  last = last.then(() => answer(document));
});

async function answer(document: AlignCase): Promise<void> {
  try {
    const result = await alignCase(document, { ...options, embedder: await embedder });
    say({ kind: 'result', json: JSON.stringify(result), summary: result.summary });
  } catch (error) {
    say({ kind: 'failure', error: sent(error) });
  }
}

function sent(error: unknown): SentError {
  if (error instanceof AlignError) return { code: error.code, message: error.message, hint: error.hint };
  return { message: error instanceof Error ? error.message : String(error) };
}
