import type { Command } from '../command.ts';
import { EXIT_NOTE, help, quiet, reportOptions, ruleNames } from './shared-options.ts';

export const articleCommand: Command = {
  name: '',
  synopsis: 'SOURCE RENDERING... [options]',
  summary: 'one article with its renderings',
  description: [
    'Aligns an article with its translations and reports what is missing, added or damaged. Files are plain text, UTF-8, UTF-16 with a byte order mark, Windows-1251 or KOI8-R; - is standard input.',
  ],
  options: {
    ...reportOptions,
    open: { type: 'flag', help: 'Show the page (-o FILE.html, or else a temporary one) in the browser.' },
    'list-rules': { type: 'flag', help: 'Print the rules with their severities in the profiles literal and wire.' },
    explain: {
      type: 'value',
      placeholder: 'RULE',
      choices: ruleNames,
      listedBy: '--list-rules',
      help: 'Print what a rule finds, what it leaves alone and when to ignore it.',
    },
    quiet,
    version: { type: 'flag', help: 'Print the version.' },
    help,
  },
  examples: [
    ['align-translations source.ru.txt agency.en.txt', 'a report in the terminal'],
    ['align-translations a.ru.txt a.en.txt -o report.html --open', 'the same as a page, in the browser'],
    ['cat a.en.txt | align-translations a.ru.txt - --format json', 'through a pipe'],
  ],
  notes: [EXIT_NOTE],
  positionals: 'files',
  isReport: true,
  load: async () => (await import('../article.ts')).article,
};
