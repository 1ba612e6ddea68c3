import type { Command } from '../command.ts';
import { help } from './shared-options.ts';

export const evaluateCommand: Command = {
  name: 'evaluate',
  synopsis: '--gold GOLD --auto AUTO [--gold GOLD --auto AUTO]... [options]',
  summary: 'beads compared with gold beads',
  description: [
    "Compares beads with gold beads, both Vecalign lines, as Vecalign's scorer does. Strict: a bead is right where gold has the same; lax: also where it shares a line on both sides with one gold bead. A gap is right where gold has the same; it counts in precision, not in recall; without gaps it counts in neither.",
  ],
  options: {
    gold: {
      type: 'value',
      multiple: true,
      kind: 'path',
      placeholder: 'GOLD',
      help: 'Repeatable: the first goes with the first --auto, and so on; counted together.',
    },
    auto: {
      type: 'value',
      multiple: true,
      kind: 'path',
      placeholder: 'AUTO',
      help: 'What an aligner wrote; - is standard input.',
    },
    format: { type: 'value', placeholder: 'FORMAT', choices: ['text', 'json'], help: 'text by itself.' },
    help,
  },
  examples: [['align-translations evaluate --gold gold.vecalign --auto beads.vecalign', 'precision, recall and F1']],
  notes: ['Exit status: 0 done, 2 wrong usage or input, 130 interrupted.'],
  positionals: [],
  load: async () => (await import('../evaluate.ts')).evaluate,
};
