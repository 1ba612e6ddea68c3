import type { Severity } from '../core/result.ts';
import type { MarkKind } from './kind.ts';

type Style = 'bold' | 'dim' | Severity | MarkKind;

/** Select Graphic Rendition codes (ECMA-48) that begin and end a style; colour only repeats what symbols say. */
const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  missing: [33, 39],
  added: [36, 39],
  damaged: [35, 39],
  unrelated: [2, 22],
};

/** Wraps a text, which must be escaped already, into a style. */
export type Paint = (style: Style, text: string) => string;

/** The painter with colours, or the one that leaves texts as they are. */
export function painter(color: boolean): Paint {
  if (!color) return (_, text) => text;
  return (style, text) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`;
}
