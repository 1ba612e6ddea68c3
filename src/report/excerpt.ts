import type { Sentence } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { cellWidth, takeCells, takeLastCells } from './cells.ts';
import { escapeTerminal } from './escape.ts';
import type { MarkKind } from './kind.ts';
import type { Paint } from './paint.ts';
import { segments } from './segments.ts';

/** What stands before and after marked words; those of missing and added text are wdiff's. */
const BRACKETS: Readonly<Record<MarkKind, readonly [string, string]>> = {
  missing: ['[-', '-]'],
  added: ['{+', '+}'],
  damaged: ['[!', '!]'],
  unrelated: ['[×', '×]'],
};

/** Columns kept of the words before a mark when the line is too long, and when the marked words would not fit else. */
const LEAD = 16;
const LEAST_LEAD = 8;
/** Sentences shown of one finding. */
const MOST_SENTENCES = 3;

interface Piece {
  text: string;
  kind: MarkKind | undefined;
}

/** The sentences that `spans` touch, one line of at most `width` columns each, their words in `spans` marked. */
export function excerpts(
  text: string,
  sentences: readonly Sentence[],
  spans: readonly Span[],
  kind: MarkKind,
  width: number,
  paint: Paint,
): string[] {
  const touched = sentences.filter((s) => spans.some((span) => span.start < s.end && span.end > s.start));
  const lines = touched.slice(0, MOST_SENTENCES).map((sentence) => {
    const pieces = segments(sentence, spans).flatMap(({ start, end, marks }): Piece[] => {
      // More of a sentence than this never fits a line; megabytes of one line stay cheap.
      const words = escapeTerminal(text.slice(start, Math.min(end, start + 40 * width)));
      if (marks.length === 0) return [{ text: words, kind: undefined }];
      const [open, close] = BRACKETS[kind];
      return [
        { text: open, kind },
        { text: words, kind },
        { text: close, kind },
      ];
    });
    return crop(pieces, width)
      .map((piece) => (piece.kind === undefined ? piece.text : paint(piece.kind, piece.text)))
      .join('');
  });
  const left = touched.length - lines.length;
  return left > 0 ? [...lines, paint('dim', `… and ${left} more`)] : lines;
}

/** Shortens the words before the first mark, then cuts at the width; what is cut away is told by an ellipsis. */
function crop(pieces: Piece[], width: number): Piece[] {
  let total = pieces.reduce((sum, piece) => sum + cellWidth(piece.text), 0);
  if (total <= width) return pieces;
  const [first, ...others] = pieces;
  const lead = cellWidth(first!.text);
  let rest = pieces;
  if (first!.kind === undefined && others.length > 0) {
    const marked = others.slice(0, 3).reduce((sum, piece) => sum + cellWidth(piece.text), 0);
    const least = Math.max(LEAST_LEAD, Math.min(LEAD, width - marked - 2));
    const room = Math.max(least, lead - (total - width) - 1);
    if (room < lead) {
      const words = lastWords(first!.text, room);
      rest = [{ text: `…${words}`, kind: undefined }, ...others];
      total += cellWidth(words) + 1 - lead;
    }
  }
  if (total <= width) return rest;
  const kept: Piece[] = [];
  let used = 0;
  for (const [i, piece] of rest.entries()) {
    const size = cellWidth(piece.text);
    // An ellipsis and a closing bracket have to fit behind what is cut; behind plain words at the end, the ellipsis alone.
    const room = i === rest.length - 1 && piece.kind === undefined ? width - 1 : width - 3;
    if (used + size > room && piece.kind !== undefined && piece.text === BRACKETS[piece.kind][1]) {
      kept.push(piece, { text: '…', kind: undefined });
      break;
    }
    if (used + size > room) {
      kept.push({ text: `${firstWords(piece.text, room - used)}…`, kind: piece.kind });
      if (piece.kind !== undefined) kept.push({ text: BRACKETS[piece.kind][1], kind: piece.kind });
      break;
    }
    kept.push(piece);
    used += size;
  }
  return kept;
}

/** As many whole words of the text's beginning as fit into `width` columns; of a word that is longer its beginning. */
function firstWords(text: string, width: number): string {
  const cut = takeCells(text, width);
  if (cut.length === text.length || text.charAt(cut.length) === ' ') return cut;
  const space = cut.lastIndexOf(' ');
  return space < 0 ? cut : cut.slice(0, space);
}

/** As many whole words of the text's end as fit into `width` columns; of a word that is longer its end. */
function lastWords(text: string, width: number): string {
  const cut = takeLastCells(text, width);
  if (cut.length === text.length || text.charAt(text.length - cut.length - 1) === ' ') return cut;
  const space = cut.indexOf(' ');
  return space < 0 || space === cut.length - 1 ? cut : cut.slice(space + 1);
}
