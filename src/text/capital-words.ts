import { isBlank, type Span } from '../core/span.ts';
import { isDigit, isLetter, isUpper } from './letters.ts';
import { wordForm } from './word-forms.ts';

/** A word between blanks, its marks and quotation marks with it. */
export interface Token extends Span {
  /** Lower case, without marks. */
  key: string;
  isCapital: boolean;
}

/** Words that have a capital wherever they stand. */
const ALWAYS_CAPITAL = /^(?:i|i['’].*|ваш.*|вам.?|вами|вас|вы)$/;
/** So much of a text is read for its words, in code units. */
const LOOKED_AT = 20_000;

/** The tokens of a stretch of text, in order. O(length). */
export function readTokens(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  for (let at = start; at < end;) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    const from = at;
    while (at < end && !isBlank(text.charCodeAt(at))) at++;
    if (at === from) break;
    let first = from;
    let last = at;
    while (first < last && isMark(text.charCodeAt(first))) first++;
    while (last > first && isMark(text.charCodeAt(last - 1))) last--;
    const { key } = wordForm(text, first, last);
    const isCapital = isUpper(text.charCodeAt(first)) && !ALWAYS_CAPITAL.test(key);
    tokens.push({ start: from, end: at, key, isCapital });
  }
  return tokens;
}

function isMark(code: number): boolean {
  return !isLetter(code) && !isDigit(code);
}

/** The share of words with a capital from one token to before another, 0 to 1; 0 where there is no word. */
export function capitals(tokens: readonly Token[], from = 0, to = tokens.length): number {
  const end = Math.min(to, tokens.length);
  let count = 0;
  for (let x = from; x < end; x++) if (tokens[x]!.isCapital) count++;
  return count / Math.max(1, end - from);
}

/** How often words stand in lower case, and with a capital inside a sentence, and how often two stand together. */
export class WordCounts {
  /** The last token of each word, and for each token the one before it of the same word; -1 for none. */
  readonly #last = new Map<string, number>();
  readonly #former: Int32Array;
  readonly #asked = {
    lower: new Map<string, number>(),
    capital: new Map<string, number>(),
    pair: new Map<string, number>(),
  };

  /** O(tokens) here, and for each word that is asked for once O(its places). */
  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {
    this.#former = new Int32Array(tokens.length);
    for (let x = 0; x < tokens.length; x++) {
      const { key } = tokens[x]!;
      this.#former[x] = this.#last.get(key) ?? -1;
      this.#last.set(key, x);
    }
  }

  lower(key: string): number {
    return this.#count('lower', key, key, (x) => !this.tokens[x]!.isCapital);
  }

  /** Behind a word without a mark. */
  capital(key: string): number {
    return this.#count(
      'capital',
      key,
      key,
      (x) => this.tokens[x]!.isCapital && x > 0 && isLetter(this.text.charCodeAt(this.tokens[x - 1]!.end - 1)),
    );
  }

  pair(before: string, key: string): number {
    if (!this.#last.has(before)) return 0;
    return this.#count('pair', `${before} ${key}`, key, (x) => this.tokens[x - 1]?.key === before);
  }

  #count(
    which: 'lower' | 'capital' | 'pair',
    name: string,
    key: string,
    isCounted: (token: number) => boolean,
  ): number {
    const asked = this.#asked[which];
    let count = asked.get(name);
    if (count !== undefined) return count;
    count = 0;
    for (let x = this.#last.get(key) ?? -1; x >= 0; x = this.#former[x]!) if (isCounted(x)) count++;
    asked.set(name, count);
    return count;
  }
}

/** The tokens of a text and their counts, of its beginning where it is long; made when they are first asked for. */
export class TextCounts {
  #tokens: Token[] | undefined;
  #made: WordCounts | undefined;

  constructor(private readonly text: string) {}

  get(): WordCounts {
    return (this.#made ??= new WordCounts(this.text, this.#all()));
  }

  /** The tokens of a stretch of the text, as `readTokens` reads them. O(log tokens), and O(length) where they are to be read. */
  tokens(span: Span): readonly Token[] {
    const all = this.#all();
    const first = firstFrom(all, span.start);
    const behind = firstFrom(all, span.end);
    // A token that one of the ends cuts is another one. Behind the last there may be more.
    const isWhole = behind < all.length && (first === 0 || all[first - 1]!.end <= span.start);
    return isWhole && (behind === first || all[behind - 1]!.end <= span.end)
      ? all.slice(first, behind)
      : readTokens(this.text, span);
  }

  #all(): Token[] {
    const { text } = this;
    return (this.#tokens ??= readTokens(text, { start: 0, end: Math.min(text.length, LOOKED_AT) }));
  }
}

/** The index of the first token that begins at `start` or behind it. */
function firstFrom(tokens: readonly Token[], start: number): number {
  let low = 0;
  for (let high = tokens.length; low < high;) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
