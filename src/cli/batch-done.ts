import type { FinishedRecord } from './batch-finished.ts';

/** Tells which documents an earlier run has done. */
export interface Done {
  /** True where a record of this id is left; each counts for one document. */
  has(id: FinishedRecord['id']): Promise<boolean>;
  /** Reads the records that no document asked for. */
  end(): Promise<void>;
}

/**
 * Matches documents with the records of an earlier run, each of which is told to `onRecord` once. As long as both are
 * in the same order none is held in memory; from the first difference on, the ids of the records left are. Ids may
 * repeat, and may be null: n records stand for n documents.
 */
export function matchDone(records: AsyncIterable<FinishedRecord>, onRecord: (record: FinishedRecord) => void): Done {
  const iterator = records[Symbol.asyncIterator]();
  let left: Map<string, number> | undefined;
  const next = async (): Promise<string | undefined> => {
    const { done, value } = await iterator.next();
    if (done === true) return undefined;
    onRecord(value);
    return JSON.stringify(value.id);
  };
  const readAll = async (first: string | undefined): Promise<Map<string, number>> => {
    const all = new Map<string, number>();
    for (let id = first; id !== undefined; id = await next()) all.set(id, (all.get(id) ?? 0) + 1);
    return all;
  };
  return {
    async has(given) {
      const id = JSON.stringify(given);
      if (left === undefined) {
        const first = await next();
        if (first === id) return true;
        left = await readAll(first);
      }
      const count = left.get(id) ?? 0;
      if (count === 1) left.delete(id);
      else if (count > 1) left.set(id, count - 1);
      return count > 0;
    },
    async end() {
      if (left === undefined) await readAll(await next());
    },
  };
}
