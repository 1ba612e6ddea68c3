import { logOdds } from '../core/logistic.ts';
import type { Language } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { capitals, TextCounts, type Token } from './capital-words.ts';
import { isOrdinary } from './common-names.ts';
import { functionWordsOf } from './function-words.ts';
import { isDigit, isLetter, isUpper } from './letters.ts';
import { openBefore } from './open-marks.ts';
import { beginsWithAny, reportingWords } from './reporting-words.ts';
import { RUN_ON_WEIGHTS } from './run-on-weights.ts';
import { starters } from './starters.ts';

/** A place inside a sentence where another may begin, though no mark ends the first. */
export interface RunOn {
  /** Where the first ends and the second begins, in the text. */
  readonly end: number;
  readonly start: number;
  /** Log odds that it does. */
  readonly logOdds: number;
}

/** Of a longer sentence only the beginning is looked at, in code units. */
const LONGEST = 4_000;
/** Two sentences that run into each other have so many words each, at least. */
const SHORTEST = 2;
/** So many words on either side of the place tell whether capitals are the rule there. */
const NEAR = 5;

/**
 * Finds where sentences run into each other without a mark, as in `press the button Wait until the light is green`: what is left of
 * headings, list items and hasty typing when lines are joined. A logistic model over what stands around a capital letter; its
 * weights are fitted by bench/fit-run-on.ts on older news and on lines of documentation. Of languages without weights no
 * place is known. The words of the text, read once, tell which capitals mean a name.
 */
export class RunOns {
  private readonly functionWords: ReadonlySet<string> | undefined;
  private readonly known = new Map<string, readonly RunOn[]>();

  constructor(
    private readonly text: string,
    private readonly language: Language,
    readonly counts = new TextCounts(text),
  ) {
    this.functionWords = functionWordsOf(language);
  }

  /** The places inside a sentence, in order, each with its log odds. O(length of the text) for the first sentence, then O(words). */
  places(sentence: Span): readonly RunOn[] {
    const weights = RUN_ON_WEIGHTS[this.language];
    if (!weights) return [];
    const name = `${sentence.start} ${sentence.end}`;
    let places = this.known.get(name);
    if (!places) {
      places = this.signals(sentence).map(({ end, start, signals }) => ({
        end,
        start,
        logOdds: logOdds(weights, signals),
      }));
      this.known.set(name, places);
    }
    return places;
  }

  /**
   * The places before a capital letter that no mark of a sentence's end precedes, outside quotations and brackets. Signals of
   * the word behind the place: it is a function word, a frequent word that is no name; the log odds that it begins a
   * sentence rather than having its capital inside one ([starters]{@link starters}), and whether they are unknown; it stands in
   * lower case elsewhere, with a capital elsewhere; it is in capitals throughout, compound, one letter, an initial, a word that is always capital, a possessive;
   * it stands in front too. Of the words around: both are a pair elsewhere; the one in front is a possessive, a reporting verb, a function
   * word, alone or before none, or has a capital; the second behind has one, alone or after a function word, or is a function word; the third has one.
   * The lengths in front and behind; the shares of capitals near and in the whole; whether the sentence has a final
   * mark; what the word in front ends with; and products of these.
   */
  signals(sentence: Span): (Omit<RunOn, 'logOdds'> & { signals: number[] })[] {
    const { text, language, functionWords } = this;
    if (!functionWords) return [];
    const tokens = this.counts.tokens({
      start: sentence.start,
      end: Math.min(sentence.end, sentence.start + LONGEST),
    });
    const open = candidates(text, tokens);
    if (open.length === 0) return [];
    const counts = this.counts.get();
    const known = starters(language);
    const verbs = reportingWords(language)?.verbs ?? [];
    const isFinished = '.!?…"”»'.includes(text[sentence.end - 1]!) ? 1 : 0;
    const all = capitals(tokens, 1);
    return open.map((at) => {
      const [last, first, second] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!];
      const mark = text[last.end - 1]!;
      const starts = known.get(first.key);
      const isFunction = functionWords.has(first.key) ? 1 : 0;
      const follows = functionWords.has(last.key) ? 1 : 0;
      const ordinary = isOrdinary(first.key, language) ? 1 : 0;
      const near = capitals(tokens, at > NEAR ? at - NEAR : 1, at);
      const signals = [
        isFunction,
        ordinary,
        starts ?? 0,
        starts === undefined ? 1 : 0,
        elsewhere(counts.lower(first.key), tokens, ({ key, isCapital }) => key === first.key && !isCapital),
        elsewhere(
          counts.capital(first.key),
          tokens,
          ({ key, isCapital }, x) =>
            key === first.key && isCapital && x > 0 && isLetter(text.charCodeAt(tokens[x - 1]!.end - 1)),
        ),
        elsewhere(
          counts.pair(last.key, first.key),
          tokens,
          ({ key }, x) => key === first.key && tokens[x - 1]?.key === last.key,
        ),
        follows,
        follows * (1 - isFunction),
        last.isCapital ? 1 : 0,
        second.isCapital ? 1 : 0,
        second.isCapital ? isFunction : 0,
        functionWords.has(second.key) ? 1 : 0,
        tokens[at + 2]?.isCapital ? 1 : 0,
        Math.log(at),
        Math.log(tokens.length - at),
        near,
        near * (starts ?? 0),
        capitals(tokens, at + 1, at + NEAR),
        all,
        all * ordinary,
        isFinished,
        isDigit(mark.charCodeAt(0)) ? 1 : 0,
        '"”»'.includes(mark) ? 1 : 0,
        mark === ':' ? 1 : 0,
        mark === ':' ? ordinary : 0,
        mark === ',' ? 1 : 0,
        mark === ';' ? 1 : 0,
        OTHER_MARKS.includes(mark) ? 1 : 0,
        isAllCapital(text, first) ? 1 : 0,
        isAllCapital(text, first) * Math.max(isFunction, ordinary),
        /[-\d]/.test(first.key) ? 1 : 0,
        first.key.length === 1 ? 1 : 0,
        first.isCapital ? 0 : 1,
        isPossessive(first.key),
        isPossessive(last.key),
        isInitial(text, first),
        beginsWithAny(last.key, verbs) ? 1 : 0,
        holds(tokens, at, first.key) ? 1 : 0,
      ];
      return { end: last.end, start: first.start, signals };
    });
  }
}

/** 1 where the text has a word more often, `all` in all, than the sentence does, 0 else. */
function elsewhere(all: number, tokens: readonly Token[], isSame: (token: Token, index: number) => boolean): number {
  if (all === 0) return 0;
  let own = 0;
  for (let x = 0; x < tokens.length; x++) if (isSame(tokens[x]!, x)) own++;
  return all > own ? 1 : 0;
}

/** Whether a word stands in front of a place. */
function holds(tokens: readonly Token[], at: number, key: string): boolean {
  for (let x = 0; x < at; x++) if (tokens[x]!.key === key) return true;
  return false;
}

const OTHER_MARKS = ')%]*#';

/** Tokens before which another sentence may begin. */
function candidates(text: string, tokens: readonly Token[]): number[] {
  const isOpen = openBefore(text, tokens);
  const out: number[] = [];
  for (let at = SHORTEST; at <= tokens.length - SHORTEST; at++) {
    const code = text.charCodeAt(tokens[at - 1]!.end - 1);
    const isFree = isLetter(code) || isDigit(code) || `"”»:;,${OTHER_MARKS}`.includes(String.fromCharCode(code));
    if (isFree && !isOpen[at] && isUpper(text.charCodeAt(tokens[at]!.start))) out.push(at);
  }
  return out;
}

/** 1 for one letter with a full stop, 0 else. */
function isInitial(text: string, { start, key }: Token): number {
  return key.length === 1 && text[start + 1] === '.' ? 1 : 0;
}

function isPossessive(key: string): number {
  return /['’]s?$/.test(key) ? 1 : 0;
}

function isAllCapital(text: string, { start, end, key }: Token): number {
  const word = text.slice(start, end);
  return key.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase() ? 1 : 0;
}
