import type { Sentence } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { isUpper } from '../text/letters.ts';
import { allMatches } from '../text/matches.ts';
import { wordList, type WordList } from '../text/word-list.ts';

/** Sentences that begin in lower case are this rare where capitals are used as in print; beyond it they say nothing. */
const MAX_LOWER_CASE_SHARE = 0.15;

/**
 * Where the text begins a sentence in lower case: at the head of a sentence after a finished one or of a paragraph,
 * or after a full stop inside one. Empty where the text as a whole does not use capitals as in print. By sentence
 * index; -1 where there is none. O(length of the text).
 */
export function* lowerCaseStarts({ text, sentences }: Document): Steps<Int32Array> {
  const starts = new Int32Array(sentences.length).fill(-1);
  let count = 0;
  yield* visiting(sentences, (sentence, i) => {
    const previous = sentences[i - 1];
    const finished =
      !previous || previous.block !== sentence.block || /[.!?]["”»’')\]“]{0,3}$/.test(tailOf(text, previous));
    const at = finished ? lowerCaseHead(text, sentence) : -1;
    starts[i] = at >= 0 ? at : lowerCaseAfterStop(text, sentence);
    if (at >= 0) count++;
  });
  if (count > Math.max(2, sentences.length * MAX_LOWER_CASE_SHARE)) starts.fill(-1);
  return starts;
}

/** The head of a sentence that begins, after a dash or a quotation mark at most, with a word in lower case. */
function lowerCaseHead(text: string, sentence: Sentence): number {
  if (sentence.kind !== 'body' || isUpper(text.charCodeAt(sentence.start))) return -1;
  const head = /^(?:[-–—] ?|["“„«])?\p{Ll}[\p{Ll}'’.,]*(?=[\s:;!?-])/u.exec(
    text.slice(sentence.start, sentence.start + 40),
  );
  // iPhone, a link and an ellipsis are no beginnings.
  return head && !/[.]\p{Ll}/u.test(head[0]) ? sentence.start : -1;
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /^(?:etc|vol|approx|est|inc|ltd|dept|max|min|avg|incl|ave|resp|fig|pop|млн|млрд|трлн|тыс|руб|коп|кв|куб|км|см|им|стр|напр|проц|долл|ред|обл|пос|ул|пер|сокр|англ|нем|лат|изд|род|чел|экз|мин|сек|час)$/;

const STOP_INSIDE = /(?<!\p{L})(\p{Ll}{3,20})\.\s{1,4}["“„«]?(?=\p{Ll}{2,20}[\s,])/gu;

function lowerCaseAfterStop(text: string, sentence: Span): number {
  const piece = text.slice(sentence.start, sentence.end);
  const stop = piece.indexOf('.');
  // Most sentences have one full stop, their last character.
  if (stop < 0 || stop === piece.length - 1) return -1;
  for (const match of allMatches(STOP_INSIDE, piece)) {
    if (!ABBREVIATION.test(match[1]!)) return sentence.start + match.index + match[0].length;
  }
  return -1;
}

/** Offset of a word in lower case right after a colon, where no mark opens what the colon announces; -1 if none. */
export function lowerCaseAfterColon(text: string, sentence: Span): number {
  const match = /\p{Ll}:\s{1,3}(?=\p{Ll})/u.exec(text.slice(sentence.start, sentence.end));
  return match ? sentence.start + match.index + match[0].length : -1;
}

/** A mark with a letter on both sides, found by the mark: there are few. */
const GLUE = /[“”"«»](?<=\p{L}.)(?=\p{L})|[,:](?<=\p{L}.)[“"«]?(?=\p{L}\p{Ll})/gu;

const PLAIN_WORD = /(?<![\p{L}'’.@#/])\p{Ll}{6,30}(?![\p{L}'’@/])/gu;

/**
 * Places where words were joined that had marks between them: a mark with letters on both sides (stop“the), a comma
 * or colon without its space before a letter (disaster,international), a function word and a frequent word that make none
 * together (eyesto). O(length of the span).
 */
export function gluedPlaces({ text, language }: Document, span: Span): number[] {
  const places: number[] = [];
  const piece = text.slice(span.start, span.end);
  for (const match of allMatches(GLUE, piece)) places.push(span.start + match.index);
  const list = language === 'en' ? wordList(language) : null;
  if (!list) return places;
  for (const match of allMatches(PLAIN_WORD, piece)) {
    const at = list.isWord(match[0]) ? 0 : seam(match[0], list);
    if (at > 0) places.push(span.start + match.index + at);
  }
  return places;
}

/** English words that begin or end few others. (Russian builds too many words from such pieces.) */
const LOOSE =
  /^(?:the|to|of|as|at|their|his|her|its|that|this|these|those|with|from|was|were|are|is|and|but|who|which|what|when|has|had|have|they|would|could|because)$/;

/** Where a string that is no word falls into a function word and a frequent word; 0 if nowhere. */
function seam(word: string, list: WordList): number {
  for (let at = 2; at <= word.length - 2; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (!LOOSE.test(head) && !LOOSE.test(tail)) continue;
    if (Math.max(at, word.length - at) >= 4 && list.isCommon(head) && list.isCommon(tail)) return at;
  }
  return 0;
}

function tailOf(text: string, span: Span): string {
  return text.slice(Math.max(span.start, span.end - 6), span.end);
}
