import type { Span } from '../core/span.ts';
import { isDigit, isLetter } from './letters.ts';

/** The smallest piece that the readers of numbers and dates look at: a run of letters, a run of digits, or one mark. */
export interface Lexeme extends Span {
  kind: 'word' | 'digits' | 'mark';
  /** Lower case, ё as е, without soft hyphens; a figure or mark as it stands. */
  key: string;
  /** What stands before it: nothing, one line's white space, or a line break (also at the start of the text). */
  before: 'nothing' | 'space' | 'break';
}

const piece = /[\p{L}\p{M}][\p{L}\p{M}\u00ad]*|[0-9]+|[^\s\u00ad\u200b-\u200f\ufeff]/gu;
const lineBreak = /[\n\r\u2028\u2029]/;
const letter = /^\p{L}/u;

/** Splits a text into lexemes, in order; white space and invisible characters belong to none. O(length). */
export function readLexemes(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let end = 0;
  piece.lastIndex = 0;
  for (let match = piece.exec(text); match; match = piece.exec(text)) {
    const raw = match[0];
    const start = match.index;
    const code = raw.charCodeAt(0);
    const kind = isDigit(code) ? 'digits' : isLetter(code) || letter.test(raw) ? 'word' : 'mark';
    const before =
      end === 0 ? 'break' : start === end ? 'nothing' : lineBreak.test(text.slice(end, start)) ? 'break' : 'space';
    end = start + raw.length;
    lexemes.push({ kind, start, end, before, key: kind === 'word' ? wordKey(raw) : raw });
  }
  return lexemes;
}

function wordKey(raw: string): string {
  const lower = raw.toLowerCase();
  return /[ё\u00ad]/.test(lower) ? lower.replaceAll('ё', 'е').replaceAll('\u00ad', '') : lower;
}

/** True for a mark that joins figures or words: a hyphen or one of the dashes. */
export function isDash(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && lexeme.kind === 'mark' && '-‐‑–—−'.includes(lexeme.key);
}
