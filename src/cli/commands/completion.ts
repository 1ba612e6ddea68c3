import type { Command } from '../command.ts';
import { help } from './shared-options.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export const completionCommand: Command = {
  name: 'completion',
  synopsis: 'bash|zsh|fish',
  summary: 'completion for a shell',
  description: [
    'Prints a script that makes the shell complete commands, options, formats, rules and files.',
    '  bash:  eval "$(align-translations completion bash)"     in ~/.bashrc\n  zsh:   eval "$(align-translations completion zsh)"      in ~/.zshrc, after compinit\n  fish:  align-translations completion fish | source      in ~/.config/fish/config.fish',
  ],
  options: { help },
  examples: [],
  notes: ['Exit status: 0 done, 2 wrong usage.'],
  positionals: SHELLS,
  load: async () => (await import('../completion.ts')).completion,
};
