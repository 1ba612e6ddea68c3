/** The lines of a text without their ends (LF, CRLF, CR); the nothing after the last end is no line. O(length). */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
