import { AlignError } from '../core/errors.ts';
import { MAX_BYTES } from './files.ts';

const LF = 0x0a;
const CR = 0x0d;
const HINT = 'Convert the file to UTF-8, one record a line.';

/**
 * The lines of a UTF-8 stream without their ends (LF or CRLF); a byte order mark is left out, and so is the nothing
 * after the last line end. A line that cannot be text comes as the error that says why, and the next lines follow all
 * the same. Only one line is held in memory, and of a line that is too long not even that.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes = MAX_BYTES,
): AsyncGenerator<string | AlignError> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  };
  const take = (): string | AlignError => {
    number++;
    const bytes = Buffer.concat(parts);
    const tooLong = length > maxBytes;
    parts = [];
    length = 0;
    if (tooLong)
      return new AlignError('file-too-large', `Line ${number} has more than ${maxBytes} bytes.`, 'Split the record.');
    return decode(bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes, number);
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      add(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

function decode(bytes: Uint8Array, number: number): string | AlignError {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: number > 1 }).decode(bytes);
  } catch (cause) {
    return new AlignError('file-not-text', `Line ${number} is not valid UTF-8.`, HINT, { cause });
  }
}
