import type { Command } from '../command.ts';
import { alignOptions, failOnOption, help } from './shared-options.ts';

export const batchCommand: Command = {
  name: 'batch',
  synopsis: 'CASES.jsonl [-o RESULTS.jsonl] [options]',
  summary: 'many documents, one a line of JSON',
  description: [
    'Aligns many documents, one a line; other keys are ignored, and the results keep the order.',
    '  in:   { "id", "source", "renderings": [{ "id", "text" }] }\n  out:  { "id", "result" } or { "id", "error": { "code", "message" } }',
    'Files that end in .gz are read and written with gzip; - is standard input or output.',
  ],
  options: {
    output: { type: 'value', short: 'o', kind: 'path', placeholder: 'FILE', help: 'Standard output by itself.' },
    concurrency: {
      type: 'value',
      short: 'j',
      kind: 'count',
      least: 1,
      placeholder: 'N',
      help: 'Worker threads; 1 by itself. The results are the same.',
    },
    resume: {
      type: 'flag',
      help: 'Go on where a run that wrote to -o FILE was broken off, with the same options: documents with a record there are left out, a torn last line is written anew.',
    },
    'fail-on': failOnOption('never'),
    ...alignOptions,
    quiet: { type: 'flag', short: 'q', help: 'No progress and no summary.' },
    help,
  },
  examples: [
    ['align-translations batch cases.jsonl -o results.jsonl -j 4', 'with four threads'],
    ['zcat cases.jsonl.gz | align-translations batch - | jq .result.summary', 'through pipes'],
  ],
  notes: ['Exit status: 0 done, 1 findings, 2 wrong usage or some document gave an error record, 130 interrupted.'],
  positionals: 'files',
  load: async () => (await import('../batch.ts')).batch,
};
