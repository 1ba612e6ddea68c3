import type { Command } from '../command.ts';
import { queueOptions } from './queue-options.ts';
import { help } from './shared-options.ts';

export const workerCommand: Command = {
  name: 'worker',
  synopsis: '[options]',
  summary: 'records for the documents of such a run',
  description: [
    'Aligns the documents of a run in PostgreSQL. Any number of workers on any machines share one run; each has to be of the version that enqueued it. One that dies loses nothing: others take its documents over.',
    'SIGTERM and Ctrl-C end it in order: documents under way are finished and written, the others given back. A second one ends it at once. It waits five minutes for a database that went away.',
  ],
  options: {
    ...queueOptions,
    concurrency: {
      type: 'value',
      short: 'j',
      kind: 'count',
      least: 1,
      placeholder: 'N',
      help: 'Worker threads; 1 by itself.',
    },
    'until-done': { type: 'flag', help: 'End when every document has its record; else wait for more.' },
    quiet: { type: 'flag', short: 'q', help: 'No progress and no summary.' },
    help,
  },
  examples: [['align-translations worker -j 4 --until-done', 'four threads, as long as there is work']],
  notes: ['Exit status: 0 done or SIGTERM, 2 wrong usage, model or database, 130 Ctrl-C.'],
  positionals: [],
  load: async () => (await import('../queue-worker.ts')).worker,
};
