import { pause } from './pause.ts';

/** Does something every so often, one time after the other, until it is stopped. */
export interface Repeated {
  /** Waits for the one under way. */
  stop(): Promise<void>;
}

/** `onFailure` hears the first failure, which ends it. */
export function repeat(everyMs: number, task: () => Promise<void>, onFailure: (error: unknown) => void): Repeated {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    for (;;) {
      await pause(everyMs, stopping.signal);
      if (stopping.signal.aborted) return;
      await task();
    }
  };
  const running = run().catch(onFailure);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
