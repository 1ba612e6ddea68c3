import { describe, expect, test } from 'vitest';
import { AlignError } from '../../src/core/errors.ts';
import { decodeText } from '../../src/text/decode.ts';

const RUSSIAN = 'Москва и Пекин обеспокоены вмешательством внешних сил в ситуацию в Казахстане — МИД «РФ».';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Encodes with the table that the decoder of the platform has. */
function eightBit(text: string, encoding: string): Uint8Array {
  const table = new Map<string, number>();
  const decoder = new TextDecoder(encoding);
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (letter) => table.get(letter) ?? 0x3f);
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

function failure(bytes: Uint8Array): AlignError {
  try {
    decodeText(bytes, { name: 'a.txt' });
  } catch (error) {
    if (error instanceof AlignError) return error;
  }
  throw new Error('expected an AlignError');
}

describe('decodes', () => {
  test.each([
    ['UTF-8', utf8(RUSSIAN), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${RUSSIAN}`), 'utf-8'],
    ['UTF-16, little endian', utf16(RUSSIAN, true), 'utf-16le'],
    ['UTF-16, big endian', utf16(RUSSIAN, false), 'utf-16be'],
    ['Windows-1251', eightBit(RUSSIAN, 'windows-1251'), 'windows-1251'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: RUSSIAN, encoding });
  });

  test('KOI8-R, and capitals in either eight-bit encoding', () => {
    const plain = RUSSIAN.replace(/[—«»]/g, '-');
    for (const text of [plain, plain.toUpperCase(), `Reuters, AFP: ${plain}`]) {
      for (const encoding of ['koi8-r', 'windows-1251'] as const) {
        expect(decodeText(eightBit(text, encoding))).toEqual({ text, encoding });
      }
    }
  });

  test('characters of two, three and four bytes, the first and the last of each', () => {
    const text = '\u0080é\u07ff\u0800€\ud7ff\ue000\u{10000}😀\u{10ffff} and a line of plain letters to go with them';
    expect(decodeText(utf8(text))).toEqual({ text, encoding: 'utf-8' });
  });

  test('an empty file and plain ASCII', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
    expect(decodeText(utf8('One.\r\n\tTwo.'))).toEqual({ text: 'One.\r\n\tTwo.', encoding: 'utf-8' });
  });
});

describe('refuses', () => {
  test('invalid UTF-8, with the offset', () => {
    const error = failure(Uint8Array.of(...utf8('Naïve'), 0xe9, 0x20, 0x61));
    expect(error.code).toBe('file-not-text');
    expect(error.message).toContain('a.txt is not valid UTF-8: byte 0xE9 at offset 6');
  });

  test.each([
    ['an overlong form', [0x61, 0xc0, 0xaf]],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80]],
    ['a character cut off at the end', [0x61, 0xd0]],
    ['an overlong form of three bytes', [0x61, 0xe0, 0x9f, 0xbf]],
    ['an overlong form of four bytes', [0x61, 0xf0, 0x8f, 0xbf, 0xbf]],
    ['a character beyond the last one', [0x61, 0xf4, 0x90, 0x80, 0x80]],
    ['a byte that begins no character', [0x61, 0xf5, 0x80, 0x80, 0x80]],
    ['a lone continuation', [0x61, 0x80, 0x62]],
  ])('%s', (_, bytes) => {
    expect(failure(Uint8Array.from(bytes)).message).toContain('at offset 1;');
  });

  test('German in Windows-1252', () => {
    const bytes = eightBit(
      'Über die Maßnahmen gegen Österreich müssen größere Städte früh entscheiden.',
      'windows-1252',
    );
    expect(failure(bytes).code).toBe('file-not-text');
  });

  test('binary data', () => {
    expect(failure(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)).message).toContain('byte 0x00 at offset 4');
    expect(failure(Uint8Array.from({ length: 64 }, (_, i) => (i % 8) + 1)).message).toContain('control character');
    const noise = Uint8Array.from({ length: 512 }, (_, i) => ((i * 197 + 31) % 255) + 1);
    expect(failure(noise).code).toBe('file-not-text');
  });

  test('broken UTF-16, with the cause', () => {
    const error = failure(utf16(RUSSIAN, true).subarray(0, 11));
    expect(error.code).toBe('file-not-text');
    expect(error.cause).toBeInstanceOf(TypeError);
  });
});
