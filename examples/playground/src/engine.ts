import type { Answer, Calls, Failure, Kind, News } from './messages.ts';

/** What a call rejects with when the worker was stopped under it. */
export class Stopped extends Error {}

/** What a call rejects with when it failed. */
export class Failed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The library in a worker, so that the page answers to its reader while it works. */
export class Engine {
  readonly #onNews: (news: News) => void;
  #worker: Worker | undefined;
  #waiting = new Map<number, Waiting>();
  #calls = 0;

  constructor(onNews: (news: News) => void) {
    this.#onNews = onNews;
  }

  call<K extends Kind>(kind: K, given: Calls[K]['given']): Promise<Calls[K]['gives']> {
    const call = this.#calls++;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ call, kind, given });
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve: resolve as Waiting['resolve'], reject });
    });
  }

  /** Ends whatever is being done, at once; a new worker takes the next call. */
  stop(error: Error = new Stopped()): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#hear(data));
    worker.addEventListener('error', ({ message }) => {
      const hint = 'Reload the page. Browsers older than 2024 cannot run it.';
      this.stop(new Failed({ code: 'unexpected', message: `The program did not run: ${message}`, hint }));
    });
    return worker;
  }

  #hear(answer: Answer): void {
    if (answer.kind === 'news') return this.#onNews(answer.news);
    const waiting = this.#waiting.get(answer.call);
    this.#waiting.delete(answer.call);
    if (answer.kind === 'done') waiting?.resolve(answer.value);
    else waiting?.reject(new Failed(answer.failure));
  }
}
