import type { Span } from '../core/span.ts';
import { visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import type { Word } from '../text/words.ts';

/** A stretch of text that says again, word by word, what stands before it. */
export interface Repeat extends Span {
  /** Where its words stand first. */
  original: Span;
  /** True where the original stands right before it. */
  adjacent: boolean;
  /** Indices of the sentences that hold a part of it, and of its original. */
  sentences: number[];
  originalSentences: number[];
}

/** Fewer words recur in any text; right after each other a few are enough. */
const LEAST_WORDS = 5;
const LEAST_CONTENT_WORDS = { adjacent: 3, distant: 5 } as const;
/** So many words in a row are no chance, whatever they say. */
const MANY_WORDS = 7;
/** Longer stretches that follow their like are told sentence by sentence. */
const MOST_WORDS = 200;
/** How many earlier places of the same three words are looked at. */
const MOST_PLACES = 8;

/** All words of a document in order, with what is needed to compare them. */
interface Words {
  text: string[];
  spans: Span[];
  content: boolean[];
  sentence: number[];
}

const known = new WeakMap<Document, readonly Repeat[]>();

/**
 * The repeats of a document, ordered by place; dateline, metadata and unrelated text are left out. Sought once.
 * O(words).
 */
export function* repeatSteps(document: Document): Steps<readonly Repeat[]> {
  const found = known.get(document) ?? (yield* seek(document));
  known.set(document, found);
  return found;
}

function* seek(document: Document): Steps<Repeat[]> {
  const repeats = yield* adjacentRepeats(document, yield* readAll(document));
  const told = new Set(repeats.flatMap((repeat) => repeat.sentences));
  const distant = yield* distantRepeats(document);
  return [...repeats, ...distant.filter(({ sentences }) => !sentences.some((index) => told.has(index)))].sort(
    (a, b) => a.start - b.start,
  );
}

/** The words of a sentence as one string, in lower case. */
export function keyOf({ words }: Document, sentence: number): string {
  return words
    .of(sentence)
    .map(({ form }) => form.key)
    .join(' ');
}

function isTold({ sentences }: Document, sentence: number): boolean {
  const { kind } = sentences[sentence]!;
  return kind === 'body' || kind === 'list-item' || kind === 'headline';
}

function* readAll(document: Document): Steps<Words> {
  let count = 0;
  yield* visiting(document.sentences, (_, index) => {
    if (isTold(document, index)) count += document.words.count(index);
  });
  // Of their size from the start: lists of a book's words take long to move when they grow.
  const all: Words = {
    text: new Array<string>(count),
    spans: new Array<Span>(count),
    content: new Array<boolean>(count),
    sentence: new Array<number>(count),
  };
  let at = 0;
  yield* visiting(document.sentences, (_, index) => {
    if (!isTold(document, index)) return;
    for (const word of document.words.of(index)) {
      all.text[at] = word.form.key;
      all.spans[at] = word;
      all.content[at] = !word.function;
      all.sentence[at] = index;
      at++;
    }
  });
  return all;
}

/** Stretches of words that follow their like, whether or not a sentence ends there. */
function* adjacentRepeats(document: Document, words: Words): Steps<Repeat[]> {
  const { text } = words;
  const repeats: Repeat[] = [];
  /** The last place of each word, and for each word the place before it of the same. */
  const lastPlace = new Map<string, number>();
  const before = new Int32Array(text.length);
  let free = 0;
  yield* visiting(text, (word, at) => {
    before[at] = lastPlace.get(word) ?? -1;
    lastPlace.set(word, at);
    if (at + 2 >= text.length) return;
    const earliest = Math.max(free, at - MOST_WORDS);
    for (let from = before[at]!, n = 0; from >= earliest && n < MOST_PLACES; from = before[from]!) {
      if (text[from + 1] !== text[at + 1] || text[from + 2] !== text[at + 2]) continue;
      n++;
      if (!follows(words, from, at) || isOpening(words, at, 2 * at - from)) continue;
      repeats.push({
        ...stretch(document, words, at, 2 * at - from),
        original: stretch(document, words, from, at),
        adjacent: true,
        sentences: within(words, at, 2 * at - from),
        originalSentences: within(words, from, at),
      });
      // A third time counts from the second on.
      free = at;
      break;
    }
  });
  return repeats;
}

/** Whether the words from `from` to `at` stand once more from `at` on, and are enough. */
function follows({ text, content }: Words, from: number, at: number): boolean {
  const size = at - from;
  if (size < LEAST_WORDS || at + size > text.length) return false;
  let count = 0;
  for (let k = 0; k < size; k++) {
    if (text[from + k] !== text[at + k]) return false;
    if (content[from + k]) count++;
  }
  return count >= LEAST_CONTENT_WORDS.adjacent || (size >= MANY_WORDS && count > 1);
}

/** A headline or sentence whose words the next sentence begins with, and goes on. */
function isOpening({ sentence }: Words, at: number, end: number): boolean {
  return sentence[at - 1] !== sentence[at] && sentence[end] === sentence[end - 1];
}

/** The text of some words, with the marks at the edges of their sentences. */
function stretch({ sentences }: Document, { spans, sentence }: Words, from: number, to: number): Span {
  const first = sentence[from]!;
  const last = sentence[to - 1]!;
  return {
    start: sentence[from - 1] === first ? spans[from]!.start : sentences[first]!.start,
    end: sentence[to] === last ? spans[to - 1]!.end : sentences[last]!.end,
  };
}

function within({ sentence }: Words, from: number, to: number): number[] {
  return [...new Set(sentence.slice(from, to))];
}

/** Sentences with the same words as an earlier one. */
function* distantRepeats(document: Document): Steps<Repeat[]> {
  const { sentences, words } = document;
  const seen = new Map<string, number>();
  const repeats: Repeat[] = [];
  yield* visiting(sentences, ({ start, end }, index) => {
    if (!isTold(document, index) || contentCount(words.of(index)) < LEAST_CONTENT_WORDS.distant) return;
    const key = keyOf(document, index);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, index);
      return;
    }
    const original = { start: sentences[first]!.start, end: sentences[first]!.end };
    repeats.push({ start, end, original, adjacent: false, sentences: [index], originalSentences: [first] });
  });
  return repeats;
}

function contentCount(words: readonly Word[]): number {
  let count = 0;
  for (const word of words) if (!word.function) count++;
  return count;
}
