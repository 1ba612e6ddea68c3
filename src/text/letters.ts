const OTHER_LETTER = /^\p{L}$/u;

/**
 * True for a letter of any script in the basic plane, by its UTF-16 code. Latin and Cyrillic, which
 * are nearly all that news in these languages holds, are told without a regular expression.
 */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code < 0x250)
    return code >= 0xc0 ? code !== 0xd7 && code !== 0xf7 : code === 0xaa || code === 0xb5 || code === 0xba;
  if (code >= 0x400 && code <= 0x52f) return code < 0x482 || code > 0x489;
  if (code >= 0x2000 && code <= 0x206f) return false;
  return OTHER_LETTER.test(String.fromCharCode(code));
}

/** True for an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** True for a capital letter. */
export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (code >= 0x400 && code <= 0x45f) return code < 0x430;
  if (!isLetter(code)) return false;
  const letter = String.fromCharCode(code);
  return letter.toLowerCase() !== letter;
}

/** True for a small letter. */
export function isLower(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  if (code >= 0x400 && code <= 0x45f) return code >= 0x430;
  if (!isLetter(code)) return false;
  const letter = String.fromCharCode(code);
  return letter.toUpperCase() !== letter;
}

/** True for a mark that combines with the letter before it (an accent written on its own). */
export function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

/** True for `-`, the hyphens U+2010 and U+2011, and the dashes U+2012 to U+2015 and U+2212. */
export function isDash(code: number): boolean {
  return code === 0x2d || (code >= 0x2010 && code <= 0x2015) || code === 0x2212;
}
