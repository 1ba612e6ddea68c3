/** Combining marks, joiners and other characters without a form; the middle and end of a Korean syllable. */
const NO_COLUMN = /^(?:\p{M}|(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2])\p{Cf}|[\u1160-\u11ff])$/u;
/** Pictures that are drawn as such of themselves; the halves of a flag are not. */
const PICTURE = /^(?![\u{1f1e6}-\u{1f1ff}])\p{Emoji_Presentation}$/u;

/**
 * Columns that a code point takes in a terminal: 0 for combining and invisible ones, 2 for wide ones, else 1. Terminals do
 * as Unicode's East Asian Width says (UAX 11), of which the ranges below are the wide and full-width ones of writing.
 */
function columnsOf(codePoint: number, character: string): number {
  if (codePoint < 0x300) return 1;
  if (NO_COLUMN.test(character)) return 0;
  const wide =
    (codePoint >= 0x1100 && codePoint <= 0x115f) ||
    (codePoint >= 0x2e80 && codePoint <= 0xa4cf && codePoint !== 0x303f) ||
    (codePoint >= 0xa960 && codePoint <= 0xa97c) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
    (codePoint >= 0xff01 && codePoint <= 0xff60) ||
    (codePoint >= 0xffe0 && codePoint <= 0xffe6) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd);
  return wide || PICTURE.test(character) ? 2 : 1;
}

/** Columns that a text without controls takes in a terminal. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character.codePointAt(0)!, character);
  return width;
}

/** As much of the text's beginning as fits into `width` columns. */
export function takeCells(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += columnsOf(character.codePointAt(0)!, character);
    if (used > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** As much of the text's end as fits into `width` columns. */
export function takeLastCells(text: string, width: number): string {
  const tail = Array.from(text.slice(-4 * width));
  let used = 0;
  let kept = tail.length;
  while (kept > 0) {
    used += columnsOf(tail[kept - 1]!.codePointAt(0)!, tail[kept - 1]!);
    if (used > width) break;
    kept--;
  }
  // A mark whose letter has been cut off would stand on whatever is written before it.
  while (kept > 0 && kept < tail.length && cellWidth(tail[kept]!) === 0) kept++;
  return tail.slice(kept).join('');
}

/** The text filled up with spaces to `width` columns. */
export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}

/** Breaks a text at its spaces into lines of at most `width` columns; a longer word is cut. At least one line. */
export function wrapCells(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    let rest = word;
    let size = cellWidth(rest);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    while (size > width) {
      const head = takeCells(rest, width) || rest.slice(0, 1);
      lines.push(head);
      rest = rest.slice(head.length);
      size = cellWidth(rest);
    }
    if (rest === '') continue;
    line = line === '' ? rest : `${line} ${rest}`;
    used = line === rest ? size : used + 1 + size;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}
