import { AlignError } from '../core/errors.ts';
import { invalid } from '../core/invalid.ts';
import { JOBS } from './jobs.ts';
import type { Queue } from './open-queue.ts';
import type { JobPolicy } from './pg-boss.ts';

/** How jobs are tried again; said when the run is made, and the same for all of it. */
export interface PolicyOptions {
  /** A worker that is not heard of for so long loses its jobs to others; default 60, at least 2. */
  expireSeconds?: number | undefined;
  /** How often a job is tried again after a fault that may pass; default 5. */
  retries?: number | undefined;
  /** The first wait before that, doubled each time, with chance added to it; default 5. */
  retryDelaySeconds?: number | undefined;
}

const RETENTION_DAYS = 36_500;

/** @throws AlignError `invalid-argument` */
export function checkPolicy({ expireSeconds, retries, retryDelaySeconds }: PolicyOptions): void {
  check('expireSeconds', expireSeconds, 2, 86_000);
  check('retries', retries, 0, 1_000);
  check('retryDelaySeconds', retryDelaySeconds, 1, 86_400);
}

/** A queue's settings; pg-boss would give up a job that waits for longer than its retention. */
export function policyOf({ expireSeconds = 60, retries = 5, retryDelaySeconds = 5 }: PolicyOptions) {
  const policy: JobPolicy = {
    expireInSeconds: expireSeconds,
    retryLimit: retries,
    retryDelay: retryDelaySeconds,
    retryBackoff: true,
  };
  return { ...policy, retentionDays: RETENTION_DAYS };
}

/** @throws AlignError `run-mismatch` where the run was made with other values than those given now */
export async function requirePolicy({ schema, boss }: Queue, given: PolicyOptions): Promise<void> {
  const made = await boss.getQueue(JOBS);
  const values: [keyof PolicyOptions, number | undefined][] = [
    ['expireSeconds', made?.expireInSeconds],
    ['retries', made?.retryLimit],
    ['retryDelaySeconds', made?.retryDelay],
  ];
  for (const [name, value] of values) {
    if (given[name] === undefined || given[name] === value) continue;
    const message = `The run in the schema ${schema} was made with ${name} ${value}, not ${given[name]}.`;
    throw new AlignError('run-mismatch', message, 'Leave it out: it was said with the first documents.');
  }
}

function check(name: string, value: unknown, least: number, most: number): void {
  if (value === undefined || (Number.isInteger(value) && Number(value) >= least && Number(value) <= most)) return;
  throw invalid(`options.${name}`, value, `a whole number from ${least} to ${most}`, 'Leave it out for the default.');
}
