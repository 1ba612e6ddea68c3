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

/** Characters whose normalized form is one character whatever stands beside them: those of most sentences. */
const PLAIN = [
  ...range(0x20, 0x7e),
  0xa0,
  0xab,
  0xbb,
  0x401,
  ...range(0x410, 0x44f),
  0x451,
  ...range(0x2010, 0x2015),
  ...range(0x2018, 0x201f),
];

function range(first: number, last: number): number[] {
  return Array.from({ length: last + 1 - first }, (_, k) => first + k);
}

/** The normalized form of each of them, by its code; 0 for all others. Made between two letters, for a space there stays. */
function plainForms(): Uint16Array {
  const forms = new Uint16Array(Math.max(...PLAIN) + 1);
  for (const code of PLAIN) forms[code] = normalize(`a${String.fromCharCode(code)}a`).charCodeAt(1);
  return forms;
}

/** The characters of a normalized text, but for spaces: there may be some at both ends, and several on end. */
export class NormalizedText {
  readonly #forms = plainForms();
  #characters = new Uint16Array(1024);

  /** The characters are the first `length` of an array that the next call overwrites. O(length). */
  read(text: string): { characters: Uint16Array; length: number } {
    this.#grow(text.length);
    const characters = this.#characters;
    const forms = this.#forms;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const form = code < forms.length ? forms[code]! : 0;
      if (form === 0) return this.#copy(normalize(text));
      characters[i] = form;
    }
    return { characters, length: text.length };
  }

  #copy(normalized: string): { characters: Uint16Array; length: number } {
    this.#grow(normalized.length);
    for (let i = 0; i < normalized.length; i++) this.#characters[i] = normalized.charCodeAt(i);
    return { characters: this.#characters, length: normalized.length };
  }

  #grow(length: number): void {
    if (this.#characters.length < length) this.#characters = new Uint16Array(length);
  }
}
