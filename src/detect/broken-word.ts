import type { Language } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { visiting, type Steps } from '../core/steps.ts';
import { allMatches } from '../text/matches.ts';
import { wordList, type WordList } from '../text/word-list.ts';
import { hyphenatedWords } from './hyphenated.ts';
import { beadBySentence, sentenceAt } from './places.ts';
import type { Draft, RenderingContext, Rule } from './rule.ts';
import { visitingPieces } from './text-pieces.ts';

/** By evidence; set by hand on one half of the planted cases (bench:planted). */
const CONFIDENCE = { elsewhere: 0.97, word: 0.95, frequent: 0.85, name: 0.75 } as const;

/** Words that a stray hyphen breaks in two. */
export const brokenWordRule: Rule = {
  id: 'broken-word',
  category: 'fluency/spelling',
  summary: 'A word broken by a stray hyphen.',
  severity: { literal: 'warning', wire: 'warning' },
  check,
};

/** A word in the other script is a name or a passage left untranslated; the list knows nothing of it. */
const SCRIPT: Readonly<Record<string, RegExp>> = { en: /^\p{Script=Latin}+$/u, ru: /^\p{Script=Cyrillic}+$/u };

function* check({ source, rendering, beads }: RenderingContext): Steps<Draft[]> {
  const { text, language, sentences } = rendering;
  const list = wordList(language);
  if (!list) return [];
  const script = SCRIPT[language];
  const drafts: Draft[] = [];
  const beadOf = beadBySentence(beads, 'rendering', sentences.length);
  const hyphenated: Hyphenated[] = [];
  yield* visitingPieces(text, (piece, from) => {
    for (const { 0: match, 1: head, 3: tail, index } of hyphenatedWords(piece)) {
      const start = from + index;
      const end = start + match.length + tail!.length;
      if (script!.test(head! + tail!) && !isTechnical(text, start, end))
        hyphenated.push({
          span: { start, end },
          head: head!,
          tail: tail!,
          spaced: /\s$/.test(match),
          chained: text[start - 1] === '-' || text[end] === '-',
        });
    }
  });
  if (hyphenated.length === 0) return [];
  const elsewhere = new Set<string>();
  for (const whole of [text, source.text]) yield* readWords(whole, elsewhere);
  yield* visiting(hyphenated, (parts) => {
    const { span, head, tail } = parts;
    const confidence = evidence(parts, language, list, elsewhere);
    if (confidence === 0) return;
    drafts.push({
      confidence,
      message: `The word “${head + tail}” is broken: “${text.slice(span.start, span.end).replace(/\s/, ' ')}”.`,
      source: [],
      rendering: [span],
      beads: [beadOf[sentenceAt(sentences, span.start)] ?? -1].filter((bead) => bead >= 0),
    });
  });
  return drafts;
}

/** Two parts of what may be one word. */
interface Hyphenated {
  span: Span;
  head: string;
  tail: string;
  /** White space stands behind the hyphen. */
  spaced: boolean;
  /** Another hyphen joins them to a further word. */
  chained: boolean;
}

/** How sure it is that the two parts are one word; 0 for a compound. */
function evidence(
  { head, tail, spaced, chained }: Hyphenated,
  language: Language,
  list: WordList,
  elsewhere: ReadonlySet<string>,
): number {
  const joined = head + tail;
  const prefix = PREFIXES[language]!;
  // A second capital (Al-Assad, Jean-Pierre) or a first part in capitals (US-led): the parts stand on their own.
  if (joined.length < 6 || !/^\p{Ll}+$/u.test(tail) || head === head.toUpperCase()) return 0;
  // The list takes some strings for compounds that are none; of those a part at least is a word.
  if (list.isCompound(`${head}-${tail}`) && [head, tail].some((part) => list.isWord(part) || prefix.test(part)))
    return 0;

  // co-ordinate, re-elect, anti-inflammatory: the hyphen keeps two vowels apart.
  if (prefix.test(head) && /[aeiouаеиоуэ]$/iu.test(head) && /^[aeiouаеиоуэю]/iu.test(tail)) return 0;
  if (BOUND.test(tail) && (/[oо]$/i.test(head) || prefix.test(head))) return CONFIDENCE.name;
  if (chained && list.isWord(tail)) return 0;
  if (
    language === 'en' &&
    PARTICLE.test(tail) &&
    (list.isWord(head) || list.isCommon(head)) &&
    !list.isFrequentLong(joined)
  )
    return 0;
  const words = isCompoundOf(head, tail, language, list) && !isPieceByPosition(head, tail, language, list);
  if (!words && elsewhere.has(joined.toLowerCase())) return CONFIDENCE.elsewhere;
  if (!words && joined.length <= MAX_LENGTH && list.isWord(joined)) return CONFIDENCE.word;
  if (words) {
    if (chained) return 0;
    const broken = list.isFrequentLong(joined) || (language === 'en' && isInflection(head, tail));
    return broken && list.isWord(joined) ? CONFIDENCE.frequent : 0;
  }
  if (spaced || chained) return 0;
  return looksBroken(head, tail, list) ? CONFIDENCE.name : 0;
}

/** Beginnings and ends that are joined by a hyphen to words of every kind. */
const PREFIXES: Readonly<Record<string, RegExp>> = {
  en: /^(?:re|pre|co|non|anti|semi|ex|multi|mid|self|vice|pro|sub|un|de|inter|intra|over|under|out|post|counter|cross|neo|micro|macro|mini|mega|ultra|super|trans|extra|bi|tri|al|el|euro|afro|anglo|franco|sino|indo|socio|geo|bio|eco|electro|photo|pseudo|quasi|auto|tele|cyber)$/i,
  ru: /^(?:вице|экс|пресс|веб|медиа|мини|макси|супер|топ|спец|псевдо|квази|анти|контр|обер|унтер|лейб|штаб|по|во|в|кое|кой|псевдо|видео|аудио|радио|теле|фото|арт|поп|рок|евро|англо|франко|американо|итало|греко|нано|био|гипер|мега|микро|ультра)$/i,
};
const SUFFIXES: Readonly<Record<string, RegExp>> = {
  en: /^(?:like|wide|less|ish|esque|based|led|born|ness|ism|ist|ing|ed|er|ers|style|type|free|friendly|proof|fold|first|outs|ups|offs|ons|ins|downs)$/i,
  ru: /^(?:то|либо|нибудь|ка|таки|де|летие|летний|летия|процентный|этажный|за|под|над|на)$/i,
};

/** Last parts of nouns that are made of a verb: bail-out, clean-up, lay-off. */
const PARTICLE = /^(?:offs?|ups?|downs?|outs?|overs?|aways?|backs?|throughs?)$/i;

/** An imperative, to which -ка is joined by a hyphen: скажи-ка, стой-ка, смотрите-ка. */
const IMPERATIVE = /(?:[ийь]|те)$/i;

/** Whether a Russian tail that may stand behind a hyphen is the end of a word here: выстав-ка, сельско-му. */
function isPieceByPosition(head: string, tail: string, language: Language, list: WordList): boolean {
  return language === 'ru' && /^ка$/i.test(tail) && !IMPERATIVE.test(head) && list.isCommon(head + tail);
}

/** A consonant that English doubles before an ending, and the hyphen between the two: ship-ping, run-ning; not ear-ring. */
const DOUBLED = /([bdglmnprt])-(?!ring$)\1(?:ing|ed|ers?|est|y|ish)$/;

function isInflection(head: string, tail: string): boolean {
  return DOUBLED.test(`${head}-${tail}`);
}

/** Longer strings that the list seems to know are mostly its errors. */
const MAX_LENGTH = 18;

/** Whether both parts can stand beside a hyphen on their own. */
function isCompoundOf(head: string, tail: string, language: Language, list: WordList): boolean {
  if (PREFIXES[language]!.test(head) && list.isWord(tail)) return true;
  return stands(head, list) && (stands(tail, list) || SUFFIXES[language]!.test(tail));
}

function stands(part: string, list: WordList): boolean {
  return list.isCommon(part) || (part.length >= 5 && list.isWord(part));
}

/**
 * Names and rare words, which no list holds. A name that goes on in lower case with something that is no word
 * (Kazak-hstan, McGr-egor) is broken; given names of two syllables (Jong-un, Chung-hee) are not. A soft sign before е, ю or я lies inside a word (пить-евую).
 */
function looksBroken(head: string, tail: string, list: WordList): boolean {
  if (list.isWord(tail) || tail.length < 3) return false;
  if (CANNOT_BEGIN.test(tail) || (/[ьъ]$/i.test(head) && /^[еёюяи]/i.test(tail))) return true;
  // о and е link the parts of a Russian compound.
  if (!/^\p{Lu}/u.test(head) || /[ое]$/.test(head)) return false;
  return head.length >= 4 && tail.length >= 4 && syllables(head) + syllables(tail) >= 3;
}

/** Last parts that are joined to a first one in о, or to a prefix, without a hyphen: Russophobia, transphobes, русофобия. */
const BOUND =
  /^(?:phob(?:e|es|ia|ias|ic)|phil(?:e|es|ia)|crac(?:y|ies)|ologists?|ograph(?:y|ies|ers?)|фоб(?:ия|ии|ию|ией)?|фил(?:ия|ии|ию|ией))$/i;

/** Consonants with which no English or Russian word begins. */
const CANNOT_BEGIN =
  /^(?:h[bcdfghjklmnpqrstvwxz]|[lr][bcdfghjkmnpqrstvwxz]|n[bcdfghjklmprstvwz]|m[bcdfgjkpqrstvwxz]|[bcdfgjkpqtvxz]{2}[bcdfghjkmnpqstvxz]|[ьъы]|[лр][бгджзкмнпстфхцчшщ])/iu;

function syllables(word: string): number {
  return word.match(/[aeiouyаеёиоуыэюя]+/giu)?.length ?? 0;
}

/** Addresses, handles, tags and file names are not prose. */
function isTechnical(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  if (/[/@#_\\=&\d]/.test(before) || /[/@_\\=&\d]/.test(after)) return true;
  // A further hyphen joins letters in prose: Combo-Orie-nted; none, or a figure, in a command's option or a code.
  if (before === '-' && !/\p{L}/u.test(text[start - 2] ?? ' ')) return true;
  if (after === '-' && !/\p{L}/u.test(text[end + 1] ?? ' ')) return true;
  return /[.:]/.test(before) || (/[.:]/.test(after) && /[\p{L}\d/]/u.test(text[end + 1] ?? ' '));
}

const WHOLE_WORD = /(?<![-\p{L}])\p{L}{5,80}(?![-\p{L}])/gu;

/** Adds every word of five letters or more that stands without a hyphen in a text, in lower case. */
function* readWords(text: string, words: Set<string>): Steps<void> {
  yield* visitingPieces(text, (piece) => {
    for (const [word] of allMatches(WHOLE_WORD, piece)) words.add(word.toLowerCase());
  });
}
