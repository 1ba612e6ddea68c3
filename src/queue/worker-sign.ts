import type { Queue } from './open-queue.ts';

const FORGOTTEN_AFTER = '1 day';

/** The line of a worker in the table `worker`, by which `status` counts those alive. */
export class WorkerSign {
  readonly #queue: Queue;
  readonly #name: string;

  constructor(queue: Queue) {
    const [{ hostname }, { randomBytes }] = [
      process.getBuiltinModule('node:os'),
      process.getBuiltinModule('node:crypto'),
    ];
    this.#queue = queue;
    this.#name = `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;
  }

  async give(): Promise<void> {
    const { schema, database } = this.#queue;
    await database.executeSql(
      `INSERT INTO ${schema}.worker (name, seen_on) VALUES ($1, now())
       ON CONFLICT (name) DO UPDATE SET seen_on = excluded.seen_on`,
      [this.#name],
    );
  }

  /** Takes it away, and those of workers that ended without. */
  async remove(): Promise<void> {
    const { schema, database } = this.#queue;
    await database.executeSql(`DELETE FROM ${schema}.worker WHERE name = $1 OR seen_on < now() - $2::interval`, [
      this.#name,
      FORGOTTEN_AFTER,
    ]);
  }
}
