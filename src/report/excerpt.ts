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

/** Columns kept of the words before a mark when the line is too long. */
const LEAD = 16;
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
  if (first!.kind === undefined && others.length > 0 && lead > LEAD) {
    const room = Math.max(LEAD, lead - (total - width) - 1);
    rest = [{ text: `…${takeLastCells(first!.text, room)}`, kind: undefined }, ...others];
    total += room + 1 - lead;
  }
  if (total <= width) return rest;
  const kept: Piece[] = [];
  let used = 0;
  for (const piece of rest) {
    const size = cellWidth(piece.text);
    // An ellipsis and a closing bracket have to fit behind what is cut.
    if (used + size > width - 3 && piece.kind !== undefined && piece.text === BRACKETS[piece.kind][1]) {
      kept.push(piece, { text: '…', kind: undefined });
      break;
    }
    if (used + size > width - 3) {
      kept.push({ text: `${takeCells(piece.text, width - 3 - used)}…`, kind: piece.kind });
      if (piece.kind !== undefined) kept.push({ text: BRACKETS[piece.kind][1], kind: piece.kind });
      break;
    }
    kept.push(piece);
    used += size;
  }
  return kept;
}
