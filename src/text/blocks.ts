import type { SentenceKind } from '../core/result.ts';
import { isBlank, trim, type Span } from '../core/span.ts';
import { finish, type Steps } from '../core/steps.ts';
import { isDigit, isLower } from './letters.ts';

/** A paragraph, headline or list item: trimmed, in order; together they cover all that is not blank. */
export interface Block extends Span {
  kind: Exclude<SentenceKind, 'unrelated' | 'dateline'>;
}

/** The longest headline and cross-heading, in code units. */
const LONGEST_HEADLINE = 180;
const LONGEST_CROSS_HEADING = 120;
/** The longest line that a hard wrap leaves. */
const WIDEST_WRAP = 132;
/** Where all lines are shorter than this, they are verse, a table or a list, and no wrap made them. */
const NARROWEST_WRAP = 40;
/** Lines inside paragraphs that must show the same wrap before lines are joined. */
const MIN_WRAPPED_LINES = 3;

/** A line: trimmed span, and whether a blank line or the start of the text stands before it. */
interface Line extends Span {
  afterBlank: boolean;
}

/**
 * The blocks of a text. A line is a block, unless the lines are hard-wrapped: then the lines of a
 * paragraph are one block. Headlines, cross-headings, list items and metadata are told by their shape
 * and their neighbours. O(length).
 */
export function readBlocks(text: string): Block[] {
  return finish(blockSteps(text));
}

/** What `readBlocks` does, in steps: one for some lines, and one between its passes over the text. */
export function* blockSteps(text: string): Steps<Block[]> {
  const lines = yield* lineSteps(text);
  yield;
  const width = wrapWidth(text, lines);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const previous = blocks.at(-1);
    const joined =
      previous &&
      width > 0 &&
      !line.afterBlank &&
      bulletAt(text, line) === 0 &&
      isWrapped(text, lines[i - 1]!, line, width);
    if (joined) previous.end = line.end;
    else blocks.push({ start: line.start, end: line.end, kind: 'body' });
  }
  yield;
  markMetadata(text, blocks);
  markLists(text, blocks);
  yield;
  markHeadlines(text, blocks);
  return blocks;
}

const LINES_A_STEP = 1024;

function* lineSteps(text: string): Steps<Line[]> {
  const lines: Line[] = [];
  let afterBlank = true;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isLineEnd(text.charCodeAt(at))) continue;
    const line = trim(text, { start, end: at });
    if (line.start < line.end) {
      lines.push({ ...line, afterBlank });
      afterBlank = false;
      if (lines.length % LINES_A_STEP === 0) yield;
    } else if (at < text.length && !(text.charCodeAt(at) === 0x0a && at > 0 && text.charCodeAt(at - 1) === 0x0d)) {
      afterBlank = true;
    }
    start = at + 1;
  }
  return lines;
}

function isLineEnd(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** The width at which the lines of `text` were wrapped, in code units; 0 where they were not. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  let width = 0;
  for (const line of lines) {
    if (line.end - line.start > WIDEST_WRAP && text.slice(line.start, line.end).includes(' ')) return 0;
    width = Math.max(width, line.end - line.start);
  }
  let wrapped = 0;
  let inner = 0;
  let open = 0;
  for (let i = 1; i < lines.length; i++) {
    if (lines[i]!.afterBlank) continue;
    inner++;
    if (!isWrapped(text, lines[i - 1]!, lines[i]!, width)) continue;
    wrapped++;
    if (!endsSentence(text, lines[i - 1]!)) open++;
  }
  return width >= NARROWEST_WRAP && wrapped >= MIN_WRAPPED_LINES && wrapped * 2 >= inner && open * 2 >= wrapped
    ? width
    : 0;
}

/** True where `line` is so full that the first word of `next` had no room on it. A tenth of `width` is left for ragged wraps. */
function isWrapped(text: string, line: Line, next: Line, width: number): boolean {
  let word = next.start;
  while (word < next.end && !isBlank(text.charCodeAt(word))) word++;
  return line.end - line.start + 1 + (word - next.start) > width * 0.9;
}

/** True where the last letter, digit or mark of the block, closing marks aside, ends a sentence. */
function endsSentence(text: string, span: Span): boolean {
  return '.!?…'.includes(lastMark(text, span));
}

function lastMark(text: string, span: Span): string {
  let at = span.end - 1;
  while (at > span.start && ('"\'»”’“)]}*'.includes(text[at]!) || isBlank(text.charCodeAt(at)))) at--;
  return text[at] ?? '';
}

/** The bullet that begins the span as a code; 1 for a number with `.` or `)`; 0 for none. */
function bulletAt(text: string, span: Span): number {
  const code = text.charCodeAt(span.start);
  const next = text.charCodeAt(span.start + 1);
  if ('•▪●◦‣∙■□►▶➤✓·'.includes(text[span.start]!)) return 0x2022;
  if ((code === 0x2a || code === 0x2d || code === 0x2013 || code === 0x2014) && isBlank(next)) return code;
  return listNumber(text, span) > 0 ? 1 : 0;
}

/** The number of a line such as `2. Text` or `2) Text`, up to 99; 0 for none. */
function listNumber(text: string, span: Span): number {
  let at = span.start;
  while (at < span.end && at - span.start < 2 && isDigit(text.charCodeAt(at))) at++;
  const mark = text.charCodeAt(at);
  if (at === span.start || (mark !== 0x2e && mark !== 0x29) || !isBlank(text.charCodeAt(at + 1))) return 0;
  return Number(text.slice(span.start, at));
}

/** Marks runs of lines with the same bullet. A dash is a bullet only in company, and not where it opens dialogue. */
function markLists(text: string, blocks: Block[]): void {
  for (let i = 0; i < blocks.length;) {
    const bullet = blocks[i]!.kind === 'body' ? bulletAt(text, blocks[i]!) : 0;
    let end = i + 1;
    while (
      bullet > 0 &&
      end < blocks.length &&
      bulletAt(text, blocks[end]!) === bullet &&
      continues(text, blocks, end, bullet)
    )
      end++;
    const run = blocks.slice(i, end);
    if (bullet > 0 && isList(text, bullet, run, blocks[i - 1])) for (const block of run) block.kind = 'list-item';
    i = end;
  }
}

function continues(text: string, blocks: readonly Block[], at: number, bullet: number): boolean {
  return bullet !== 1 || listNumber(text, blocks[at]!) === listNumber(text, blocks[at - 1]!) + 1;
}

function isList(text: string, bullet: number, run: readonly Block[], before: Block | undefined): boolean {
  if (bullet === 0x2022 || bullet === 0x2a) return true;
  if (run.length < 2) return false;
  if (bullet === 1 || (before && lastMark(text, before) === ':')) return true;
  // Spoken lines end like sentences; items of a list mostly end without a mark.
  const spoken = run.filter((block) => endsSentence(text, block)).length;
  const asked = run.some((block) => '!?'.includes(lastMark(text, block)));
  return bullet === 0x2d ? !asked || spoken * 2 < run.length : spoken * 2 < run.length;
}

const DATE_LINE =
  /^(?:(?:date|дата|published|опубликовано|updated|обновлено|posted)\b ?:? ?)?(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2} \p{L}{3,9}\.?,? \d{4}(?: ?г(?:\.|ода)?)?|\p{L}{3,9}\.? \d{1,2},? \d{4})(?:[ ,|T—–-]{0,3}\d{1,2}:\d{2}(?::\d{2})?(?: ?[A-ZА-Я]{1,4})?(?: ?[ap]\.?m\.?)?)?\.?$/iu;
const BYLINE =
  /^(?:By \p{Lu}[\p{L}.'’-]+(?:,? (?:and |& )?\p{Lu}[\p{L}.'’-]*){0,10}|(?:Автор|Авторы|Текст|Фото|Источник|Source|Photo|Author|Image credit)s?: .{1,80})$/u;
const FOOTER =
  /^(?:\(?(?:With )?(?:additional )?inputs from\b.{0,80}|\(?(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Translated) by\b.{0,150}|(?:©|\(c\)|Copyright\b|Все права защищены|All rights reserved).{0,150}|(?:По материалам|Читайте также)[ :][^.]{0,80}|(?:Источник|Source|Read more):.{0,80})$/iu;
/** Lines longer than this are no metadata. */
const LONGEST_METADATA = 160;
/** How many blocks at either end of a text may hold metadata. */
const METADATA_REACH = 6;

/** Marks lines at the two ends that tell of the text: dates, bylines, agency credits. */
function markMetadata(text: string, blocks: Block[]): void {
  blocks.forEach((block, i) => {
    if (block.kind !== 'body' || block.end - block.start > LONGEST_METADATA) return;
    // `* * *` and the like separate and say nothing.
    if (!/[\p{L}\p{N}]/u.test(text.slice(block.start, block.end))) block.kind = 'metadata';
    if (i >= METADATA_REACH && i < blocks.length - METADATA_REACH) return;
    const line = text.slice(block.start, block.end).replace(/[\s\u00ad\ufeff]/g, ' ');
    if (DATE_LINE.test(line) || (i < METADATA_REACH && BYLINE.test(line)) || FOOTER.test(line)) block.kind = 'metadata';
  });
  if (blocks.every((block) => block.kind === 'metadata')) for (const block of blocks) block.kind = 'body';
}

/** In a chat or a list of steps many lines lack a final mark, and none of them heads what follows. */
function isLoose(text: string, blocks: readonly Block[]): boolean {
  const body = blocks.filter((block) => block.kind === 'body');
  return body.filter((block) => !endsSentence(text, block)).length > MOST_OPEN * body.length;
}

const MOST_OPEN = 0.5;

/** Marks the headlines before the body, and cross-headings: short lines without a final mark, with text after them. */
function markHeadlines(text: string, blocks: Block[]): void {
  let atTop = true;
  const hasCrossHeadings = !isLoose(text, blocks);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind !== 'body') continue;
    const next = blocks.slice(i + 1, i + 4).find((other) => other.kind === 'body');
    const size = block.end - block.start;
    const mark = lastMark(text, block);
    const open = !'.!?…:;,'.includes(mark) && !isLower(text.charCodeAt(block.start));
    const question =
      mark === '?' &&
      next !== undefined &&
      next.end - next.start > size &&
      !text.slice(block.start, block.end - 1).includes('. ');
    if (atTop && next && size <= LONGEST_HEADLINE && (open || (question && i === 0))) block.kind = 'headline';
    else if (
      !atTop &&
      hasCrossHeadings &&
      next &&
      size <= LONGEST_CROSS_HEADING &&
      open &&
      listNumber(text, block) === 0 &&
      endsSentence(text, next)
    )
      block.kind = 'headline';
    else atTop = false;
  }
  if (!blocks.some((block) => block.kind === 'body' || block.kind === 'list-item')) {
    for (const block of blocks) if (block.kind === 'headline') block.kind = 'body';
  }
}
