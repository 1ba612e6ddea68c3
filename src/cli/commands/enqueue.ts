import type { Command } from '../command.ts';
import { queueOptions } from './queue-options.ts';
import { alignOptions, help } from './shared-options.ts';

export const enqueueCommand: Command = {
  name: 'enqueue',
  synopsis: 'CASES.jsonl [options]',
  summary: 'documents into a run in PostgreSQL',
  description: [
    'Puts documents into a run in PostgreSQL, for workers on any number of machines; see worker, collect and status.',
    '  in:   { "id", "source", "renderings": [{ "id", "text" }] }, as for batch',
    'A document that the run has already, by its content, is left out: to enqueue twice changes nothing. The first call makes the run; later ones need the same options. Needs pg-boss: npm install pg-boss@10.',
  ],
  options: {
    ...queueOptions,
    expire: {
      type: 'value',
      kind: 'count',
      placeholder: 'SECONDS',
      help: 'A worker not heard of for so long loses its documents to others; 60 by itself.',
    },
    retries: {
      type: 'value',
      kind: 'count',
      placeholder: 'N',
      help: 'Further attempts after a fault that may pass; 5 by itself.',
    },
    'retry-delay': {
      type: 'value',
      kind: 'count',
      placeholder: 'SECONDS',
      help: 'The wait before the first of them, then doubled; 5 by itself.',
    },
    'retry-dead': {
      type: 'flag',
      help: 'In place of CASES.jsonl: one more attempt for documents that were given up.',
    },
    ...alignOptions,
    quiet: { type: 'flag', short: 'q', help: 'No progress and no summary.' },
    help,
  },
  examples: [['align-translations enqueue cases.jsonl --schema january', 'into a run of its own']],
  notes: ['Exit status: 0 done, 2 wrong usage, input or database, 130 interrupted.'],
  positionals: 'files',
  load: async () => (await import('../queue-enqueue.ts')).enqueue,
};
