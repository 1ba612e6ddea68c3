import { isLetter } from '../text/letters.ts';

/** The letters before the hyphen are at most so many. */
const LONGEST_HEAD = 40;

/** Two runs of letters with a hyphen between them, from one place on; it may be followed by a soft hyphen or by white space. */
const HYPHENATED = /(\p{L}{2,40})(-\u00ad?|\u00ad-|\u2010)(?:[ \u00a0]|\r?\n)?(?=(\p{L}{2,40}))/uy;

/**
 * Words with a hyphen, in order: the first run of letters is 1, the second, which is not part of the match, is 3. Sought at
 * the hyphens, since a pattern that tries every letter of a text takes ten times as long. O(length).
 */
export function hyphenatedWords(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let free = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isHyphen(text.charCodeAt(at))) continue;
    const match = matchBefore(text, at, free);
    if (!match) continue;
    found.push(match);
    free = match.index + match[0].length;
    at = free - 1;
  }
  return found;
}

/** The match with the hyphen at `at` that begins first, at `free` or behind it. */
function matchBefore(text: string, at: number, free: number): RegExpExecArray | null {
  let start = at;
  const first = Math.max(free, at - LONGEST_HEAD);
  while (start > first && isLetter(text.charCodeAt(start - 1))) start--;
  if (start === first || !isSurrogate(text.charCodeAt(start - 1))) return matchAt(text, start);
  // Letters of two code units each, as hardly any text has: every place is tried.
  for (start = Math.max(free, at - 2 * LONGEST_HEAD); start < at; start++) {
    const match = matchAt(text, start);
    if (match) return match;
  }
  return null;
}

function matchAt(text: string, start: number): RegExpExecArray | null {
  HYPHENATED.lastIndex = start;
  return HYPHENATED.exec(text);
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0xad || code === 0x2010;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
