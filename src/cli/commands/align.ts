import type { Command } from '../command.ts';
import { help, LANGUAGES } from './shared-options.ts';

const lineFormatNames = async (): Promise<readonly string[]> =>
  Object.keys((await import('../../report/line-formats.ts')).lineFormats);

export const alignCommand: Command = {
  name: 'align',
  synopsis: 'SRC.txt TGT.txt [options]',
  summary: 'beads over files of a sentence a line',
  description: [
    'Aligns two texts of a sentence a line and writes which lines correspond; lines are counted from 0. With vectors of your own in any language, else by the embedded model, in Russian and English. Files are plain text; - is standard input.',
  ],
  options: {
    'source-embeddings': {
      type: 'pair',
      kind: 'path',
      placeholder: 'OVERLAPS EMB',
      help: "The runs of SRC.txt's lines, as Vecalign's overlap.py writes them, and their vectors: little-endian float32, a row an overlap.",
    },
    'target-embeddings': { type: 'pair', kind: 'path', placeholder: 'OVERLAPS EMB', help: 'The same for TGT.txt.' },
    'source-language': {
      type: 'value',
      placeholder: 'CODE',
      choices: LANGUAGES,
      help: 'ru or en, where the text alone does not tell; of use without embeddings.',
    },
    language: { type: 'value', placeholder: 'CODE', choices: LANGUAGES, help: 'The same for TGT.txt.' },
    format: {
      type: 'value',
      placeholder: 'FORMAT',
      choices: lineFormatNames,
      help: "vecalign by itself; ladder and hunalign-text are for hunalign's tools.",
    },
    output: { type: 'value', short: 'o', kind: 'path', placeholder: 'FILE', help: 'Standard output by itself.' },
    quiet: { type: 'flag', short: 'q', help: 'No progress.' },
    help,
  },
  examples: [['align-translations align ru.txt en.txt -o beads.vecalign', 'by the embedded model']],
  notes: [
    'Beads that cross become gaps in a ladder, which cannot hold them.',
    'Exit status: 0 done, 2 wrong usage, input or model, 130 interrupted.',
  ],
  positionals: 'files',
  load: async () => (await import('../align.ts')).align,
};
