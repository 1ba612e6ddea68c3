import { isBlank, trim, type Span } from '../core/span.ts';
import { abbreviations, isDotted, isFullWord, isInitial } from './abbreviations.ts';
import { isDash, isDigit, isLetter, isLower, isUpper } from './letters.ts';

/** The longest quotation or bracket, in code units, that is kept whole inside the sentence around it. */
const SHORT_QUOTATION = 40;
const SHORT_BRACKET = 300;
/** A mark that was decoded twice in the wrong encoding, in code units. */
const LONGEST_GARBLED_MARK = 6;
/** The longest word that is looked up. */
const LONGEST_TOKEN = 24;
/** Beyond this many code units a year with `г.` hardly opens a sentence still (`В 2025 г. Китай ...`), and a capital begins one. */
const FAR_INTO_SENTENCE = 60;
/** Units of one letter, as in `100 м.`, `12 м/с.`. */
const UNITS = 'млтсч';
const TOP_LEVEL_DOMAINS = /^(?:ru|com|org|net|su|рф|ру|info|io|tv|uk|us|eu|ua|by|kz|cn|de)$/;
const SPEECH =
  /^(?:said|says|say|asked|asks|added|told|wrote|writes|replied|tweeted|cried|shouted|exclaimed|joked|quipped|reported|reports|insisted|argued|wondered|recalled|continued)$/;
const PRONOUN = /^(?:I|He|She|It|They|We|You)$/;
/** What never begins a sentence after `8 p.m.`. */
const AFTER_TIME =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$|^(?:et|est|edt|pt|pst|pdt|ct|cst|cdt|gmt|bst|utc|ist|cet|eastern|pacific|central|mountain|moscow|local|london|msk)$/i;

/**
 * The sentences of `span`, trimmed and in order; together they cover all that is not blank. A sentence
 * ends at `.`, `!`, `?` or an ellipsis with the quotation marks, brackets and footnote marks that
 * cling to it, unless what stands around says otherwise: abbreviations and initials, an ellipsis or a
 * quotation that goes on in lower case, a short quotation or bracket inside a sentence. One ends too before the
 * items of a list in the line, `1) Open the lid 2) Press the button`. O(length).
 */
export function splitSentences(text: string, span: Span): Span[] {
  const sentences: Span[] = [];
  const scan = new Scan(text, span);
  let start = span.start;
  let item = 1;
  for (let at = span.start; at < span.end;) {
    if (!isTerminator(text.charCodeAt(at))) {
      if (scan.isItem(at, item)) {
        item++;
        push(sentences, text, start, at);
        start = at;
        scan.begin();
      }
      scan.pass(at);
      at++;
      continue;
    }
    const stop = scan.stopAt(at, start);
    for (let i = at; i < stop.end; i++) scan.pass(i);
    if (stop.ends && stop.end < span.end) {
      push(sentences, text, start, stop.end);
      start = stop.end;
      scan.begin();
    }
    at = stop.end;
  }
  push(sentences, text, start, span.end);
  return sentences;
}

/** Adds the trimmed stretch; one without a letter or digit joins the sentence before it. */
function push(sentences: Span[], text: string, start: number, end: number): void {
  const sentence = trim(text, { start, end });
  if (sentence.start === sentence.end) return;
  const last = sentences.at(-1);
  if (last && !hasWord(text, sentence.start, sentence.end)) last.end = sentence.end;
  else sentences.push(sentence);
}

/** True where the stretch holds a word. A lone accented letter, as in a garbled dash (`â€”`), is none. */
function hasWord(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code) || (code >= 0xd800 && code <= 0xdbff)) return true;
    if (isLetter(code) && (code < 0x80 || isCyrillic(code) || isLetter(text.charCodeAt(i + 1)))) return true;
  }
  return false;
}

function isTerminator(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
}

function isQuote(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0x2039 ||
    code === 0x203a
  );
}

/** Marks that may close what they cling to. */
function isCloser(code: number): boolean {
  return (
    code === 0x29 ||
    code === 0x5d ||
    code === 0x7d ||
    (isQuote(code) && code !== 0xab && code !== 0x201e && code !== 0x201a && code !== 0x2039)
  );
}

/** Marks that may open what follows them. */
function isOpener(code: number): boolean {
  return code === 0x28 || code === 0x5b || code === 0x7b || (isQuote(code) && code !== 0xbb && code !== 0x203a);
}

/** Reads one block from left to right; knows where its open quotation and bracket began. */
class Scan {
  private readonly text: string;
  private readonly end: number;
  /** Where the open quotation and bracket began; -1 for none. */
  private quote = -1;
  private bracket = -1;
  /** The first letter or digit of the current sentence; -1 before it. */
  private firstWord = -1;

  constructor(text: string, span: Span) {
    this.text = text;
    this.end = span.end;
  }

  /** Whether item `number` of a list begins at `at`: `1) Open`, outside quotations and brackets. */
  isItem(at: number, number: number): boolean {
    const { text } = this;
    if (!isDigit(text.charCodeAt(at)) || this.quote >= 0 || this.bracket >= 0) return false;
    if (at > 0 && !isBlank(text.charCodeAt(at - 1))) return false;
    const mark = `${number})`;
    if (!text.startsWith(mark, at)) return false;
    let next = at + mark.length;
    while (next < this.end && isBlank(text.charCodeAt(next))) next++;
    return next < this.end && isUpper(text.charCodeAt(next));
  }

  /** A sentence begins; a bracket left open before it is forgotten. */
  begin(): void {
    this.bracket = -1;
    this.firstWord = -1;
  }

  /** Takes note of the mark at `at`. */
  pass(at: number): void {
    const code = this.text.charCodeAt(at);
    if (this.firstWord < 0 && (isDigit(code) || isLetter(code))) this.firstWord = at;
    if (code === 0x28) this.bracket = at;
    else if (code === 0x29) this.bracket = -1;
    else if (code === 0xab || code === 0x201e || code === 0x201c) this.quote = at;
    else if (code === 0xbb || code === 0x201d) this.quote = -1;
    else if (code === 0x22) this.quote = this.facesRight(at) ? at : -1;
  }

  /** True where the straight mark at `at` opens a quotation: by the blanks around it, else by what is open. */
  private facesRight(at: number): boolean {
    const before = at > 0 ? this.text.charCodeAt(at - 1) : 0x20;
    const after = at + 1 < this.end ? this.text.charCodeAt(at + 1) : 0x20;
    const blankBefore = isBlank(before) || (isOpener(before) && before !== 0x22) || isDash(before);
    const blankAfter = isBlank(after) || isTerminator(after) || after === 0x2c;
    return blankBefore === blankAfter ? this.quote < 0 : blankBefore;
  }

  /** Whether a sentence that began at `start` ends at the terminator at `at`, and where what clings to it ends. */
  stopAt(at: number, start: number): { end: number; ends: boolean } {
    const { text } = this;
    let run = at + 1;
    while (run < this.end && isTerminator(text.charCodeAt(run))) run++;
    let end = this.cling(run);
    let next = this.skipBlanks(end);
    // A mark that stands alone, as in `objects. “` or `end. !!!`, belongs to the sentence before it.
    while (next > end && next < this.end) {
      const float = this.floatingEnd(next);
      if (float === next) break;
      end = float;
      next = this.skipBlanks(end);
    }
    if (next >= this.end) return { end: this.end, ends: false };
    if (next === end) return { end, ends: this.endsWithoutSpace(at, run, end) };
    return { end, ends: this.endsBefore(at, run, end, next, start) };
  }

  /** The end of the closing marks and footnote marks after a terminator. */
  private cling(at: number): number {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(at);
      if (at < this.end && isCloser(code) && !this.opensNext(at)) {
        at++;
        while (at < this.end && isTerminator(text.charCodeAt(at))) at++;
      } else if (at < this.end && code === 0x5b) {
        let close = at + 1;
        while (close < this.end && close - at <= 4 && isDigit(text.charCodeAt(close))) close++;
        if (close === at + 1 || text.charCodeAt(close) !== 0x5d) return at;
        at = close + 1;
      } else return this.clingingGarbledEnd(at);
    }
  }

  /** The end of a closing mark in the wrong encoding that clings to a terminator (`end.â€ Next`); a letter alone is an initial (`P.Å.`). */
  private clingingGarbledEnd(at: number): number {
    const end = this.garbledEnd(at);
    let marks = 0;
    for (let i = at; i < end; i++) {
      const code = this.text.charCodeAt(i);
      if (isTerminator(code)) return at;
      if (!isLetter(code)) marks++;
    }
    return marks > 0 ? end : at;
  }

  /** The end of a mark in the wrong encoding, of what begins with a letter and is no word; `at` where there is none. */
  private garbledEnd(at: number): number {
    const { text } = this;
    if (at >= this.end || !isLetter(text.charCodeAt(at))) return at;
    let end = at;
    while (end < this.end && end - at < LONGEST_GARBLED_MARK && !isBlank(text.charCodeAt(end))) end++;
    return (end >= this.end || isBlank(text.charCodeAt(end))) && !hasWord(text, at, end) ? end : at;
  }

  /** True for a mark without a space before it that opens the next sentence all the same: `end.“Next`. */
  private opensNext(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (code !== 0x201c && code !== 0x2018 && code !== 0x22) return false;
    if (at + 1 >= this.end || !isUpper(this.text.charCodeAt(at + 1))) return false;
    return this.quote < 0;
  }

  /** The end of the marks at `at` that stand between blanks and belong to what is before them; `at` where there are none. */
  private floatingEnd(at: number): number {
    const { text } = this;
    let end = at;
    while (end < this.end && isTerminator(text.charCodeAt(end))) end++;
    if (end === at && isLetter(text.charCodeAt(at))) return this.garbledEnd(at);
    if (end === at) {
      const code = text.charCodeAt(at);
      if (!isCloser(code) || (isOpener(code) && this.quote < 0 && at + 1 < this.end)) return at;
      end++;
    }
    return end >= this.end || isBlank(text.charCodeAt(end)) ? end : at;
  }

  private skipBlanks(at: number): number {
    while (at < this.end && isBlank(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** `end.Next`: a full stop whose space is missing, and no address or name of a file. */
  private endsWithoutSpace(at: number, run: number, end: number): boolean {
    const { text } = this;
    if (!isUpper(text.charCodeAt(end)) && !isOpener(text.charCodeAt(end))) return false;
    const before = this.tokenBefore(at);
    if (before.length < 3 || !isLower(text.charCodeAt(at - 1))) return end > run;
    const after = this.tokenAfter(end);
    if (TOP_LEVEL_DOMAINS.test(after) || before.includes('.')) return false;
    return end > run || (isLower(text.charCodeAt(at - before.length)) && text.charCodeAt(end + after.length) !== 0x2e);
  }

  private endsBefore(at: number, run: number, end: number, next: number, start: number): boolean {
    const { text } = this;
    // Past opening marks and a dash to the letter or digit that tells how the text goes on.
    let head = next;
    let dash = false;
    for (; head < this.end; head++) {
      const code = text.charCodeAt(head);
      if (isDash(code)) dash = true;
      else if (!isOpener(code) && !isBlank(code)) break;
    }
    const code = head < this.end ? text.charCodeAt(head) : 0;
    const lower = isLower(code) && !isUpper(text.charCodeAt(head + 1));
    const quoted = end > run && isQuote(text.charCodeAt(end - 1));
    if (this.firstWord < 0) return false;
    if (lower && (dash || (quoted && head === next))) return false;
    const mark = text.charCodeAt(run - 1);
    const exclaims = mark === 0x21 || mark === 0x3f;
    if (end === run && this.isInsideShort(end, start, exclaims)) return false;
    if (exclaims && lower) return end === run && !isQuote(text.charCodeAt(at - 1)) && this.isAfterSmall(at, mark);
    if (exclaims) return !(quoted && this.isAttribution(head));
    // `I... I do not know`: a word said twice goes on.
    if (mark === 0x2026 || run - at > 1) return !lower && this.tokenAfter(head) !== this.tokenBefore(at);
    return this.fullStopEnds(at, end > run, head, lower, start);
  }

  /** True where a small letter after `?` or `!` begins a sentence, carelessly written; not so after a name such as `Yahoo!`. */
  private isAfterSmall(at: number, mark: number): boolean {
    return mark === 0x3f || isLower(this.text.charCodeAt(at - this.tokenBefore(at).length));
  }

  private fullStopEnds(at: number, closed: boolean, head: number, lower: boolean, start: number): boolean {
    const { text } = this;
    const before = text.charCodeAt(at - 1);
    if (!isLetter(before) && !isDigit(before)) return true;
    if (closed && !lower) return true;
    const token = this.tokenBefore(at);
    if (isDigit(before)) return !lower && !(token.length <= 3 && this.firstWord === at - token.length);
    const word = this.abbreviationBefore(at, token);
    const short = isDotted(word) || isInitial(token);
    // `A. If ...`, `P.S. All ...`: a letter that numbers what follows.
    if (short && this.firstWord === at - token.length) return false;
    const known = abbreviations.beforeName.has(word) || abbreviations.mayEnd.has(word);
    if (lower) return !closed && !known && !short && isFullWord(word);
    if (isDigit(text.charCodeAt(head))) return !known && !short && !abbreviations.beforeFigure.has(word);
    const after = this.tokenAfter(head);
    const starter = this.isStarter(after, head);
    if (abbreviations.endsBeforeCapital.has(word)) return !AFTER_TIME.test(after);
    if (word.length === 1 && UNITS.includes(word) && this.followsFigure(at - 2)) return true;
    if (abbreviations.mayEnd.has(word)) {
      if (starter || isCyrillic(before) !== isCyrillic(text.charCodeAt(head))) return true;
      return word === 'г' && at - start > FAR_INTO_SENTENCE && this.followsFigure(at - 2);
    }
    if (abbreviations.beforeName.has(word)) return false;
    return !short || starter;
  }

  /** The word before a full stop, in lower case: `т.д` for the last letter of `т. д.`, nothing that is known for an acronym. */
  private abbreviationBefore(at: number, token: string): string {
    if (token.length > 1 && !token.includes('.') && token === token.toUpperCase()) return token;
    const word = token.toLowerCase();
    if (word.length !== 1) return word;
    let i = at - 2;
    while (i > 0 && isBlank(this.text.charCodeAt(i))) i--;
    if (this.text.charCodeAt(i) !== 0x2e) return word;
    const first = this.tokenBefore(i);
    const whole = `${first.slice(-1)}.${word}`;
    return first.length === 1 && (abbreviations.mayEnd.has(whole) || abbreviations.beforeName.has(whole))
      ? whole
      : word;
  }

  private followsFigure(at: number): boolean {
    while (at > 0 && isBlank(this.text.charCodeAt(at))) at--;
    const code = this.text.charCodeAt(at);
    return isDigit(code) || code === 0x2f;
  }

  /** A capitalised word that begins sentences and no names. */
  private isStarter(after: string, head: number): boolean {
    if (!abbreviations.starters.has(after.toLowerCase().replaceAll('ё', 'е'))) return false;
    return !(after.length === 1 && this.text.charCodeAt(head + 1) === 0x2e);
  }

  /** True inside a bracket that opened within the sentence, or in a short row of questions and exclamations in quotation marks. */
  private isInsideShort(at: number, start: number, exclaims: boolean): boolean {
    if (this.bracket > start && this.find(at, this.bracket + SHORT_BRACKET, 0x29) > 0) return true;
    if (!exclaims || this.quote < start) return false;
    const open = this.text.charCodeAt(this.quote);
    const close = this.find(at, this.quote + SHORT_QUOTATION, open === 0x22 ? 0x22 : open === 0xab ? 0xbb : 0x201d);
    return close > 0 && '!?'.includes(this.text[close - 1]!);
  }

  /** The first `code` from `at` on and before `limit`; -1 where there is none. */
  private find(at: number, limit: number, code: number): number {
    for (const end = Math.min(limit, this.end); at < end; at++) if (this.text.charCodeAt(at) === code) return at;
    return -1;
  }

  /** `"Why?" Smith said`: up to three capitalised words and a verb of speech. */
  private isAttribution(head: number): boolean {
    let at = head;
    for (let count = 0; count < 4; count++) {
      const word = this.tokenAfter(at);
      if (count > 0 && SPEECH.test(word)) return true;
      if (word === '' || !isUpper(word.charCodeAt(0)) || PRONOUN.test(word)) return false;
      at += word.length;
      if (this.text.charCodeAt(at) === 0x2e) at++;
      if (this.text.charCodeAt(at) !== 0x20) return false;
      at++;
    }
    return false;
  }

  /** Letters, digits, inner hyphens and full stops that end before `at`. */
  private tokenBefore(at: number): string {
    let start = at;
    while (start > 0 && at - start < LONGEST_TOKEN && isTokenPart(this.text.charCodeAt(start - 1))) start--;
    return this.text.slice(start, at);
  }

  /** Letters, digits and inner hyphens from `at` on. */
  private tokenAfter(at: number): string {
    let end = at;
    while (end < this.end && end - at < LONGEST_TOKEN) {
      const code = this.text.charCodeAt(end);
      if (code === 0x2e || !isTokenPart(code)) break;
      end++;
    }
    return this.text.slice(at, end);
  }
}

function isTokenPart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x2d || code === 0x2e;
}

function isCyrillic(code: number): boolean {
  return code >= 0x400 && code <= 0x52f;
}
