import { AlignError } from '../core/errors.ts';

/** The encodings that are told apart, by their WHATWG labels. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'koi8-r';

/** The text of a file and how it was stored. */
export interface DecodedText {
  /** Without the byte order mark. */
  text: string;
  /** What its bytes were read as. */
  encoding: TextEncoding;
}

/** Share of control characters beyond which a file is taken for binary. */
const MAX_CONTROL_SHARE = 0.02;
/** Letters to look at when telling two eight-bit encodings apart. */
const MAX_JUDGED = 20_000;
/**
 * The commonest pairs of letters inside Russian words. They make up 40 to 50% of the pairs of Russian
 * prose, and 5% or less when the bytes are read in the wrong encoding.
 */
const FREQUENT_PAIRS: ReadonlySet<string> = new Set(
  `ст но то на ен ов ни ра во ко не по ос го пр ре ро ол та ел ер ал ор ет ва ли ит ть ан ом от од ки ка ес ль ло ле
  ла ти ри те де да ог ав ат ин об ск ви ия ил им ый ых ой ся он за ны ив до ис`.split(/\s+/),
);
const MIN_FREQUENT_SHARE = 0.25;
const MIN_PAIRS = 6;

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, and Russian text in Windows-1251 or KOI8-R,
 * which are told apart by the pairs of letters that they give. `name` stands in the messages.
 *
 * @throws AlignError `file-not-text` for binary data, and for bytes that are neither valid UTF-8 nor
 * plausible Russian; the message names the first byte that is wrong.
 */
export function decodeText(bytes: Uint8Array, { name = 'the data' }: { name?: string } = {}): DecodedText {
  const encoding = encodingOf(bytes, name);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notText(`${name} begins with a byte order mark of ${encoding} and is not valid ${encoding}.`, { cause });
  }
  const control = firstOfManyControls(text);
  if (control !== null) throw notText(`${name} is binary data: control character U+${hex(control, 4)} in the text.`);
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array, name: string): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw notText(`${name} is binary data: byte 0x00 at offset ${nul}.`);
  const wrong = firstInvalidUtf8(bytes);
  if (wrong < 0) return 'utf-8';
  const shares = (['windows-1251', 'koi8-r'] as const).map((encoding) => ({
    encoding,
    share: russianShare(bytes, encoding),
  }));
  const best = shares[1]!.share > shares[0]!.share ? shares[1]! : shares[0]!;
  if (best.share >= MIN_FREQUENT_SHARE) return best.encoding;
  throw notText(
    `${name} is not valid UTF-8: byte 0x${hex(bytes[wrong]!, 2)} at offset ${wrong}; ` +
      'nor is it Russian text in Windows-1251 or KOI8-R.',
  );
}

/** The share of frequent pairs among neighbouring Russian letters; 0 where there are too few. */
function russianShare(bytes: Uint8Array, encoding: 'windows-1251' | 'koi8-r'): number {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, MAX_JUDGED));
  let pairs = 0;
  let frequent = 0;
  for (let i = 1; i < text.length; i++) {
    const a = text.charCodeAt(i - 1);
    const b = text.charCodeAt(i);
    if (a < 0x80 && b < 0x80) continue;
    if (!isRussian(a) || !isRussian(b)) {
      // A foreign sign beside a Russian letter, or two of them, is what a wrong encoding gives.
      if (isForeignSign(a) || isForeignSign(b)) pairs++;
      continue;
    }
    pairs++;
    if (FREQUENT_PAIRS.has(text.slice(i - 1, i + 1).toLowerCase())) frequent++;
  }
  return pairs < MIN_PAIRS ? 0 : frequent / pairs;
}

function isRussian(code: number): boolean {
  return (code >= 0x410 && code <= 0x44f) || code === 0x401 || code === 0x451;
}

/** Letters and box-drawing signs that Russian prose does not hold; quotation marks, dashes, №, § and the like are fine. */
function isForeignSign(code: number): boolean {
  return (code >= 0x2500 && code <= 0x25ff) || (code >= 0x400 && code <= 0x4ff && !isRussian(code)) || code === 0xfffd;
}

/** The offset of the first byte that is not valid UTF-8, or -1. O(length). */
function firstInvalidUtf8(bytes: Uint8Array): number {
  const n = bytes.length;
  let i = 0;
  while (i < n) {
    const b = bytes[i]!;
    if (b < 0x80) {
      i++;
      continue;
    }
    const size = b >= 0xc2 && b <= 0xdf ? 2 : (b & 0xf0) === 0xe0 ? 3 : b >= 0xf0 && b <= 0xf4 ? 4 : 0;
    if (size === 0 || i + size > n) return i;
    for (let k = 1; k < size; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return i;
    const second = bytes[i + 1]!;
    const overlong = (b === 0xe0 && second < 0xa0) || (b === 0xf0 && second < 0x90);
    if (overlong || (b === 0xed && second > 0x9f) || (b === 0xf4 && second > 0x8f)) return i;
    i += size;
  }
  return -1;
}

/** The first control character where the text holds a NUL or too many controls to be text; else null. */
function firstOfManyControls(text: string): number | null {
  let first: number | null = null;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 || (code >= 0x09 && code <= 0x0d)) continue;
    if (code === 0) return code;
    first ??= code;
    count++;
  }
  return count > Math.max(1, text.length * MAX_CONTROL_SHARE) ? first : null;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

function notText(message: string, options?: { cause: unknown }): AlignError {
  return new AlignError('file-not-text', message, 'Pass plain text; convert other encodings to UTF-8 first.', options);
}
