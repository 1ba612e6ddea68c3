import { AlignError } from '../core/errors.ts';
import type { AlignmentResult } from '../core/result.ts';
import type { AlignCase, Aligned, Aligner } from './aligner.ts';
import type { SentError, WorkerMessage, WorkerStart } from './worker-messages.ts';

interface Task {
  document: AlignCase;
  resolve: (aligned: Aligned) => void;
  reject: (reason: unknown) => void;
}

type Worker = InstanceType<ReturnType<typeof workerThreads>['Worker']>;

interface Thread {
  worker: Worker;
  isReady: boolean;
  /** Sent and not answered; the first is under way, for a worker answers in order. */
  tasks: Task[];
  /** What killed it. */
  error?: unknown;
}

/** One under way and one waiting, so that a worker never waits for the main thread. */
const TASKS_A_WORKER = 2;

/** Documents taken ahead for each worker: in ordered output the others work on while one takes this much longer. */
const WINDOW_A_WORKER = 6;

const HINT = 'With concurrency 1 no worker threads are needed.';

/**
 * Aligns in worker threads. A thread that dies takes the document with it that it was at: that one is rejected, those
 * that waited behind it go to the others, and a new thread takes its place.
 */
export class WorkerPool implements Aligner {
  readonly window: number;
  readonly #startWorker: () => Worker;
  readonly #threads: Thread[] = [];
  readonly #waiting: Task[] = [];
  #failure: { reason: unknown } | undefined;
  #isClosed = false;

  /** @throws AlignError `worker-failed` where there are no worker threads, or none may be started */
  constructor(program: URL, count: number, start: WorkerStart) {
    const threads = workerThreads();
    // Options of the process such as --input-type are not for the program of a worker.
    this.#startWorker = () => new threads.Worker(program, { workerData: start, execArgv: [] });
    this.window = WINDOW_A_WORKER * count;
    for (let i = 0; i < count; i++) this.#add();
  }

  align(document: AlignCase): Promise<Aligned> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) return reject(this.#failure.reason);
      this.#waiting.push({ document, resolve, reject });
      this.#distribute();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #add(): void {
    let worker: Worker;
    try {
      worker = this.#startWorker();
    } catch (cause) {
      throw notStarted(cause);
    }
    const thread: Thread = { worker, isReady: false, tasks: [] };
    this.#threads.push(thread);
    worker.on('message', (message: WorkerMessage) => this.#hear(thread, message));
    worker.on('error', (error) => (thread.error = error));
    worker.on('exit', (code) => this.#lose(thread, code));
  }

  #hear(thread: Thread, message: WorkerMessage): void {
    if (message.kind === 'ready') thread.isReady = true;
    else if (message.kind === 'unable') this.#fail(received(message.error));
    else {
      const task = thread.tasks.shift()!;
      if (message.kind === 'failure') task.reject(received(message.error));
      else task.resolve(alignedFrom(message.json, message.summary));
      this.#distribute();
    }
  }

  /** Gives waiting tasks to the threads that have the fewest; a thread without any does not keep the process alive. */
  #distribute(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#threads.reduce((least, other) => (other.tasks.length < least.tasks.length ? other : least));
      if (thread.tasks.length >= TASKS_A_WORKER) break;
      const task = this.#waiting.shift()!;
      try {
        thread.worker.postMessage(task.document);
        thread.tasks.push(task);
      } catch (cause) {
        const message = 'The document holds what is no plain data and cannot go to a worker thread.';
        task.reject(new AlignError('invalid-argument', message, 'Pass strings, and objects of strings.', { cause }));
      }
    }
    for (const { worker, tasks } of this.#threads) {
      if (tasks.length > 0) worker.ref();
      else worker.unref();
    }
  }

  #lose(thread: Thread, exitCode: number): void {
    if (this.#isClosed || this.#failure !== undefined) return;
    const cause = thread.error ?? new Error(`It ended with exit code ${exitCode}.`);
    const [first, ...rest] = thread.tasks;
    if (!thread.isReady || first === undefined) return this.#fail(notStarted(cause));
    this.#threads.splice(this.#threads.indexOf(thread), 1);
    first.reject(new Error(`The worker thread died of this document: ${messageOf(cause)}`, { cause }));
    this.#waiting.unshift(...rest);
    try {
      this.#add();
    } catch (error) {
      return this.#fail(error);
    }
    this.#distribute();
  }

  #fail(reason: unknown): void {
    this.#failure ??= { reason };
    const open = [...this.#threads.flatMap(({ tasks }) => tasks.splice(0)), ...this.#waiting.splice(0)];
    for (const { reject } of open) reject(reason);
  }
}

/**
 * Node's module, asked for at run time so that the code around it runs in browsers.
 *
 * @throws AlignError `worker-failed` where there is none
 */
export function workerThreads() {
  const threads = typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:worker_threads');
  if (threads === undefined) throw new AlignError('worker-failed', 'There are no worker threads here.', HINT);
  return threads;
}

function alignedFrom(json: string, summary: AlignmentResult['summary']): Aligned {
  return { summary, result: () => JSON.parse(json) as AlignmentResult, json: () => json };
}

function received({ code, message, hint }: SentError): Error {
  return code === undefined ? new Error(message) : new AlignError(code, message, hint ?? '');
}

function notStarted(cause: unknown): AlignError {
  const message = `A worker thread could not be started: ${messageOf(cause)}`;
  const hint = `${HINT} Bundlers must copy dist/align-worker.js, or leave this package out of the bundle.`;
  return new AlignError('worker-failed', message, hint, { cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
