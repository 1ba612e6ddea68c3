/** A place as editors count it: both 1-based, the column in UTF-16 code units. */
export interface Position {
  /** The line, from 1. */
  line: number;
  /** The column in it, from 1, in UTF-16 code units. */
  column: number;
}

/** Finds positions in `text`. Lines end with LF, CRLF or CR. Building is O(text), each look-up O(log lines). */
export function positions(text: string): (offset: number) => Position {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}
