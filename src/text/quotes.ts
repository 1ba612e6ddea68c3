import type { Language } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { isBlank } from '../core/span.ts';
import { finish, type Steps } from '../core/steps.ts';
import { pairSingles } from './single-quotes.ts';
import { allMatches } from './matches.ts';

/** A quotation, its marks included in the span. */
export interface Quotation extends Span {
  /** What stands between the marks. */
  inner: Span;
  /** 0 for a quotation of the text, 1 for one inside another. */
  depth: number;
  /** False where the closing mark is missing (the quotation then ends with its paragraph) or was told from a wrong mark. */
  wellFormed: boolean;
}

/** A quotation mark without its partner, or one that has its partner and faces the wrong way. */
export interface MarkFault extends Span {
  kind: 'unopened' | 'unclosed' | 'wrong-direction';
}

export interface Quotations {
  quotations: Quotation[];
  faults: MarkFault[];
}

type Side = 'open' | 'close' | null;

interface Mark extends Span {
  glyph: string;
  /** What the glyph itself says; null for straight marks, and for “, which closes where „ has opened. */
  facing: Side;
  /** What spaces and punctuation around it say. */
  context: Side;
  angle: boolean;
}

interface Pair {
  open: Mark;
  close: Mark | null;
  /** Where the quotation ends if `close` is null. */
  end: number;
  wellFormed: boolean;
}

/** What one paragraph leaves open for its neighbours. */
interface BlockReading {
  pairs: Pair[];
  unclosed: Pair[];
  unopened: Mark[];
  wrongDirection: Mark[];
  /** First mark of the block, and whether it is the first character that is not blank. */
  first: Mark | null;
  leads: boolean;
}

/** Not where it is a piece of a wrongly decoded dash or mark (â€”). */
const DOUBLE_MARK = /``|''|(?<!â€)["“”„‟«»‹›]/g;
const OPENERS = '«„‟‹``';
const CLOSERS = '”»›';
const OPENING_NEIGHBOURS = '([{<—–-/=|:';
const CLOSING_NEIGHBOURS = '.,;:!?…)]}>—–-/|';
/** More marks than this are not open at once in prose; the bound keeps reading linear. */
const MAX_NESTING = 8;
/** A quotation runs over no more paragraphs than this without being opened anew. */
const MAX_PARAGRAPHS = 12;
const ENDS_CLAUSE = /[,.!?…]$/;

/**
 * Reads the quotations of a text, paragraph by paragraph, and the marks that do not pair. Straight marks are told from
 * what stands around them and from what is open; quotations nest; one that is opened anew at each paragraph and closed
 * in the last is no fault, nor is one that runs on into the next paragraph and is closed there. Single marks count only
 * where they pair and are no apostrophes. Both lists are ordered by start. O(length of the text).
 */
export function readQuotations(text: string, language: Language, blocks: readonly Span[]): Quotations {
  return finish(quotationSteps(text, language, blocks));
}

/** What `readQuotations` does, in steps: one a paragraph, for double marks and for single ones. */
export function* quotationSteps(text: string, language: Language, blocks: readonly Span[]): Steps<Quotations> {
  const readings: BlockReading[] = [];
  for (const block of blocks) {
    yield;
    readings.push(readBlock(text, block));
  }
  joinParagraphs(text, readings);
  const quotations: Quotation[] = [];
  const faults: MarkFault[] = [];
  for (const [i, block] of blocks.entries()) {
    yield;
    const reading = readings[i]!;
    for (const pair of reading.pairs) quotations.push(toQuotation(pair));
    for (const pair of reading.unclosed) {
      quotations.push(toQuotation(pair));
      faults.push({ start: pair.open.start, end: pair.open.end, kind: 'unclosed' });
    }
    for (const mark of reading.unopened) faults.push({ start: mark.start, end: mark.end, kind: 'unopened' });
    for (const mark of reading.wrongDirection)
      faults.push({ start: mark.start, end: mark.end, kind: 'wrong-direction' });
    const singles = pairSingles(text, block, language);
    for (const quotation of singles.quotations) quotations.push(quotation);
    for (const fault of singles.faults) faults.push(fault);
  }
  quotations.sort((a, b) => a.start - b.start || b.end - a.end);
  setDepths(quotations);
  faults.sort((a, b) => a.start - b.start);
  return { quotations, faults };
}

function readBlock(text: string, block: Span): BlockReading {
  const marks = findMarks(text, block);
  const reading: BlockReading = {
    pairs: [],
    unclosed: [],
    unopened: [],
    wrongDirection: [],
    first: marks[0] ?? null,
    leads: marks.length > 0 && blankBetween(text, block.start, marks[0]!.start),
  };
  const open: Mark[] = [];
  for (const mark of marks) {
    if (sideOf(mark, open) === 'open') {
      if (mark.facing === 'close') reading.wrongDirection.push(mark);
      open.push(mark);
      if (open.length > MAX_NESTING) reading.unclosed.push(unclosedPair(open.shift()!, block.end));
      continue;
    }
    const at = partnerOf(mark, open);
    if (at < 0) {
      reading.unopened.push(mark);
      continue;
    }
    const partner = open[at]!;
    for (const lost of open.splice(at).slice(1)) reading.unclosed.push(unclosedPair(lost, block.end));
    const wrong = mark.facing === 'open' || (mark.glyph === '“' && partner.glyph !== '„');
    if (wrong) reading.wrongDirection.push(mark);
    reading.pairs.push({ open: partner, close: mark, end: mark.end, wellFormed: !wrong });
  }
  settleOpen(text, block, open, reading);
  return reading;
}

/** Decides what the marks mean that are still open at the end of their paragraph. */
function settleOpen(text: string, block: Span, open: Mark[], reading: BlockReading): void {
  for (let i = 0; i < open.length; i++) {
    const mark = open[i]!;
    const next = open[i + 1];
    // `“… stability, “the ministry noted`: the second opening mark was meant to close the first.
    if (next && next.angle === mark.angle && closesClause(text, next, block)) {
      reading.wrongDirection.push(next);
      reading.pairs.push({ open: mark, close: next, end: next.end, wellFormed: false });
      i++;
      continue;
    }
    // «Аэропорт «Шереметьево»: marks that would close at the same place are written once.
    const name = reading.pairs.find(
      (p) => p.open.start > mark.start && p.close?.glyph !== '”' && p.open.angle === mark.angle && isName(text, p),
    );
    if (name?.close && !open.slice(i + 1).some((m) => m.start < name.end)) {
      reading.pairs.push({ open: mark, close: name.close, end: name.end, wellFormed: true });
      continue;
    }
    reading.unclosed.push(unclosedPair(mark, block.end));
  }
}

/** Takes back the faults of quotations that run over paragraphs, from the last on: what was opened last closes first. */
function joinParagraphs(text: string, readings: BlockReading[]): void {
  for (let i = readings.length - 2; i >= 0; i--) while (closesLater(text, readings, i));
}

/**
 * Takes back the last fault of a paragraph if its quotation goes on in the next one or ends farther on. True where it may
 * lie inside another that ends farther on still: “They say “I did not”, which no sentence ends before.
 */
function closesLater(text: string, readings: BlockReading[], i: number): boolean {
  const open = readings[i]!.unclosed.at(-1);
  if (!open) return false;
  const next = readings[i + 1]!;
  if (next.leads && next.first!.angle === open.open.angle && next.first!.context !== 'close') {
    accept(readings[i]!, open);
    return false;
  }
  // Not opened anew, but closed in one of the next paragraphs, with nothing else amiss in between.
  for (let j = i + 1; j < readings.length && j <= i + MAX_PARAGRAPHS; j++) {
    const { unopened, unclosed, wrongDirection, leads } = readings[j]!;
    const closer = unopened[0];
    if (closer && closer.angle === open.open.angle) {
      unopened.shift();
      accept(readings[i]!, { ...open, close: closer, end: closer.end });
      return !/[.!?…]["”»]?\s*$/.test(text.slice(Math.max(0, open.open.start - MAX_NESTING), open.open.start));
    }
    if (unopened.length + unclosed.length + wrongDirection.length > 0 || leads) return false;
  }
  return false;
}

function accept(reading: BlockReading, pair: Pair): void {
  reading.unclosed.pop();
  reading.pairs.push({ ...pair, wellFormed: true });
}

function unclosedPair(open: Mark, end: number): Pair {
  return { open, close: null, end, wellFormed: false };
}

function toQuotation(pair: Pair): Quotation {
  const inner = { start: pair.open.end, end: pair.close ? pair.close.start : pair.end };
  return { start: pair.open.start, end: pair.end, inner, depth: 0, wellFormed: pair.wellFormed };
}

/** Depths by containment; `quotations` are sorted by start, outer before inner. */
function setDepths(quotations: Quotation[]): void {
  const around: Quotation[] = [];
  for (const quotation of quotations) {
    while (around.length > 0 && around.at(-1)!.end <= quotation.start) around.pop();
    quotation.depth = around.length;
    // One that was never closed holds nothing for certain.
    if (quotation.wellFormed || quotation.inner.end < quotation.end) around.push(quotation);
  }
}

function sideOf(mark: Mark, open: readonly Mark[]): 'open' | 'close' {
  const isOpen = open.some((m) => m.angle === mark.angle);
  if (mark.glyph === '“') {
    if (open.at(-1)?.glyph === '„' && mark.context !== 'open') return 'close';
    if (mark.context) return mark.context;
    return isOpen ? 'close' : 'open';
  }
  if (mark.facing && (mark.context ?? mark.facing) === mark.facing) return mark.facing;
  if (mark.facing) return isOpen ? 'close' : 'open';
  return mark.context ?? (isOpen ? 'close' : 'open');
}

/** Index in `open` of the mark that `mark` closes, or -1: the nearest of its own kind, else the nearest one. */
function partnerOf(mark: Mark, open: readonly Mark[]): number {
  for (let i = open.length - 1; i >= 0; i--) if (open[i]!.angle === mark.angle) return i;
  return open.length - 1;
}

function findMarks(text: string, block: Span): Mark[] {
  const marks: Mark[] = [];
  // The paragraph alone: a search of the whole text for the next mark goes to its end where there is none.
  for (const m of allMatches(DOUBLE_MARK, text.slice(block.start, block.end))) {
    const start = block.start + m.index;
    const span = { start, end: start + m[0].length };
    const glyph = m[0];
    if ((glyph === '"' || glyph === "''") && isInchOrSecond(text, span.start, marks)) continue;
    const facing: Side = OPENERS.includes(glyph) ? 'open' : CLOSERS.includes(glyph) ? 'close' : null;
    marks.push({ ...span, glyph, facing, context: contextOf(text, span, block), angle: '«»‹›'.includes(glyph) });
  }
  return marks;
}

/** 5'10", 6" pipes, 40°26'46": after a digit of a measure, and not where a quotation of a number ends. */
function isInchOrSecond(text: string, at: number, marks: readonly Mark[]): boolean {
  if (!/[\d½¼¾]/.test(text[at - 1] ?? '')) return false;
  const before = text.slice(Math.max(0, at - 8), at);
  if (/\d['’′]\s?\d{1,2}(?:[.,½¼¾]\d?)?$/.test(before)) return true;
  if (!/(?:^|[^\d.,])\d{1,2}(?:[.,]\d)?[½¼¾]?$/.test(before)) return false;
  const last = marks.at(-1);
  return !last || last.context === 'close';
}

/** What the characters around a mark say of it; other marks and markdown emphasis beside it are looked through. */
function contextOf(text: string, mark: Span, block: Span): Side {
  const from = Math.max(block.start, mark.start - MAX_NESTING);
  const to = Math.min(block.end, mark.end + MAX_NESTING);
  let left = mark.start - 1;
  while (left >= from && isTransparent(text[left]!)) left--;
  let right = mark.end;
  while (right < to && isTransparent(text[right]!)) right++;
  const blankLeft = left < block.start || isBlank(text.charCodeAt(left));
  const blankRight = right >= block.end || isBlank(text.charCodeAt(right));
  if (blankLeft !== blankRight) return blankLeft ? 'open' : 'close';
  // A mark with a space on both sides says nothing, unless the paragraph ends or begins with it.
  if (blankLeft) return right >= block.end ? 'close' : left < block.start ? 'open' : null;
  if (OPENING_NEIGHBOURS.includes(text[left]!) && !CLOSING_NEIGHBOURS.includes(text[right]!)) return 'open';
  if (CLOSING_NEIGHBOURS.includes(text[right]!) && !OPENING_NEIGHBOURS.includes(text[left]!)) return 'close';
  return null;
}

function isTransparent(character: string): boolean {
  return '"“”„‟«»‹›\'‘’*_'.includes(character);
}

function isName(text: string, pair: Pair): boolean {
  const inner = text.slice(pair.open.end, pair.open.end + 60);
  return /^[\p{Lu}\d]/u.test(inner) && pair.end - pair.open.end <= 60;
}

/** True for a mark that faces right, after the end of a clause and before the reporter's words in lower case. */
function closesClause(text: string, mark: Mark, block: Span): boolean {
  let end = mark.start;
  while (end > block.start && isBlank(text.charCodeAt(end - 1))) end--;
  return (
    ENDS_CLAUSE.test(text.slice(Math.max(block.start, end - 1), end)) &&
    /^\p{Ll}/u.test(text.slice(mark.end, mark.end + 2))
  );
}

function blankBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isBlank(text.charCodeAt(i)) && text[i] !== '—' && text[i] !== '-') return false;
  return true;
}
