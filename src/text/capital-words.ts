import { isBlank, type Span } from '../core/span.ts';
import { isDigit, isLetter, isUpper } from './letters.ts';

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
    let hasYo = false;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (isBlank(code)) break;
      if (code === SMALL_YO || code === CAPITAL_YO) hasYo = true;
    }
    if (at === from) break;
    let first = from;
    let last = at;
    while (first < last && isMark(text.charCodeAt(first))) first++;
    while (last > first && isMark(text.charCodeAt(last - 1))) last--;
    const lower = text.slice(first, last).toLowerCase();
    const key = hasYo ? lower.replaceAll('ё', 'е') : lower;
    tokens.push({
      start: from,
      end: at,
      key,
      isCapital: isUpper(text.charCodeAt(first)) && !ALWAYS_CAPITAL.test(key),
    });
  }
  return tokens;
}

const SMALL_YO = 0x451;
const CAPITAL_YO = 0x401;

function isMark(code: number): boolean {
  return !isLetter(code) && !isDigit(code);
}

/** The share of words with a capital, 0 to 1; 0 where there is no word. */
export function capitals(tokens: readonly Token[]): number {
  return tokens.filter(({ isCapital }) => isCapital).length / Math.max(1, tokens.length);
}

/** How often words stand in lower case, and with a capital inside a sentence, and how often two stand together. */
export interface WordCounts {
  lower: Map<string, number>;
  capital: Map<string, number>;
  pairs: Map<string, number>;
}

/** The counts of a text, made when they are first asked for. */
export class TextCounts {
  private made: WordCounts | undefined;

  constructor(private readonly text: string) {}

  get(): WordCounts {
    return (this.made ??= countWords(this.text));
  }
}

/** Counts the words of a text, of its beginning where it is long. */
export function countWords(
  text: string,
  tokens = readTokens(text, {
    start: 0,
    end: Math.min(text.length, LOOKED_AT),
  }),
): WordCounts {
  const counts: WordCounts = {
    lower: new Map(),
    capital: new Map(),
    pairs: new Map(),
  };
  let last: Token | undefined;
  for (const token of tokens) {
    const { key, isCapital } = token;
    if (!isCapital) countOne(counts.lower, key);
    else if (last && isLetter(text.charCodeAt(last.end - 1))) countOne(counts.capital, key);
    if (last) countOne(counts.pairs, `${last.key} ${key}`);
    last = token;
  }
  return counts;
}

function countOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
