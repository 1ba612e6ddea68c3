import type { Token } from './capital-words.ts';

/**
 * For each token of a sentence, whether a quotation or bracket is open before it. A straight mark may be closed by a curly one,
 * and the other way about; one that closes a quotation of an earlier sentence opens none. O(length).
 */
export function openBefore(text: string, tokens: readonly Token[]): boolean[] {
  let brackets = 0;
  let quotations = 0;
  /** „Such“ a quotation is closed by what opens others. */
  let isLow = false;
  let isStraight = false;
  return tokens.map(({ start, end }) => {
    const isOpen = brackets > 0 || quotations > 0 || isStraight;
    for (let x = start; x < end; x++) {
      if (!mayPair(text.charCodeAt(x))) continue;
      const mark = text[x]!;
      if (mark === '(') brackets++;
      else if (mark === ')') brackets = Math.max(0, brackets - 1);
      else if ('«“„'.includes(mark) && !(mark === '“' && isLow)) {
        quotations++;
        isLow = mark === '„';
      } else if ('»”“"'.includes(mark) && quotations > 0) {
        quotations--;
        isLow = false;
      } else if (mark === '"') isStraight = !isStraight && BEFORE_OPENING.test(text.slice(Math.max(0, x - 1), x));
      else if ('»”'.includes(mark)) isStraight = false;
    }
    return isOpen;
  });
}

/** What stands before a straight mark that opens a quotation: nothing, a blank, a bracket or a dash. */
const BEFORE_OPENING = /^$|[\s([{—–-]/;

/** False for letters, digits and most marks: the characters above are few, and between these codes. */
function mayPair(code: number): boolean {
  return code < 0x2a || (code >= 0xab && code <= 0xbb) || (code >= 0x201c && code <= 0x201e);
}
