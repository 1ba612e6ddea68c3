import type { Options } from '../command.ts';

/** What the commands of the queue have in common: where it is. */
export const queueOptions = {
  database: {
    type: 'value',
    placeholder: 'URL',
    help: 'postgresql://user:password@host:port/name; by itself the variable DATABASE_URL, which other users of the machine do not see.',
  },
  schema: {
    type: 'value',
    placeholder: 'NAME',
    help: 'The run, each in a schema of its own; by itself align_translations.',
  },
} as const satisfies Options;
