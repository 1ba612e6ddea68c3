/** Names this normalization in a model file; a file made with another one is refused. */
export const normalizerName = 'nfkc-lower-v1';

// A stress mark is meant without its letter, which the linter takes for a mistake.
// eslint-disable-next-line no-misleading-character-class
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0300\u0301]/g;
const DOUBLE_QUOTES = /[«»„“”‟″]/g;
const SINGLE_QUOTES = /[‘’‚‛′`´]/g;
const DASHES = /[‐‑‒–—―−]/g;
// \s plus what Python's \s, with which the model was trained, has beyond it.
const SPACES = /[\s\x1c-\x1f\x85]+/g;
// Most sentences need nothing of the above, and to look once is cheaper than to replace six times.
const SPECIAL = /[\u0080-\u040f\u0450-\uffff`\t-\r\x1c-\x1f]| {2}/;

/**
 * The form of a text that the tokenizer sees: NFKC, lower case, ё as е, one kind of quotation mark, apostrophe and
 * dash, no invisible characters and stress marks, single spaces. training/normalize.py does the same. O(length).
 */
export function normalize(text: string): string {
  let result = text.normalize('NFKC').toLowerCase();
  if (SPECIAL.test(result)) {
    result = result
      .replace(INVISIBLE, '')
      .replaceAll('ё', 'е')
      .replace(DOUBLE_QUOTES, '"')
      .replace(SINGLE_QUOTES, "'")
      .replace(DASHES, '-')
      .replace(SPACES, ' ');
  }
  return result.trim();
}
