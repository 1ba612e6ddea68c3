import { distance } from 'fastest-levenshtein';
import { calendarWords } from '../text/calendar-words.ts';
import type { Language } from '../core/result.ts';
import { isOrdinary } from '../text/common-names.ts';
import type { Document } from '../text/document.ts';
import { isExonym, isOfPeople } from '../text/exonyms.ts';
import { isKorean } from '../text/korean.ts';
import { isPalladius } from '../text/palladius.ts';
import { isTitle } from '../text/titles.ts';
import { perForm, type WordForm } from '../text/word-forms.ts';
import type { Word } from '../text/words.ts';
import { beginningCost, foldLatin, mayBeginAlike, romanisationCost } from '../text/romanisation.ts';

/** A word of a document as the comparison of names sees it. */
export interface NameWord {
  start: number;
  end: number;
  sentence: number;
  /** Index in its sentence. */
  index: number;
  /**
   * Lower case, without marks and possessive ending, its parts at hyphens (Касым-Жомарта is касым and жомарта) and of
   * compounds of a people (северокорейский is северо and корейский).
   */
  parts: readonly string[];
  /** The parts in one. */
  key: string;
  cyrillic: boolean;
  /** Begins with a capital, or is of a people (китайский), and is no function word, abbreviated title or word of the calendar. */
  capital: boolean;
  /** Letters of a name (МИД, AMs, U.S) or a word in capitals throughout. */
  acronym: boolean;
  /** An article, preposition or the like. */
  function: boolean;
  /** Without capital, a frequent word that is no name, a title, or an adjective at the head of a sentence. */
  ordinary: boolean;
  /** The first word of its sentence, or right after a colon or an opening quotation mark. */
  initial: boolean;
}

/** What a word is by its letters alone. */
type Letters = Pick<NameWord, 'parts' | 'key' | 'cyrillic' | 'capital' | 'acronym' | 'ordinary'>;

/** The words of a sentence, made anew: all those of a book would be a quarter of a gigabyte. O(length). */
export function nameWords(document: Document, sentence: number): NameWord[] {
  const lettersOf = lettersIn(document.language);
  return document.words
    .of(sentence)
    .map((word, index) => nameWord(document.text, word, lettersOf(word.form), sentence, index));
}

/** Those of them that have a capital, or are of a people: few. O(words). */
export function capitalNameWords({ text, language, words }: Document, sentence: number): NameWord[] {
  const lettersOf = lettersIn(language);
  const capitals: NameWord[] = [];
  for (let index = 0; index < words.count(sentence); index++) {
    const word = words.at(sentence, index);
    const letters = lettersOf(word.form);
    if (letters.capital && !word.function) capitals.push(nameWord(text, word, letters, sentence, index));
  }
  return capitals;
}

function nameWord(
  text: string,
  { start, end, function: isFunction }: Word,
  { parts, key, cyrillic, capital, acronym, ordinary }: Letters,
  sentence: number,
  index: number,
): NameWord {
  const initial = index === 0 || isAfterMark(text, start);
  return {
    start,
    end,
    sentence,
    index,
    parts,
    key,
    cyrillic,
    capital: capital && !isFunction,
    acronym,
    function: isFunction,
    ordinary: ordinary || (initial && cyrillic && ADJECTIVE.test(key)),
    initial,
  };
}

const reader = (language: Language) => perForm(({ text }) => readLetters(text.length > LONGEST ? '' : text, language));
const russian = reader('ru');
const english = reader('en');
const other = reader('');

/** Reads words of a language, each once; languages without words of their own here are read alike. */
function lettersIn(language: Language): (form: WordForm) => Letters {
  if (language === 'ru') return russian;
  return language === 'en' ? english : other;
}

/** True right after a colon or an opening quotation mark or bracket. */
function isAfterMark(text: string, start: number): boolean {
  const mark = text[start - 1] === ' ' ? text[start - 2] : text[start - 1];
  return mark !== undefined && ':“”"«„('.includes(mark);
}

/** Words in lower case, as most are: they need not be taken apart. */
const PLAIN_LATIN = /^[a-z]+$/;
const PLAIN_CYRILLIC = /^[а-я]+$/;

/** Peoples by where they live or whom they are for: северокорейский, латиноамериканский, антироссийский. */
const COMPOUND = /^(северо|южно|западно|восточно|центрально|латино|афро|анти|про)(.{4,})$/;

function readLetters(raw: string, language: Language): Letters {
  if (PLAIN_LATIN.test(raw)) return plainLetters(raw, false, false);
  if (PLAIN_CYRILLIC.test(raw)) {
    const compound = COMPOUND.exec(raw);
    if (compound && isOfPeople(compound[2]!)) return { ...plainLetters(raw, true, true), parts: compound.slice(1) };
    return plainLetters(raw, true, isOfPeople(raw) && !isLabel(raw, true));
  }
  const word = raw.replaceAll('\u00ad', '').replace(/['’ʼ][sS]?$/, '');
  const cyrillic = /\p{Script=Cyrillic}/u.test(word);
  const fold = cyrillic ? foldCyrillic : foldLatin;
  const parts = word.split(/[-\u2010\u2011]/).flatMap((part) => fold(part) || []);
  const upper = /^\p{Lu}/u.test(word);
  return {
    parts,
    key: parts.join(''),
    cyrillic,
    capital: (upper || (cyrillic && parts.some(isOfPeople))) && parts.length > 0 && !isLabel(parts[0]!, cyrillic),
    acronym: upper && /^\p{Lu}(?:\.?\p{Lu})+s?(?:-\p{Ll}+)?$/u.test(word),
    ordinary:
      !upper ||
      (/^[\p{L}\p{M}'’-]+$/u.test(word) &&
        parts.every((part) => part.length < 3 || isOrdinary(part, language) || isTitle(part, language))),
  };
}

function plainLetters(key: string, cyrillic: boolean, capital: boolean): Letters {
  return { parts: [key], key, cyrillic, capital, acronym: false, ordinary: true };
}

/** No name is longer. */
const LONGEST = 40;

function foldCyrillic(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{Script=Cyrillic}]/gu, '');
}

/** Titles and kinds of company cut short: they go with a name and are none. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof rev hon sir sen rep gov lt col gen maj capt cmdr adm sgt cpl pvt det insp supt pc cpt ltd inc corp co llc plc jr sr am pm'.split(
    ' ',
  ),
);

/** Russian adjectives and participles, but for those in -ский, which many names are. */
const ADJECTIVE = /(?:н|щ|вш|л)(?:ый|ий|ая|яя|ое|ее|ые|ие)$/;

function isLabel(word: string, cyrillic: boolean): boolean {
  if (ABBREVIATIONS.has(word)) return true;
  const { months, weekdays } = calendarWords[cyrillic ? 'ru' : 'en'];
  return months.has(word) || weekdays.has(word);
}

/** Costs of romanisation, nats a letter, of names that are surely one and of those that are surely two. */
const SURE_COST = 1.2;
const NO_COST = 2.4;

/** A name cut short (Livi) is spelt as its beginning is, and is less sure. */
const SHORT_FORM_COST = 0.5;
const SHORT_FORM = 0.7;

/**
 * How sure it is, 0 to 1, that two words are one name by their letters: romanised in any scheme, by Palladius, an
 * exonym of the table, or the same letters. Compares wholes and parts at hyphens.
 */
export function agreement(a: NameWord, b: NameWord): number {
  if (a.key === '' || b.key === '') return 0;
  if (a.cyrillic === b.cyrillic) return sameScript(a.key, b.key);
  const russian = a.cyrillic ? a : b;
  const latin = a.cyrillic ? b : a;
  let best = wordAgreement(russian.key, latin.key);
  if (russian.parts.length > 1 || latin.parts.length > 1)
    for (const x of russian.parts)
      for (const y of latin.parts) if (x.length > 1 && y.length > 1) best = Math.max(best, wordAgreement(x, y));
  return best;
}

/** How surely one of the other words is the same name. */
export function bestAgreement(word: NameWord, others: readonly NameWord[]): number {
  let most = 0;
  for (const other of others) {
    most = Math.max(most, agreement(word, other));
    if (most === 1) break;
  }
  return most;
}

const LEAST_COMMON = 4;

const LEAST_MISSPELT = 5;

/** One Latin letter more, less or other, which makes no other name of a long one: Bodymoor Health, Bodymoor Heath. */
function isMisspelt(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < LEAST_MISSPELT) return false;
  return /^[a-z]/.test(a) && distance(a, b) === 1;
}

/** The same word, or one in another case or number, or misspelt. */
function sameScript(a: string, b: string): number {
  if (a === b) return 1;
  if (isMisspelt(a, b)) return 0.9;
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  const longest = Math.max(a.length, b.length);
  return common >= LEAST_COMMON && longest - common <= 3 ? 0.9 : 0;
}

/** By Russian word, then by Latin one: a string of both would have to be made to look for it. */
const known = new Map<string, Map<string, number>>();
const MOST_KNOWN = 100_000;
let knownPairs = 0;

function wordAgreement(russian: string, latin: string): number {
  if (!mayBeginAlike(russian, latin)) return isExonym(russian, latin) || isKorean(russian, latin) ? 1 : 0;
  let ofRussian = known.get(russian);
  let value = ofRussian?.get(latin);
  if (value !== undefined) return value;
  if (knownPairs++ === MOST_KNOWN) {
    known.clear();
    knownPairs = 1;
    ofRussian = undefined;
  }
  if (ofRussian === undefined) known.set(russian, (ofRussian = new Map()));
  ofRussian.set(latin, (value = compare(russian, latin)));
  return value;
}

function compare(russian: string, latin: string): number {
  if (isExonym(russian, latin) || isPalladius(russian, latin) || isKorean(russian, latin)) return 1;
  const cost = romanisationCost(russian, latin);
  if (cost <= SURE_COST) return 1;
  const whole = Math.max(0, (NO_COST - cost) / (NO_COST - SURE_COST));
  return beginningCost(russian, latin) < SHORT_FORM_COST ? Math.max(whole, SHORT_FORM) : whole;
}
