import type { Command } from '../command.ts';
import { queueOptions } from './queue-options.ts';
import { help } from './shared-options.ts';

export const statusCommand: Command = {
  name: 'status',
  synopsis: '[options]',
  summary: 'how far such a run has come',
  description: [
    'Tells how far a run in PostgreSQL has come: counts, errors, rate over the last minute, time left, workers alive.',
  ],
  options: {
    ...queueOptions,
    json: { type: 'flag', help: 'As a line of JSON.' },
    watch: { type: 'flag', help: 'Again every 2 seconds, until every document has its record.' },
    quiet: { type: 'flag', short: 'q', help: 'Accepted, and changes nothing.' },
    help,
  },
  examples: [['align-translations status --watch', 'as it goes on']],
  notes: ['Exit status: 0 done, 2 wrong usage or database, 130 interrupted.'],
  positionals: [],
  load: async () => (await import('../queue-status.ts')).status,
};
