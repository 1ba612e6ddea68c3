import { isLetter } from '../text/letters.ts';
import { allMatches } from '../text/matches.ts';

/** The letters before the hyphen are at most so many. */
const LONGEST_HEAD = 40;

/** Two runs of letters with a hyphen between them; it may be followed by a soft hyphen or by white space. */
const HYPHENATED = /(\p{L}{2,40})(-\u00ad?|\u00ad-|\u2010)(?:[ \u00a0]|\r?\n)?(?=(\p{L}{2,40}))/gu;
const HYPHENATED_HERE = new RegExp(HYPHENATED.source, 'uy');

/**
 * All matches of `HYPHENATED`: the first run is 1, the second, which is not part of the match, is 3. Sought at the hyphens,
 * since the pattern tries every letter of a text and takes a hundred times as long. O(length).
 */
export function hyphenatedWords(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let free = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isHyphen(text.charCodeAt(at))) continue;
    let start = at;
    const first = Math.max(free, at - LONGEST_HEAD);
    while (start > first && isLetter(text.charCodeAt(start - 1))) start--;
    // Letters of two code units, as in no language that is looked at.
    if (start > first && isSurrogate(text.charCodeAt(start - 1))) return allMatches(HYPHENATED, text);
    HYPHENATED_HERE.lastIndex = start;
    const match = HYPHENATED_HERE.exec(text);
    if (!match) continue;
    found.push(match);
    free = start + match[0].length;
    at = free - 1;
  }
  return found;
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0xad || code === 0x2010;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
