import type { AlignCase, Aligner } from '../batch/aligner.ts';
import { concurrentMap } from '../batch/concurrent-map.ts';
import { checkAlignerOptions, openAligner, openThreads } from '../batch/open-aligner.ts';
import { outcomeOf, recordLine, type Outcome } from '../batch/record.ts';
import { AlignError } from '../core/errors.ts';
import { invalid } from '../core/invalid.ts';
import { suggestion } from '../core/suggest.ts';
import type { Embedder } from '../embed/embedder.ts';
import { JOBS, Jobs, type Job } from './jobs.ts';
import type { Queue } from './open-queue.ts';
import { PageSize } from './page-size.ts';
import { pause } from './pause.ts';
import { repeat } from './repeat.ts';
import { ResultWriter, type FinishedJob } from './result-writer.ts';
import { readRun, requireSame, settingsHere, type RunSettings } from './run.ts';
import { WorkerSign } from './worker-sign.ts';

/** How a worker works, and when it ends. */
export interface WorkOptions {
  /** Worker threads; default 1. The calling thread talks to the database alone. */
  concurrency?: number | undefined;
  /**
   * The run's embedder, where it is not the embedded model. It works in the calling thread, which therefore gives no
   * sign of life during a document: `expireSeconds` of the run has to be longer than one takes.
   */
  embedder?: Embedder | undefined;
  /** Ends when every document has its record; else it waits for more. */
  untilDone?: boolean | undefined;
  /** Ends the work: documents under way are finished and written, others given back. */
  stop?: AbortSignal | undefined;
  /** Called when records were written, with the counts so far. */
  onProgress?: ((worked: Worked) => void) | undefined;
}

/** What a worker did. */
export interface Worked {
  /** Results written. */
  results: number;
  /** Error records. */
  errors: number;
  /** Attempts that failed and may be made again. */
  failures: number;
}

const OPTIONS = ['concurrency', 'embedder', 'untilDone', 'stop', 'onProgress'];
const POLL_MS = 1_000;
/** One under way and one waiting, as the pool hands them out; those are finished when the work is to end. */
const UNDER_WAY_A_THREAD = 2;

/**
 * Takes documents of the run and writes their records, until `stop`, or with `untilDone` until all have one. A fault of a
 * document is its record; a fault that may pass (a thread that died) is tried again later, by any worker.
 *
 * @throws AlignError `unknown-option`, `invalid-argument`; `run-not-found`; `run-mismatch` where this is another version
 *   or embedder than the run's; `database-failed` where the database stays away; `model-failed`, `worker-failed`
 */
export async function work(queue: Queue, options: WorkOptions = {}): Promise<Worked> {
  const stray = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (stray !== undefined)
    throw new AlignError('unknown-option', `options has no "${stray}".`, suggestion(stray, OPTIONS));
  const { concurrency = 1, embedder, untilDone = false, stop = new AbortController().signal, onProgress } = options;
  checkAlignerOptions({ concurrency, embedder });
  if (!(stop instanceof AbortSignal))
    throw invalid('options.stop', stop, 'an AbortSignal', 'Pass the signal of an AbortController.');
  const { settings } = await readRun(queue);
  requireSame(queue.schema, settings, await settingsHere(settings.options, embedder));
  const aligner = await alignerOf(settings.options, concurrency, embedder);
  try {
    return await new Working(queue, aligner, stop, untilDone, onProgress).work(concurrency);
  } finally {
    await aligner.close();
  }
}

function alignerOf(
  options: RunSettings['options'],
  concurrency: number,
  embedder: Embedder | undefined,
): Promise<Aligner> {
  return embedder === undefined ? openThreads({ ...options, concurrency }) : openAligner({ ...options, embedder });
}

class Working {
  readonly #queue: Queue;
  readonly #jobs: Jobs;
  readonly #aligner: Aligner;
  readonly #stop: AbortSignal;
  readonly #untilDone: boolean;
  readonly #worked: Worked = { results: 0, errors: 0, failures: 0 };
  /** Taken, and not written, failed or given back. */
  readonly #held = new Map<string, Job>();
  readonly #writer: ResultWriter;
  /** Ends the work when a task beside it fails. */
  readonly #failed = new AbortController();

  constructor(
    queue: Queue,
    aligner: Aligner,
    stop: AbortSignal,
    untilDone: boolean,
    onProgress: WorkOptions['onProgress'],
  ) {
    this.#queue = queue;
    this.#jobs = new Jobs(queue);
    this.#aligner = aligner;
    this.#stop = stop;
    this.#untilDone = untilDone;
    const onWritten = (written: readonly FinishedJob[]): void => {
      for (const { job, error } of written) {
        this.#held.delete(job.id);
        this.#worked[error === null ? 'results' : 'errors']++;
      }
      onProgress?.({ ...this.#worked });
    };
    this.#writer = new ResultWriter(queue, onWritten, (error) => this.#failed.abort(error));
  }

  async work(concurrency: number): Promise<Worked> {
    const { expireInSeconds } = (await this.#queue.boss.getQueue(JOBS))!;
    const fail = (error: unknown): void => this.#failed.abort(error);
    const sign = new WorkerSign(this.#queue);
    await sign.give();
    const beat = async (): Promise<void> => {
      await this.#jobs.touch([...this.#held.keys()]);
      await sign.give();
    };
    const repeated = [
      repeat((expireInSeconds * 1000) / 4, beat, fail),
      repeat((expireInSeconds * 1000) / 2, () => this.#jobs.sweep(), fail),
    ];
    try {
      const finished = concurrentMap(this.#take(concurrency), (job) => this.#align(job), {
        window: UNDER_WAY_A_THREAD * concurrency,
        ordered: false,
        signal: this.#failed.signal,
      });
      for await (const { job, outcome } of finished) await this.#finish(job, outcome);
    } catch (error) {
      this.#failed.abort(error);
    }
    await Promise.all(repeated.map((one) => one.stop()));
    const reason: unknown = this.#failed.signal.reason;
    // A database that was waited for in vain is not told either; it takes the jobs back when they expire.
    if (!isDatabaseFailure(reason)) await this.#leave(sign);
    this.#failed.signal.throwIfAborted();
    return this.#worked;
  }

  /** The next jobs are asked for while those before are handed out, so that no thread waits for the database. */
  async *#take(threads: number): AsyncGenerator<Job> {
    const page = new PageSize(threads);
    let next: Promise<Job[]> | undefined;
    const ask = (): Promise<Job[]> => {
      const asked = this.#jobs.take(page.size).then((jobs) => {
        for (const job of jobs) this.#held.set(job.id, job);
        return jobs;
      });
      // It is waited for later; until then a failure is nobody's.
      asked.catch(() => {});
      return asked;
    };
    while (!this.#stop.aborted) {
      const jobs = await (next ?? ask());
      next = jobs.length > 0 ? ask() : undefined;
      page.begin();
      for (const [i, job] of jobs.entries()) {
        if (this.#stop.aborted) return this.#release([...jobs.slice(i), ...(await next!)]);
        yield job;
      }
      page.end();
      if (jobs.length > 0) continue;
      if (this.#untilDone) {
        await this.#jobs.bury();
        if (await this.#jobs.areDone()) return;
      }
      await pause(POLL_MS, this.#stop);
    }
    await this.#release((await next) ?? []);
  }

  async #align(job: Job): Promise<{ job: Job; outcome: Outcome }> {
    const document = JSON.parse(job.document) as AlignCase;
    return { job, outcome: await outcomeOf(document.id, () => this.#aligner.align(document), undefined) };
  }

  async #finish(job: Job, outcome: Outcome): Promise<void> {
    const error = 'error' in outcome ? outcome.error.code : null;
    const record = recordLine(outcome);
    if (error !== 'internal') return this.#writer.add({ job, record, error });
    await this.#jobs.fail(job.id, record);
    this.#held.delete(job.id);
    this.#worked.failures++;
  }

  async #release(jobs: readonly Job[]): Promise<void> {
    await this.#jobs.release(jobs.map(({ id }) => id));
    for (const { id } of jobs) this.#held.delete(id);
  }

  /** What is still held after a failure goes to others at once, where the database can be told. */
  async #leave(sign: WorkerSign): Promise<void> {
    await this.#writer.end();
    await this.#release([...this.#held.values()]);
    await sign.remove();
  }
}

function isDatabaseFailure(error: unknown): boolean {
  return error instanceof AlignError && error.code === 'database-failed';
}
