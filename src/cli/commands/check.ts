import type { Command } from '../command.ts';
import { EXIT_NOTE, help, quiet, reportOptions } from './shared-options.ts';

export const checkCommand: Command = {
  name: 'check',
  synopsis: '[PATH...] [options]',
  summary: 'many articles: files, globs, folders',
  description: [
    'Reports on many articles, each with the renderings that lie beside it. A PATH is a source, a glob of sources in quotes, or a folder, which stands for every *.ru.txt in it and below (*.en.txt with --source-language en).',
    'Renderings are found by --renderings, a glob from the folder of the source on, in which {name} is the name of the source without extension and language: articles/talks.ru.txt has the name talks. By itself it is {name}.en*.txt for a source in .ru.txt, and {name}.ru*.txt for one in .en.txt.',
    'Reports of all articles go into one, in the formats that can hold several (stylish, jsonl, tsv, csv, markdown, sarif, junit, github); -o with {name}, or {dir} for the folder of the source, writes one for each article.',
    'An article that cannot be read is told on standard error, and the rest goes on.',
  ],
  options: {
    renderings: {
      type: 'value',
      placeholder: 'GLOB',
      help: 'Where the renderings of a source lie, for example "../en/{name}*.txt".',
      configKey: 'renderings',
    },
    ...reportOptions,
    concurrency: {
      type: 'value',
      short: 'j',
      kind: 'count',
      least: 1,
      placeholder: 'N',
      help: 'Worker threads; 1 by itself. The reports are the same.',
      configKey: 'concurrency',
    },
    quiet,
    help,
  },
  examples: [
    ['align-translations check articles/*.ru.txt', 'each with its NAME.en*.txt'],
    ['align-translations check wire --format junit -o report.junit.xml', 'a folder, for continuous integration'],
    [
      `align-translations check 'ru/*.txt' --renderings '../en/{name}*.txt' -o 'reports/{name}.html'`,
      'a page for each',
    ],
  ],
  notes: [`${EXIT_NOTE} It is the worst of all articles.`],
  positionals: 'files',
  positionalsKey: 'files',
  isReport: true,
  load: async () => (await import('../check.ts')).check,
};
