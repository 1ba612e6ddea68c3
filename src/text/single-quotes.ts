import type { Language } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import type { Quotations } from './quotes.ts';
import { isBlank } from '../core/span.ts';
import { allMatches } from './matches.ts';

const SINGLE_MARK = /['‘’‚‛]/g;
/** English words that begin with an apostrophe. */
const ELISION = /^(?:\d|n['’]|em\b|til\b|till\b|tis\b|twas\b|cause\b|cos\b|bout\b|round\b|s\b|neath\b)/i;
/** A quotation in single marks is no longer than this; beyond it two apostrophes have met. */
const MAX_LENGTH = 600;

/**
 * The quotations in single marks of one paragraph. A mark inside a word, a decade ('80s), an elision ('em, 'n') and a
 * plural possessive are apostrophes; what does not pair is left alone, except ‘, which is never an apostrophe.
 */
export function pairSingles(text: string, block: Span, language: Language): Quotations {
  const quotations: Quotations['quotations'] = [];
  const faults: Quotations['faults'] = [];
  let open: { at: number; weakClose: number } | null = null;
  const pair = (start: number, close: number): void => {
    if (close - start > MAX_LENGTH || close - start < 2) return;
    const inner = { start: start + 1, end: close };
    quotations.push({ start, end: close + 1, inner, depth: 0, wellFormed: true });
  };
  const settle = (): void => {
    if (!open) return;
    if (open.weakClose > 0) pair(open.at, open.weakClose);
    else if (text[open.at] === '‘') faults.push({ start: open.at, end: open.at + 1, kind: 'unclosed' });
    open = null;
  };
  for (const m of allMatches(SINGLE_MARK, text.slice(block.start, block.end))) {
    const at = block.start + m.index;
    const left = at > block.start ? text[at - 1]! : ' ';
    const right = at + 1 < block.end ? text[at + 1]! : ' ';
    if (right === "'" || left === "'") continue;
    const wordLeft = /[\p{L}\p{N}]/u.test(left);
    const wordRight = /[\p{L}\p{N}]/u.test(right);
    if (wordLeft && wordRight) continue;
    const blankLeft = isBlank(left.charCodeAt(0)) || '([{—–-/"“„«'.includes(left);
    const blankRight = isBlank(right.charCodeAt(0)) || '.,;:!?…)]}—–-/"”“»'.includes(right);
    if (blankLeft && !blankRight && text[at] !== '’') {
      if (language === 'en' && ELISION.test(text.slice(at + 1, at + 10))) continue;
      settle();
      open = { at, weakClose: 0 };
    } else if (!blankLeft && blankRight && text[at] !== '‘' && open) {
      // After s the mark may be a possessive: it closes only if no better one follows.
      if (/s/i.test(left)) open.weakClose = at;
      else {
        pair(open.at, at);
        open = null;
      }
    }
  }
  settle();
  return { quotations, faults };
}
