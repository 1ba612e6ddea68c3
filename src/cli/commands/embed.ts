import type { Command } from '../command.ts';
import { help } from './shared-options.ts';

export const embedCommand: Command = {
  name: 'embed',
  synopsis: 'LINES.txt -o VECTORS.f32',
  summary: 'vectors of lines',
  description: [
    'Writes the vector of every line, as the embedded model gives it: little-endian float32, unit rows, no header. LINES.txt is UTF-8, one text a line; - is standard input or output.',
  ],
  options: {
    output: { type: 'value', short: 'o', kind: 'path', placeholder: 'FILE', help: 'Standard output by itself.' },
    quiet: { type: 'flag', short: 'q', help: 'No progress.' },
    help,
  },
  examples: [['align-translations embed lines.txt -o lines.f32', 'a row of 4 x dimensions bytes for each line']],
  notes: ['Exit status: 0 done, 2 wrong usage, input or model, 130 interrupted.'],
  positionals: 'files',
  load: async () => (await import('../embed.ts')).embed,
};
