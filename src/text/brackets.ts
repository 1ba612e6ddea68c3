import type { Span } from '../core/span.ts';
import { allMatches } from './matches.ts';

/** A bracket without its partner in its paragraph. */
export interface BracketFault extends Span {
  kind: 'unopened' | 'unclosed';
}

const BRACKET = /[()[\]]/g;
/** Brackets deeper than this are no prose; the bound keeps reading linear. */
const MAX_NESTING = 16;
/** `1)`, `12)`, `a)`, `iv)` at the beginning of a word: the marker of a list item. */
const LIST_MARKER = /(?:^|[\s;,(])(?:\d{1,3}|\p{L}|[ivx]{1,4})$/u;
const FACE = /[:;=][-'^]?$/;

/**
 * The round and square brackets of one paragraph that do not pair, in order. List markers (`1)`), smileys and rows of
 * brackets used as smileys are left alone. O(length of the paragraph).
 */
export function readBracketFaults(text: string, block: Span): BracketFault[] {
  const faults: BracketFault[] = [];
  const open: { at: number; glyph: string }[] = [];
  for (const m of allMatches(BRACKET, text.slice(block.start, block.end))) {
    const at = block.start + m.index;
    const glyph = m[0];
    if (isFace(text, at, glyph)) continue;
    if (glyph === '(' || glyph === '[') {
      open.push({ at, glyph });
      if (open.length > MAX_NESTING) open.shift();
      continue;
    }
    const partner = open.findLastIndex((o) => (o.glyph === '(') === (glyph === ')'));
    if (partner >= 0) {
      for (const lost of open.splice(partner).slice(1)) faults.push(fault(lost.at, 'unclosed'));
      continue;
    }
    if (glyph === ')' && LIST_MARKER.test(text.slice(Math.max(block.start, at - 6), at))) continue;
    faults.push(fault(at, 'unopened'));
  }
  for (const { at } of open) faults.push(fault(at, 'unclosed'));
  return faults.sort((a, b) => a.start - b.start);
}

function isFace(text: string, at: number, glyph: string): boolean {
  if (text[at - 1] === glyph || text[at + 1] === glyph) return glyph === '(' || glyph === ')';
  return (glyph === '(' || glyph === ')') && FACE.test(text.slice(Math.max(0, at - 2), at));
}

function fault(at: number, kind: BracketFault['kind']): BracketFault {
  return { start: at, end: at + 1, kind };
}
