import type { Span } from '../core/span.ts';
import { finish, type Steps } from '../core/steps.ts';
import { isDigit, isLetter } from './letters.ts';
import { wordForm } from './word-forms.ts';

/** The smallest piece that the readers of numbers and dates look at: a run of letters, a run of digits, or one mark. */
export interface Lexeme extends Span {
  kind: 'word' | 'digits' | 'mark';
  /** Lower case, ё as е, without soft hyphens; a figure or mark as it stands. */
  key: string;
  /** What stands before it: nothing, one line's white space, or a line break (also at the start of the text). */
  before: 'nothing' | 'space' | 'break';
}

const piece = /[\p{L}\p{M}][\p{L}\p{M}\u00ad]*|[0-9]+|[^\s\u00ad\u200b-\u200f\ufeff]/gu;
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
  for (let left = LEXEMES_A_STEP; left > 0; left--) {
    if (end === text.length) return false;
    const lexeme = plainLexeme(text, end) ?? nextLexeme(text, end);
    if (!lexeme) return false;
    lexemes.push(lexeme);
    end = lexeme.end;
  }
  return true;
}

/**
 * The next lexeme of a text where it is a word, figure or mark of characters that are known, as nearly all are; null else, and
 * where there is none.
 */
function plainLexeme(text: string, from: number): Lexeme | null {
  let start = from;
  let hasBreak = from === 0;
  for (; start < text.length; start++) {
    const code = text.charCodeAt(start);
    if (code === 0x0a || code === 0x0d) hasBreak = true;
    else if (code !== 0x20 && code !== 0xa0) break;
  }
  if (start === text.length) return null;
  const before = hasBreak ? 'break' : start === from ? 'nothing' : 'space';
  const code = text.charCodeAt(start);
  let end = start + 1;
  if (isKnownLetter(code)) {
    while (end < text.length && isKnownLetter(text.charCodeAt(end))) end++;
    // A letter of another script, an accent, a soft hyphen.
    if (end < text.length && !isKnownMark(text.charCodeAt(end))) return null;
    return { kind: 'word', start, end, before, key: wordForm(text, start, end).key };
  }
  if (isDigit(code)) {
    while (end < text.length && isDigit(text.charCodeAt(end))) end++;
    return { kind: 'digits', start, end, before, key: text.slice(start, end) };
  }
  return isKnownMark(code) ? { kind: 'mark', start, end, before, key: text[start]! } : null;
}

/** Letters of English and Russian. */
function isKnownLetter(code: number): boolean {
  return code < 0x80 ? (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a : code >= 0x400 && code <= 0x45f;
}

/** White space, digits and marks of ASCII, and the marks that their texts have beside those. */
function isKnownMark(code: number): boolean {
  if (code < 0x7f) return code >= 0x20 || code === 0x0a || code === 0x0d;
  return code === 0xa0 || code === 0xab || code === 0xbb || (code >= 0x2010 && code <= 0x2027);
}

/** The next lexeme of any text. */
function nextLexeme(text: string, from: number): Lexeme | null {
  piece.lastIndex = from;
  const match = piece.exec(text);
  if (!match) return null;
  const raw = match[0];
  const start = match.index;
  const code = raw.charCodeAt(0);
  const kind = isDigit(code) ? 'digits' : isLetter(code) || letter.test(raw) ? 'word' : 'mark';
  const before =
    from === 0 ? 'break' : start === from ? 'nothing' : lineBreak.test(text.slice(from, start)) ? 'break' : 'space';
  return { kind, start, end: start + raw.length, before, key: kind === 'word' ? wordKey(raw) : raw };
}

const lineBreak = /[\n\r\u2028\u2029]/;

function wordKey(raw: string): string {
  const { key, isPlain } = wordForm(raw);
  return isPlain ? key : key.replaceAll('\u00ad', '');
}

/** True for a mark that joins figures or words: a hyphen or one of the dashes. */
export function isDash(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && lexeme.kind === 'mark' && '-‐‑–—−'.includes(lexeme.key);
}
