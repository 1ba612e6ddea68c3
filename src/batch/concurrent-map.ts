export interface ConcurrentMapOptions {
  /** The most inputs that are taken and whose outputs are not handed out yet; 1 or more. */
  window: number;
  /** Outputs in the order of the inputs, or else as they are finished. */
  ordered: boolean;
  signal?: AbortSignal | undefined;
}

/** An input that was taken, and its output once there is one. */
interface Slot<O> {
  output?: { value: O };
}

/**
 * Maps inputs to outputs with several pieces of work under way. No input is asked for while `window` of them are
 * without a handed-out output, so memory is bounded and a slow consumer slows the producer. An output never waits for
 * the next input to come. When the iteration ends early, `inputs` is closed.
 *
 * @throws what `work` rejects with, at once; what `inputs` throws, after the outputs of the inputs before; the signal's
 *   reason once it is aborted, whatever is waited for
 */
export async function* concurrentMap<I, O>(
  inputs: AsyncIterable<I> | Iterable<I>,
  work: (input: I) => Promise<O>,
  { window, ordered, signal }: ConcurrentMapOptions,
): AsyncGenerator<O, void, undefined> {
  signal?.throwIfAborted();
  const iterator = Symbol.asyncIterator in inputs ? inputs[Symbol.asyncIterator]() : inputs[Symbol.iterator]();
  const slots: Slot<O>[] = [];
  let isOpen = true;
  let isReading = false;
  let isAtEnd = false;
  let inputFailure: { reason: unknown } | undefined;
  let workFailure: { reason: unknown } | undefined;
  let wake = (): void => {};
  const onAbort = (): void => wake();
  signal?.addEventListener('abort', onAbort);

  const fill = (): void => {
    if (isOpen && !isReading && !isAtEnd && slots.length < window) void read();
  };
  async function read(): Promise<void> {
    isReading = true;
    try {
      const next = await iterator.next();
      if (next.done === true) isAtEnd = true;
      else if (isOpen) start(next.value);
    } catch (reason) {
      isAtEnd = true;
      inputFailure = { reason };
    }
    isReading = false;
    fill();
    wake();
  }
  function start(input: I): void {
    const slot: Slot<O> = {};
    slots.push(slot);
    work(input).then(
      (value) => {
        slot.output = { value };
        wake();
      },
      (reason: unknown) => {
        workFailure ??= { reason };
        wake();
      },
    );
  }
  const takeFinished = (): { value: O } | undefined => {
    const at = ordered ? 0 : slots.findIndex(({ output }) => output !== undefined);
    const output = slots[at]?.output;
    if (output !== undefined) slots.splice(at, 1);
    return output;
  };

  try {
    for (;;) {
      signal?.throwIfAborted();
      if (workFailure !== undefined) throw workFailure.reason;
      const output = takeFinished();
      if (output !== undefined) {
        yield output.value;
        continue;
      }
      if (isAtEnd && slots.length === 0) break;
      fill();
      await new Promise<void>((resolve) => (wake = resolve));
    }
    if (inputFailure !== undefined) throw inputFailure.reason;
  } finally {
    isOpen = false;
    signal?.removeEventListener('abort', onAbort);
    if (!isAtEnd) await close(iterator, isReading);
  }
}

/** Ends the input; one that is being waited for ends when it may, since it might never answer. */
async function close(iterator: AsyncIterator<unknown> | Iterator<unknown>, isReading: boolean): Promise<void> {
  const closed = (async () => iterator.return?.())();
  if (isReading) closed.catch(() => {});
  else await closed;
}
