import type { Language } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { logOdds } from '../core/logistic.ts';
import { capitals, readTokens, WordCounts, type Token } from './capital-words.ts';
import { functionWordsOf } from './function-words.ts';
import { isDigit, isLetter } from './letters.ts';
import { openBefore } from './open-marks.ts';
import { RUN_IN_HEADLINE_WEIGHTS } from './run-in-headline-weights.ts';
import { RunOns } from './run-on.ts';
import { starters } from './starters.ts';
import { wordList } from './word-list.ts';

/** A place where a headline may end, before the token `at`, and what speaks for it. */
export interface HeadlineEnd {
  at: number;
  /** Where the headline ends and where the sentence behind it begins, in the text. */
  end: number;
  start: number;
  signals: number[];
}

/** Of a longer sentence only the beginning is looked at, in code units; no headline has more words. */
const LONGEST = 2_000;
const LONGEST_HEADLINE = 40;
/** A headline and a sentence have so many words at least. */
const SHORTEST_HEADLINE = 4;
const SHORTEST_SENTENCE = 4;
/** So many words on either side of the place tell whether capitals are the rule there. */
const NEAR = 4;
/** The probability, that there is one, from which on a headline is parted from the sentence: a wrong cut costs more than none. */
const SURE = 0.6;

/**
 * Looks for headlines that run into a sentence without a mark, as in `Macedonians vote in referendum The people of
 * Macedonia voted on Sunday ...`: what a page leaves when its layout is taken off. The words of the text, read once,
 * tell which capitals mean a name.
 */
export class RunInHeadlines {
  private readonly functionWords: ReadonlySet<string> | undefined;

  constructor(
    private readonly text: string,
    private readonly language: Language,
    private readonly runOns = new RunOns(text, language),
  ) {
    // Of other languages headlines are not parted.
    this.functionWords = functionWordsOf(language);
  }

  /**
   * Where a headline in front of a sentence ends: the most probable place, or null where there is none. The places and the case that
   * there is none are the choices of a multinomial logit model (McFadden 1974) over what stands around a place; its
   * weights are fitted by bench/fit-run-in-headline.ts on headlines and leads of older news.
   */
  find(sentence: Span): HeadlineEnd | null {
    let best: HeadlineEnd | null = null;
    let highest = 0;
    let sum = 0;
    for (const place of this.ends(sentence)) {
      const odds = Math.exp(logOdds(RUN_IN_HEADLINE_WEIGHTS, place.signals));
      sum += odds;
      if (odds <= highest) continue;
      highest = odds;
      best = place;
    }
    return sum / (1 + sum) > SURE ? best : null;
  }

  /**
   * The places before a capital letter where no mark stands. Signals: the word behind is a function word; it stands in
   * lower case elsewhere, with a capital elsewhere, in front of the place too, or the next capital word does; the two words
   * around the place are a pair elsewhere; it is a frequent word; the word in front is a function word, is capital; both
   * are, or the two behind are; how many of the headline's words come again behind, as a share and as a number; the
   * lengths of the two parts; the shares of capitals in them, and next to the place; what capitals say together with the
   * word behind; whether the sentence has a final mark; whether a comma parts the headline; whether its words have capitals and
   * small letters by turns; the log odds of a run-on there and of a sentence beginning with the word, each also with the capitals.
   * O(length of the text) for the first sentence, then O(words).
   */
  ends(sentence: Span): HeadlineEnd[] {
    const { text, functionWords } = this;
    if (!functionWords) return [];
    const tokens = readTokens(text, {
      start: sentence.start,
      end: Math.min(sentence.end, sentence.start + LONGEST),
    });
    const open = candidates(text, tokens);
    if (open.length === 0) return [];
    const all = this.runOns.counts.get();
    const own = new WordCounts(text, tokens);
    const elsewhere = (count: (counts: WordCounts) => number) => (count(all) > count(own) ? 1 : 0);
    const list = wordList(this.language);
    const isFinished = '.!?…"”»'.includes(text[sentence.end - 1]!) ? 1 : 0;
    const runOns = new Map(this.runOns.places(sentence).map(({ start, logOdds: odds }) => [start, odds]));
    const starter = starters(this.language);
    return open.map((at) => {
      const [before, after] = [tokens.slice(0, at), tokens.slice(at)];
      const [last, first, second] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!];
      const both = last.isCapital && first.isCapital ? 1 : 0;
      const again = comesAgain(before, after, functionWords);
      const known = functionWords.has(first.key) ? 1 : 0;
      const odds = runOns.get(first.start);
      const starts = starter.get(first.key);
      const signals = [
        known,
        elsewhere((counts) => counts.lower(first.key)),
        elsewhere((counts) => counts.capital(first.key)),
        before.some(({ key }) => key === first.key) ? 1 : 0,
        first.isCapital && second.isCapital && before.some(({ key }) => key === second.key) ? 1 : 0,
        elsewhere((counts) => counts.pair(last.key, first.key)),
        list?.isCommon(first.key) ? 1 : 0,
        functionWords.has(last.key) ? 1 : 0,
        last.isCapital ? 1 : 0,
        both,
        first.isCapital && second.isCapital ? 1 : 0,
        again / Math.max(3, before.length),
        Math.min(again, MOST_AGAIN),
        Math.log(before.length),
        Math.log(after.length),
        capitals(before.slice(1)),
        capitals(after.slice(1)),
        capitals(before.slice(-NEAR)),
        capitals(after.slice(1, 1 + NEAR)),
        capitals(before.slice(1)) * known,
        capitals(before.slice(1)) * capitals(after.slice(1, 1 + NEAR)),
        isFinished,
        hasComma(text, before),
        capitals(before.slice(1)) * small(before, functionWords),
        odds ?? 0,
        odds === undefined ? 1 : 0,
        (odds ?? 0) * capitals(before.slice(1)),
        starts ?? 0,
        starts === undefined ? 1 : 0,
        (starts ?? 0) * capitals(before.slice(1)),
      ];
      return { at, end: last.end, start: first.start, signals };
    });
  }
}

/** Tokens before which a headline may end: capital, the one in front without a mark, no quotation or bracket open. */
function candidates(text: string, tokens: readonly Token[]): number[] {
  const isOpen = openBefore(text, tokens);
  const out: number[] = [];
  for (let at = SHORTEST_HEADLINE; at < Math.min(tokens.length - SHORTEST_SENTENCE, LONGEST_HEADLINE); at++) {
    const { start, isCapital } = tokens[at]!;
    const code = text.charCodeAt(tokens[at - 1]!.end - 1);
    const isFree = isLetter(code) || isDigit(code) || '"”»)%'.includes(String.fromCharCode(code));
    if (isCapital && text[start] !== '(' && isFree && !isOpen[at]) out.push(at);
  }
  return out;
}

/** 1 where a comma stands between words of a headline, 0 else. */
function hasComma(text: string, headline: readonly Token[]): number {
  return headline.slice(0, -1).some(({ end }) => text[end - 1] === ',') ? 1 : 0;
}

/** The share of a headline's content words that have a small letter. */
function small(headline: readonly Token[], functionWords: ReadonlySet<string>): number {
  const content = headline.filter(({ key }) => !functionWords.has(key));
  return content.filter(({ isCapital }) => !isCapital).length / Math.max(1, content.length);
}

/** How many of the words of the headline the sentence has again; words are compared by their first letters. */
function comesAgain(before: readonly Token[], after: readonly Token[], functionWords: ReadonlySet<string>): number {
  const stems = (tokens: readonly Token[]) =>
    tokens.flatMap(({ key }) => (key.length < 3 || functionWords.has(key) ? [] : [key.slice(0, STEM)]));
  const again = new Set(stems(after));
  return stems(before).filter((stem) => again.has(stem)).length;
}

const STEM = 5;
const MOST_AGAIN = 6;
