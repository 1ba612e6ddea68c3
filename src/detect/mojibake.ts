import type { Span } from '../core/span.ts';
import type { Steps } from '../core/steps.ts';
import { allMatches } from '../text/matches.ts';
import { visitingPieces } from './text-pieces.ts';

/** Characters that are the bytes of another character, read in the wrong encoding. */
export interface Misread extends Span {
  /** The encoding that the bytes were read in. */
  page: Page;
  /** What the bytes say in UTF-8; empty where a byte of them was lost. */
  meant: string;
  /** False where the characters may stand side by side in good text (`СССР»`). */
  certain: boolean;
}

type Page = 'windows-1252' | 'windows-1251';

/** The characters of bytes 0x80 to 0x9F (windows-1252), and to 0xBF (windows-1251); U+0000 for none. */
const HIGH: Readonly<Record<Page, string>> = {
  'windows-1252': '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ',
  'windows-1251': 'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\0™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї',
};

/** No page has a character beyond, the sign of a trade mark. */
const LAST_CODE = 0x2122;

/** The byte that each character stands for, by its code; 0 for none. */
const BYTES: Readonly<Record<Page, Uint8Array>> = {
  'windows-1252': bytesOf('windows-1252'),
  'windows-1251': bytesOf('windows-1251'),
};

function bytesOf(page: Page): Uint8Array {
  const bytes = new Uint8Array(LAST_CODE + 1);
  for (let byte = 0x80; byte <= 0xff; byte++) {
    const given = HIGH[page][byte - 0x80];
    if (given !== undefined && given !== '\0') bytes[given.charCodeAt(0)] = byte;
    else if (page === 'windows-1251' && byte >= 0xc0) bytes[0x410 + byte - 0xc0] = byte;
    // What the page leaves open, and all that Latin-1 reads, comes through as the code itself.
    if (page === 'windows-1252') bytes[byte] = byte;
  }
  return bytes;
}

/** What may stand after a letter in good text, and is a byte inside a character in UTF-8. */
const AFTER_LETTER = /[\p{L}\u00a0\u00ad«»‘’“”‚„…–—‹›™®№•ªº]/u;

/** The misread characters of a text, ordered, in steps. O(length). */
export function* misreadCharacterSteps(text: string): Steps<Misread[]> {
  const found: Misread[] = [];
  yield* visitingPieces(text, (piece, from) => {
    for (const misread of misreadCharacters(piece))
      found.push({ ...misread, start: from + misread.start, end: from + misread.end });
  });
  return found;
}

/** The misread characters of a text, ordered. O(length). */
export function misreadCharacters(text: string): Misread[] {
  const found: Misread[] = [];
  for (let at = 0; at < text.length;) {
    const misread = text.charCodeAt(at) < 0x80 ? null : misreadAt(text, at);
    if (!misread) {
      at++;
      continue;
    }
    const last = found.at(-1);
    // Two Cyrillic letters in a row: capitals and small signs do not alternate like this in any word.
    if (last && last.end === at && last.page === misread.page && isCyrillic(last.meant) && isCyrillic(misread.meant))
      last.certain = misread.certain = true;
    found.push(misread);
    at = misread.end;
  }
  return found;
}

function misreadAt(text: string, at: number): Misread | null {
  return readAs('windows-1252', text, at) ?? readAs('windows-1251', text, at);
}

function isCyrillic(text: string): boolean {
  return /^[а-яё]$/i.test(text);
}

/** Reads the character of UTF-8 whose first byte is the character at `at`. */
function readAs(page: Page, text: string, at: number): Misread | null {
  const bytes = BYTES[page];
  const lead = bytes[text.charCodeAt(at)] ?? 0;
  const size = sizeOf(lead);
  if (size === 0) return null;
  let code = lead & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) {
    const byte = at + i < text.length ? (bytes[text.charCodeAt(at + i)] ?? 0) : 0;
    if (byte < 0x80 || byte > 0xbf) {
      // The third byte of ” and ’ has no character in some tables, and is lost.
      if (i === 2 && code === PUNCTUATION) return { start: at, end: at + 2, page, meant: '', certain: true };
      return null;
    }
    code = (code << 6) | (byte & 0x3f);
  }
  if (!isPlausible(code, size)) return null;
  const meant = String.fromCodePoint(code);
  return { start: at, end: at + size, page, meant, certain: isCertain(page, text, at, size, meant) };
}

/** The first two bytes of general punctuation, E2 80, as far as they tell the character. */
const PUNCTUATION = 0x80;

function sizeOf(lead: number): number {
  // Latin with marks, Greek and Cyrillic; signs; emoji. Others would take «é »» of French for Chinese.
  if (lead >= 0xc2 && lead <= 0xd1) return 2;
  if (lead === 0xe2 || lead === 0xef) return 3;
  return lead === 0xf0 ? 4 : 0;
}

function isPlausible(code: number, size: number): boolean {
  if (size === 2) return code < 0x400 || (code >= 0x410 && code <= 0x44f) || code === 0x401 || code === 0x451;
  if (size === 3) return (code >= 0x2000 && code <= 0x27ff) || code === 0xfeff || code === 0xfffd;
  return code >= 0x1f000 && code <= 0x1faff;
}

function isCertain(page: Page, text: string, at: number, size: number, meant: string): boolean {
  const rest = text.slice(at + 1, at + size);
  if (/[\u0080-\u009f]/.test(rest) || meant === '\ufeff' || size === 4) return true;
  // The second characters of E2 80 and E2 84 are €, Ђ and „, which follow no letter at once.
  if (size === 3 && '€Ђ„'.includes(rest[0]!)) return true;
  // A letter such as Р or С before a sign is certain in company alone.
  if (isCyrillic(meant)) return false;
  if ([...rest].some((character) => !AFTER_LETTER.test(character))) return true;
  return page === 'windows-1252' && size === 2 && !/\p{L}/u.test(rest) && isOutOfPlace(text, at);
}

/** A capital Â or Ã that no capital stands before or after: no word has it there. */
function isOutOfPlace(text: string, at: number): boolean {
  return /[ÂÃ]/.test(text[at]!) && !/\p{Lu}/u.test(text[at - 1] ?? ' ');
}

/** Four letters or more, each with a mark: Russian in windows-1251 that was read as Latin-1. */
const MARKED = /[À-ÖØ-öø-ÿ]{4,}/g;

/** Russian words whose bytes were read as Latin-1 (`Ïðèâåò`), ordered. O(length). */
export function misreadWords(text: string): Misread[] {
  return allMatches(MARKED, text).map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    page: 'windows-1252',
    meant: String.fromCharCode(...[...word.slice(0, 40)].map((letter) => letter.charCodeAt(0) - 0xc0 + 0x410)),
    certain: true,
  }));
}
