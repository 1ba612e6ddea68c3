import type { Span } from '../core/span.ts';
import { finish, type Steps } from '../core/steps.ts';
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
  return finish(lexemeSteps(text));
}

/** What `readLexemes` does, in steps: one for some lexemes. */
export function* lexemeSteps(text: string): Steps<Lexeme[]> {
  const lexemes: Lexeme[] = [];
  while (appendLexemes(text, lexemes)) yield;
  return lexemes;
}

const LEXEMES_A_STEP = 4096;

/** Reads the next lexemes; false where the text has no more. */
function appendLexemes(text: string, lexemes: Lexeme[]): boolean {
  let end = lexemes.at(-1)?.end ?? 0;
  // Other texts may have been read since.
  piece.lastIndex = end;
  for (let left = LEXEMES_A_STEP; left > 0; left--) {
    const match = piece.exec(text);
    if (!match) return false;
    const raw = match[0];
    const start = match.index;
    const code = raw.charCodeAt(0);
    const kind = isDigit(code) ? 'digits' : isLetter(code) || letter.test(raw) ? 'word' : 'mark';
    const before =
      end === 0 ? 'break' : start === end ? 'nothing' : lineBreak.test(text.slice(end, start)) ? 'break' : 'space';
    end = start + raw.length;
    lexemes.push({ kind, start, end, before, key: kind === 'word' ? wordKey(raw) : raw });
  }
  return true;
}

function wordKey(raw: string): string {
  const lower = raw.toLowerCase();
  return /[ё\u00ad]/.test(lower) ? lower.replaceAll('ё', 'е').replaceAll('\u00ad', '') : lower;
}

/** True for a mark that joins figures or words: a hyphen or one of the dashes. */
export function isDash(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && lexeme.kind === 'mark' && '-‐‑–—−'.includes(lexeme.key);
}
