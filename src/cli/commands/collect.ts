import type { Command } from '../command.ts';
import { queueOptions } from './queue-options.ts';
import { help } from './shared-options.ts';

export const collectCommand: Command = {
  name: 'collect',
  synopsis: '[-o RESULTS.jsonl] [options]',
  summary: 'the records of such a run into a file',
  description: [
    'Writes the records of a run in PostgreSQL, a line a document, as batch writes them. A file that ends in .gz is written with gzip. The run is left as it is: to collect twice gives the same twice.',
  ],
  options: {
    ...queueOptions,
    output: { type: 'value', short: 'o', kind: 'path', placeholder: 'FILE', help: 'Standard output by itself.' },
    'as-finished': { type: 'flag', help: 'In the order in which documents were finished, not that of the input.' },
    wait: {
      type: 'flag',
      help: 'Wait until every document has its record, and write each as soon as its turn comes.',
    },
    quiet: { type: 'flag', short: 'q', help: 'No progress and no summary.' },
    help,
  },
  examples: [['align-translations collect -o results.jsonl.gz --wait', 'when all is done']],
  notes: [
    'Exit status: 0 done, 1 some documents have no record yet, 2 wrong usage or database, or some document gave an error record, 130 interrupted.',
  ],
  positionals: [],
  load: async () => (await import('../queue-collect.ts')).collect,
};
