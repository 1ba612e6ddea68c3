import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/**
 * A file of results ends in `.gz` as a row of gzip members (RFC 1952, section 2.2), each of whole lines and each with
 * its own size in the extra field of its header, so that after a kill the whole members are found without unpacking.
 * Any gzip reader reads the row as one text.
 *
 *     1f 8b 08 FLG mtime(4) XFL OS | 0c 00 | 'A' 'T' 08 00 size(4) 0(4) | deflated lines | CRC-32 | length
 */
const HEADER = 10;
const EXTRA = 14;
const EXTRA_FLAG = 4;

/** What each member begins with. */
export const MEMBER_START = Uint8Array.of(0x1f, 0x8b, 8, EXTRA_FLAG);

/** How much of a member has to be there for `memberSize`. */
export const MEMBER_HEADER = HEADER + EXTRA;

/** Lines are gathered up to this many bytes: larger members are hardly smaller in the end, and a kill costs one. */
export const MEMBER_BYTES = 1 << 17;

const gzipped = promisify(gzip);

/** A member that holds `text`. The same text gives the same bytes. */
export async function member(text: Uint8Array): Promise<Uint8Array> {
  const plain = await gzipped(text);
  const whole = Buffer.alloc(plain.length + EXTRA);
  plain.copy(whole, 0, 0, HEADER);
  plain.copy(whole, MEMBER_HEADER, HEADER);
  whole[3]! |= EXTRA_FLAG;
  whole.writeUInt16LE(EXTRA - 2, HEADER);
  whole.write('AT', HEADER + 2, 'latin1');
  whole.writeUInt16LE(8, HEADER + 4);
  whole.writeUInt32LE(whole.length % 2 ** 32, HEADER + 6);
  whole.writeUInt32LE(Math.floor(whole.length / 2 ** 32), HEADER + 10);
  return whole;
}

/** The size of the member that begins with these bytes; undefined where `member` did not write them. */
export function memberSize(header: Buffer): number | undefined {
  const isOurs =
    header.length === MEMBER_HEADER &&
    header.subarray(0, MEMBER_START.length).equals(MEMBER_START) &&
    header.readUInt16LE(HEADER) === EXTRA - 2 &&
    header.toString('latin1', HEADER + 2, HEADER + 4) === 'AT';
  return isOurs ? header.readUInt32LE(HEADER + 6) + header.readUInt32LE(HEADER + 10) * 2 ** 32 : undefined;
}
