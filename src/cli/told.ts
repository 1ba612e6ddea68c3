import { AlignError } from '../core/errors.ts';
import { escapeTerminal } from '../report/escape.ts';

/** An error for people: a sentence and a hint, without stack. What is no AlignError is a fault of this library, and says so. */
export function told(error: unknown): string {
  if (error instanceof AlignError) {
    return `align-translations: ${escapeTerminal(error.message)}\n${escapeTerminal(error.hint)}\n`;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `align-translations: internal error: ${escapeTerminal(message)}\nPlease report it with the texts that led to it.\n`;
}
