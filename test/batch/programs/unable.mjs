// A worker program that cannot work.
import { parentPort } from 'node:worker_threads';

const error = { code: 'model-damaged', message: 'The model is damaged.', hint: 'Install the package again.' };
parentPort.postMessage({ kind: 'unable', error });
parentPort.on('message', () => {});
