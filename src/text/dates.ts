import type { Sentence } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { finish, type Steps } from '../core/steps.ts';
import { abbreviatedMonths, calendarWords, doubtfulMonths, type CalendarWords } from './calendar-words.ts';
import { isDash, readLexemes, type Lexeme } from './lexemes.ts';

/**
 * A calendar expression; what it does not say is null. A weekday and a calendar date that stand together (Saturday,
 * September 29) are two mentions, and so are the days of `3-5 января`. A bare year is a mention only where a word says
 * that it is one (2021 год, in 2021).
 */
export interface DateMention extends Span {
  year: number | null;
  /** 1 to 12. */
  month: number | null;
  /** 1 to 31 where the date is possible; a misprint (May 80) stands as it is written. */
  day: number | null;
  /** 1 (Monday) to 7 (Sunday). */
  weekday: number | null;
  /** Day and month as figures that may be meant the other way round: 01/10/2022. */
  dayOrMonth: boolean;
  /** `text` stands in running text, `dateline` in a dateline, `metadata` in a leading date line. */
  place: 'text' | 'dateline' | 'metadata';
}

type DateFields = Partial<Omit<DateMention, keyof Span | 'place'>>;

interface DateReader {
  readonly russian: boolean;
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  readonly words: CalendarWords;
}

/** One or more dates that begin at a lexeme, and the index of the lexeme behind them. */
interface DatesRead {
  dates: (Span & DateFields)[];
  after: number;
}

/**
 * Reads the dates of a Russian (`ru`) or English text, ordered by start, disjoint. `sentences` (ordered, disjoint) tell
 * which of them stand in a dateline or in metadata. O(length).
 */
export function readDates(
  text: string,
  language: string,
  sentences: readonly Sentence[],
  lexemes: readonly Lexeme[] = readLexemes(text),
): DateMention[] {
  return finish(dateSteps(text, language, sentences, lexemes));
}

/** What `readDates` does, in steps: one a date, and one for some lexemes. */
export function* dateSteps(
  text: string,
  language: string,
  sentences: readonly Sentence[],
  lexemes: readonly Lexeme[],
): Steps<DateMention[]> {
  const russian = language === 'ru';
  const reader: DateReader = { russian, text, lexemes, words: calendarWords[russian ? 'ru' : 'en'] };
  const mentions: DateMention[] = [];
  let sentence = 0;
  for (let at = 0; at < reader.lexemes.length;) {
    const kind = reader.lexemes[at]!.kind;
    const read =
      kind === 'digits'
        ? (readNumeric(reader, at) ?? readDayFirst(reader, at) ?? readBareYear(reader, at))
        : kind === 'word'
          ? readWord(reader, at)
          : null;
    if (read === null) {
      if (++at % LEXEMES_A_STEP === 0) yield;
      continue;
    }
    yield;
    for (const { start, end, ...fields } of read.dates) {
      while (sentence < sentences.length && sentences[sentence]!.end <= start) sentence++;
      const around = sentences[sentence]?.kind;
      const place = around === 'dateline' || around === 'metadata' ? around : 'text';
      mentions.push({
        start,
        end,
        year: null,
        month: null,
        day: null,
        weekday: null,
        dayOrMonth: false,
        ...fields,
        place,
      });
    }
    at = read.after;
  }
  return mentions;
}

const LEXEMES_A_STEP = 1024;

/** 2022-01-10, 12.01.2022, 01/10/2022, 10/12/21. */
function readNumeric({ lexemes, russian }: DateReader, at: number): DatesRead | null {
  const [a, mark, b, again, c] = lexemes.slice(at, at + 5);
  if (
    c === undefined ||
    b!.kind !== 'digits' ||
    c.kind !== 'digits' ||
    mark!.key !== again!.key ||
    !'-./'.includes(mark!.key)
  )
    return null;
  if ([mark, b, again, c].some((lexeme) => lexeme!.before !== 'nothing')) return null;
  if (lexemes[at + 5]?.key === mark!.key && lexemes[at + 6]?.kind === 'digits' && lexemes[at + 6]!.before === 'nothing')
    return null;
  const figures = [Number(a!.key), Number(b!.key), Number(c.key)] as const;
  const span = { start: a!.start, end: c.end };
  if (a!.key.length === 4 && b!.key.length === 2 && c.key.length === 2) {
    const [year, month, day] = figures;
    return year >= 1000 && month >= 1 && month <= 12 ? { dates: [{ ...span, year, month, day }], after: at + 5 } : null;
  }
  if (a!.key.length > 2 || b!.key.length > 2 || (c.key.length !== 4 && (c.key.length !== 2 || mark!.key === '-')))
    return null;
  const year = c.key.length === 4 ? figures[2] : figures[2] + (figures[2] < 70 ? 2000 : 1900);
  const monthFirst = !russian && mark!.key === '/' && figures[0] <= 12;
  const [day, month] = monthFirst || figures[1] > 12 ? [figures[1], figures[0]] : [figures[0], figures[1]];
  if (month < 1 || month > 12 || day < 1) return null;
  return {
    dates: [{ ...span, year, month, day, dayOrMonth: mark!.key === '/' && day <= 12 && day !== month }],
    after: at + 5,
  };
}

/** 2 января 2022 года, 30 May 2005, the 2nd of May, 3-5 января, 3 и 5 января. */
function readDayFirst(reader: DateReader, at: number): DatesRead | null {
  const { lexemes, russian } = reader;
  const days: Lexeme[] = [];
  let next = at;
  while (days.length < 4) {
    const digits = lexemes[next];
    if (
      digits === undefined ||
      digits.kind !== 'digits' ||
      digits.key.length > 2 ||
      (days.length > 0 && digits.before === 'break')
    )
      return null;
    // Not the decimals of a figure, nor a part of a longer number.
    if (days.length === 0 && digits.before === 'nothing' && /^[.,:/$€£]$/.test(lexemes[next - 1]?.key ?? ''))
      return null;
    days.push(digits);
    next = afterDaySuffix(lexemes, next + 1, russian);
    const month = lexemes[next];
    if (month === undefined) return null;
    if (month.kind === 'word' && month.before !== 'break' && monthOf(reader, next) !== null) break;
    if (isDash(month) || month.key === ',' || /^(и|по|to|and|до|или|or)$/.test(month.key)) next++;
    else return null;
  }
  const month = monthOf(reader, next);
  // `5 may` is a verb in English unless it has its capital.
  if (month === null || (!russian && !isCapital(reader, lexemes[next]!))) return null;
  next = afterStop(lexemes, next + 1, lexemes[next]!.key);
  const year = readYear(reader, next);
  const after = year?.after ?? next;
  const end = lexemes[after - 1]!.end;
  const dates = days.map((day, k) => ({
    start: day.start,
    end: k === days.length - 1 ? end : day.end,
    year: year?.year ?? null,
    month,
    day: Number(day.key),
  }));
  return { dates, after };
}

/** Behind `-го`, `nd`, `of` after a day; `at` where none of them stands there. */
function afterDaySuffix(lexemes: readonly Lexeme[], at: number, russian: boolean): number {
  let after = at;
  if (russian) {
    if (
      isDash(lexemes[after]) &&
      lexemes[after]!.before === 'nothing' &&
      /^(го|е|ого|ое|му)$/.test(lexemes[after + 1]?.key ?? '')
    )
      after += 2;
    return after;
  }
  if (lexemes[after]?.before === 'nothing' && /^(st|nd|rd|th)$/.test(lexemes[after]!.key)) after++;
  if (lexemes[after]?.key === 'of') after++;
  return after;
}

/** Behind the full stop of an abbreviated month. */
function afterStop(lexemes: readonly Lexeme[], at: number, month: string): number {
  return abbreviatedMonths.has(month) && lexemes[at]?.key === '.' && lexemes[at]!.before === 'nothing' ? at + 1 : at;
}

/** A year behind a month: 2022, `, 2022`, 2022 года. */
function readYear({ lexemes, russian }: DateReader, at: number): { year: number; after: number } | null {
  let index = at;
  if (!russian && lexemes[index]?.key === ',') index++;
  const digits = lexemes[index];
  if (digits === undefined || digits.kind !== 'digits' || digits.before !== 'space' || digits.key.length !== 4)
    return null;
  const year = Number(digits.key);
  if (year < 1000) return null;
  // January 2, 1000 people: a comma or point with digits goes on with a figure.
  const more = lexemes[index + 1];
  if (
    /^[.,%]$/.test(more?.key ?? '') &&
    lexemes[index + 2]?.kind === 'digits' &&
    lexemes[index + 2]!.before === 'nothing'
  )
    return null;
  const word = lexemes[index + 1];
  if (russian && word?.before !== 'break' && /^(г|гг|год|года|году|годом|годов)$/.test(word?.key ?? '')) {
    const stop = lexemes[index + 2];
    return {
      year,
      after: word!.key.length <= 2 && stop?.key === '.' && stop.before === 'nothing' ? index + 3 : index + 2,
    };
  }
  return { year, after: index + 1 };
}

/** 2021 год, в 2021 г., in 2021. */
function readBareYear(reader: DateReader, at: number): DatesRead | null {
  const { lexemes, russian } = reader;
  const digits = lexemes[at]!;
  if (digits.key.length !== 4) return null;
  const year = Number(digits.key);
  if (year < 1000 || year > 2999 || (digits.before === 'nothing' && /^[.,:/$€£]$/.test(lexemes[at - 1]?.key ?? '')))
    return null;
  const next = lexemes[at + 1];
  if (russian) {
    const isYear = next?.before === 'space' && /^(г|гг|год|года|году|годом|годе|годов|годах|годам)$/.test(next.key);
    return isYear ? { dates: [{ start: digits.start, end: next.end, year }], after: at + 2 } : null;
  }
  const before = lexemes[at - 1];
  if (digits.before !== 'space' || !/^(in|since|until|during|by|from|year|early|late|mid)$/.test(before?.key ?? ''))
    return null;
  // In 2021 people; in 1,200 places; in 2000s.
  if (
    next !== undefined &&
    next.before === 'nothing' &&
    (next.kind === 'word' || isDash(next) || lexemes[at + 2]?.before === 'nothing')
  )
    return null;
  if (
    next?.kind === 'word' &&
    next.before === 'space' &&
    /^(people|men|women|cases|ft|feet|km|miles|m|metres|meters)$/.test(next.key)
  )
    return null;
  return { dates: [{ start: digits.start, end: digits.end, year }], after: at + 1 };
}

/** A weekday, or a month with what follows it: January 2, 2022; Jan. 2-4; март 2022 года; в феврале. */
function readWord(reader: DateReader, at: number): DatesRead | null {
  const { lexemes, russian, words } = reader;
  const word = lexemes[at]!;
  const weekday = words.weekdays.get(word.key);
  if (weekday !== undefined) {
    if (russian ? weekday === 3 && !isWednesday(lexemes, at) : !isCapital(reader, word)) return null;
    return { dates: [{ start: word.start, end: word.end, weekday }], after: at + 1 };
  }
  const month = monthOf(reader, at);
  return month === null || (!russian && !isCapital(reader, word)) ? null : readMonth(reader, at, month);
}

/** A month with what follows it; apart from `readWord`, which is asked for every word. */
function readMonth(reader: DateReader, at: number, month: number): DatesRead | null {
  const { lexemes, russian } = reader;
  const word = lexemes[at]!;
  let next = afterStop(lexemes, at + 1, word.key);
  const days: Lexeme[] = [];
  // In Russian the day stands before its month.
  if (!russian) {
    for (let index = next; days.length < 4;) {
      const digits = lexemes[index];
      if (digits === undefined || digits.kind !== 'digits' || digits.key.length > 2 || digits.before === 'break') break;
      const after = afterDaySuffix(lexemes, index + 1, false);
      const link = lexemes[after];
      // January 10.5 million, January 10:30.
      if (link !== undefined && link.before === 'nothing' && /^[.,:/%]$/.test(link.key)) {
        if (lexemes[after + 1]?.kind === 'digits' && lexemes[after + 1]!.before === 'nothing') break;
        if (link.key === '%') break;
      }
      days.push(digits);
      next = after > index + 1 && lexemes[after - 1]!.key === 'of' ? after - 1 : after;
      if (link === undefined || !(isDash(link) || /^(and|to)$/.test(link.key))) break;
      index = after + 1;
      // May 2 and 30 people: a second day is followed by no noun of its own.
      const beyond = lexemes[index + 1];
      if (!isDash(link) && beyond?.kind === 'word' && beyond.before === 'space') break;
    }
  }
  const year = readYear(reader, next);
  const doubtful = doubtfulMonths.has(word.key) || abbreviatedMonths.has(word.key);
  if (days.length === 0 && year === null && doubtful && !isPlainMonth(reader, at)) return null;
  const after = year?.after ?? next;
  const end = lexemes[after - 1]!.end;
  if (days.length === 0) return { dates: [{ start: word.start, end, year: year?.year ?? null, month }], after };
  const dates = days.map((day, k) => ({
    start: k === 0 ? word.start : day.start,
    end: k === days.length - 1 ? end : day.end,
    year: year?.year ?? null,
    month,
    day: Number(day.key),
  }));
  return { dates, after };
}

function monthOf({ lexemes, words }: DateReader, at: number): number | null {
  return words.months.get(lexemes[at]?.key ?? '') ?? null;
}

function isCapital({ text }: DateReader, word: Lexeme): boolean {
  const first = text[word.start]!;
  return first !== first.toLowerCase();
}

/** True where a doubtful month word has before it what a month has: in May, since last March, в мае, до марта. */
function isPlainMonth(reader: DateReader, at: number): boolean {
  const { lexemes, russian } = reader;
  const word = lexemes[at]!;
  if (abbreviatedMonths.has(word.key) || word.before === 'break') return false;
  const before = lexemes[at - 1]!.key;
  if (russian) {
    return (
      !isCapital(reader, word) &&
      /^(в|к|до|с|по|на|за|от|и|или|начале|начала|началу|конце|конца|концу|середине|середины|числах|прошлого|этого|минувшего|нынешнего|будущего|следующего|весь|текущего)$/.test(
        before,
      )
    );
  }
  // April Jones, June Carter: a name goes on with a capital.
  const next = lexemes[at + 1];
  const named = next?.kind === 'word' && next.before === 'space' && isCapital(reader, next);
  return (
    !named &&
    /^(in|since|until|till|last|next|this|early|late|mid|of|by|from|through|throughout|for|to|and|or|between|before|after|during|each|every|-|–)$/.test(
      before,
    )
  );
}

/** Среда is also the environment: a weekday stands after в, на, со, к, по, a part of the day, or прошлую and its like. */
function isWednesday(lexemes: readonly Lexeme[], at: number): boolean {
  const before = at > 0 ? lexemes[at - 1]!.key : '';
  const key = lexemes[at]!.key;
  if (key === 'среду')
    return /^(в|во|на|через|прошлую|эту|следующую|минувшую|будущую|каждую|ближайшую|и|или)$/.test(before);
  if (key === 'среды')
    return /^(со|с|до|после|вечера|вечером|утра|утром|ночь|днем|ночью|позднее|прошлой|минувшей|следующей|вторника|полудня)$/.test(
      before,
    );
  if (key === 'среде') return /^(к|ко)$/.test(before);
  return key === 'средам' && before === 'по';
}
