import type { Language, Sentence } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { functionWordsEn } from '../text/function-words-en.ts';
import { identifyLanguage } from '../text/language.ts';
import { allMatches } from '../text/matches.ts';
import { excerpt, spanOf } from './gaps.ts';
import { beadBySentence } from './places.ts';
import type { Draft, RenderingContext, Rule } from './rule.ts';

/** Set by hand: letters of another script tell more than words of one's own. */
const CONFIDENCE = { cyrillic: 0.97, latin: 0.9 } as const;

/** Sentences that were left in the source's language. */
export const untranslatedRule: Rule = {
  id: 'untranslated',
  category: 'accuracy/untranslated',
  summary: 'A sentence of the rendering is still in the source’s language.',
  severity: { literal: 'error', wire: 'error' },
  check,
};

type Script = 'latin' | 'cyrillic';

const LETTERS: Readonly<Record<Script, RegExp>> = {
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
};

/** Languages of which it is known that they write one of the two scripts. */
const LANGUAGES: Readonly<Record<Script, readonly Language[]>> = {
  latin: 'en de fr es it pt nl pl sv da cs tr ro fi hu id'.split(' '),
  cyrillic: 'ru uk be bg mk kk ky mn tg'.split(' '),
};

const LEAST_LETTERS = 12;
const LEAST_SHARE = 0.6;
/** Fewer words in the source's script are a name or a title. */
const LEAST_WORDS = { cyrillic: 3, latin: 5 } as const;
/** Within a sentence of the rendering's language, a run of so many words is an untranslated clause. */
const LEAST_RUN_WORDS = { cyrillic: 5, latin: 8 } as const;

/** What may be told of a sentence. */
interface Candidate {
  index: number;
  span: Span;
  /** True where it is told only if it stands in the source word by word. */
  ifCopied: boolean;
}

function* check({ source, rendering, beads }: RenderingContext): Steps<Draft[]> {
  const script = scriptOf(source.language);
  if (script === null || scriptOf(rendering.language) === null || script === scriptOf(rendering.language)) return [];
  const { sentences, text } = rendering;
  const candidates: Candidate[] = [];
  yield* visiting(sentences, (sentence, index) => {
    const part = mayBeTold(sentence) ? untranslatedPart(text, sentence, source.language, script) : null;
    if (part) candidates.push({ index, ...part });
  });
  if (candidates.length === 0) return [];
  const beadOf = beadBySentence(beads, 'rendering', sentences.length);
  const originals = yield* Originals.read(source);
  const drafts: Draft[] = [];
  let last = -2;
  yield* visiting(candidates, ({ index, span, ifCopied }) => {
    const words = text.slice(span.start, span.end);
    if (ifCopied && !originals.has(words.replace(ADDRESS, blank))) return;
    const bead = beadOf[index]!;
    const near = bead < 0 ? [] : beads[bead]!.source;
    const from = originals.of(words, near);
    const draft = drafts.at(-1);
    if (draft && last === index - 1) {
      draft.rendering.push(span);
      const told = new Set(draft.source.map(({ start }) => start));
      for (const span of from) if (!told.has(span.start)) draft.source.push(span);
      if (bead >= 0 && !draft.beads.includes(bead)) draft.beads.push(bead);
    } else {
      drafts.push({
        confidence: CONFIDENCE[script],
        message: '',
        source: from,
        rendering: [span],
        beads: bead < 0 ? [] : [bead],
      });
    }
    last = index;
  });
  for (const draft of drafts) draft.message = messageFor(draft, rendering);
  return drafts;
}

function messageFor({ rendering: spans }: Draft, { text }: Document): string {
  const words = excerpt(text, spans[0]!);
  return spans.length === 1
    ? `${words} is not translated.`
    : `${spans.length} sentences are not translated, from ${words} on.`;
}

function scriptOf(language: Language): Script | null {
  if (LANGUAGES.latin.includes(language)) return 'latin';
  return LANGUAGES.cyrillic.includes(language) ? 'cyrillic' : null;
}

function mayBeTold({ kind }: Sentence): boolean {
  return kind === 'body' || kind === 'list-item' || kind === 'headline';
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@\S+/gi;

function blank(address: string): string {
  return ' '.repeat(address.length);
}

/** The sentence where it is in the source's language, or the longest clause of it that is; null for neither. */
function untranslatedPart(
  text: string,
  sentence: Sentence,
  language: Language,
  script: Script,
): Omit<Candidate, 'index'> | null {
  if (mostLetters(text, sentence, script) < LEAST_LETTERS) return null;
  const prose = text.slice(sentence.start, sentence.end).replace(ADDRESS, blank);
  const own = prose.match(LETTERS[script])?.length ?? 0;
  const other = prose.match(LETTERS[script === 'latin' ? 'cyrillic' : 'latin'])?.length ?? 0;
  if (own < LEAST_LETTERS) return null;
  if (own >= LEAST_SHARE * (own + other)) {
    const isOwn = isPassage(prose, language, script, sentence.kind === 'headline');
    if (!isOwn && !mayBeCopied(prose, language, script)) return null;
    return { span: spanOf(sentence), ifCopied: !isOwn };
  }
  const run = longestRun(prose, script);
  if (!run || !isPassage(prose.slice(run.start, run.end), language, script, false)) return null;
  return { span: { start: sentence.start + run.start, end: sentence.start + run.end }, ifCopied: false };
}

/** No fewer letters than a stretch has of a script, by their codes alone: hardly any where it is in the other script. */
function mostLetters(text: string, { start, end }: Span, script: Script): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isLatin = code < 0xaa ? (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a : code < 0x400 || code > 0x52f;
    if (script === 'latin' ? isLatin : code >= 0x400) count++;
  }
  return count;
}

/** The words of one script. */
function wordsIn(prose: string, script: Script): string[] {
  return (prose.match(WORD) ?? []).filter((word) => OWN[script].test(word));
}

/** Whether a stretch in the source's script is prose in its language rather than names or a title. */
function isPassage(prose: string, language: Language, script: Script, headline: boolean): boolean {
  const words = wordsIn(prose, script);
  if (words.length < LEAST_WORDS[script]) return false;
  if (script === 'cyrillic') return words.length > MOST_TITLE_WORDS || !isQuoted(prose);
  if (language === 'en' && words.filter((word) => functionWordsEn.has(word.toLowerCase())).length < 2) return false;
  // “The Lord of the Rings”: a title keeps its language, and its words their capitals.
  if (!headline && !words.slice(1).some((word) => /^\p{Ll}/u.test(word) && !functionWordsEn.has(word))) return false;
  return identifyLanguage(words.join(' '))?.language === language;
}

/** Whether a short sentence is more than a name or a title: it is untranslated where it stands in the source word by word. */
function mayBeCopied(prose: string, language: Language, script: Script): boolean {
  const words = wordsIn(prose, script);
  const small = words.filter((word) => /^\p{Ll}{2}/u.test(word));
  if (words.length < LEAST_COPIED_WORDS || small.length < 2 || isQuoted(prose)) return false;
  if (language === 'en' && !words.some((word) => functionWordsEn.has(word.toLowerCase()))) return false;
  return small.some((word) => !functionWordsEn.has(word));
}

const LEAST_COPIED_WORDS = 4;

const WORD = /\p{L}+(?:['’-]\p{L}+)*/gu;
const MOST_TITLE_WORDS = 5;

function isQuoted(prose: string): boolean {
  return /^["“„«'‘][^]*["”“»'’][.,;:!?…]?$/u.test(prose.trim());
}

/** The longest run of words in one script; null where it is short, quoted or in brackets. O(length). */
function longestRun(prose: string, script: Script): Span | null {
  const own = OWN[script];
  let best: Span = { start: 0, end: 0 };
  let most = LEAST_RUN_WORDS[script] - 1;
  let start = 0;
  let words = 0;
  for (const match of allMatches(WORD, prose)) {
    words = own.test(match[0]) ? words + 1 : 0;
    if (words === 1) start = match.index;
    if (words <= most) continue;
    most = words;
    best = { start, end: match.index + match[0].length };
  }
  const glossed = /[\p{Pi}\p{Ps}"'„]$/u.test(prose.slice(0, best.start).trimEnd());
  return best.end === 0 || glossed ? null : best;
}

const OWN: Readonly<Record<Script, RegExp>> = { latin: /^\p{Script=Latin}/u, cyrillic: /^\p{Script=Cyrillic}/u };

/** The source's sentences, to be found by what an untranslated sentence says. */
class Originals {
  readonly #source: Document;
  readonly #byWords: ReadonlyMap<string, number>;

  private constructor(source: Document, byWords: ReadonlyMap<string, number>) {
    this.#source = source;
    this.#byWords = byWords;
  }

  /** Reads the sentences, in steps. */
  static *read(source: Document): Steps<Originals> {
    const byWords = new Map<string, number>();
    yield* visiting(source.sentences, (sentence, index) => {
      const key = wordsOf(source.text.slice(sentence.start, sentence.end)).join(' ');
      if (!byWords.has(key)) byWords.set(key, index);
    });
    return new Originals(source, byWords);
  }

  has(text: string): boolean {
    return this.#byWords.has(wordsOf(text).join(' '));
  }

  /** Spans of the sentence that has the same words, else of those among `near` that share half of their words with it. */
  of(text: string, near: readonly number[]): Span[] {
    const { sentences, text: whole } = this.#source;
    const words = wordsOf(text);
    const same = this.#byWords.get(words.join(' '));
    if (same !== undefined) return [spanOf(sentences[same]!)];
    const told = new Set(words);
    return near
      .map((index) => sentences[index]!)
      .filter(({ start, end }) => {
        const own = wordsOf(whole.slice(start, end));
        return own.length > 0 && own.filter((word) => told.has(word)).length * 2 >= own.length;
      })
      .map(spanOf);
  }
}

function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase().replaceAll('ё', 'е'));
}
