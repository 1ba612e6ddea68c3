import { isDash, type Lexeme } from './lexemes.ts';
import { numberMention, type NumberReader, type NumbersRead } from './number-reader.ts';
import { readNumberTail } from './number-units.ts';
import { russianCompound } from './number-words-ru.ts';
import type { NumberMention } from './numbers.ts';

/** What a plural multiplier says when it stands alone. */
const vagueRanges: ReadonlyMap<number, readonly [low: number, high: number]> = new Map([
  [10, [20, 99]],
  [12, [12, 99]],
  [20, [20, 100]],
  [100, [100, 999]],
  [1e3, [1e3, 999_999]],
  [1e6, [1e6, 999_999_999]],
  [1e9, [1e9, 999e9]],
  [1e12, [1e12, 999e12]],
]);

/** The number word, or words that make one number, at lexeme `at`; null where there is none. */
export function readNumberPhrase(reader: NumberReader, at: number): NumbersRead | null {
  const lexeme = reader.lexemes[at]!;
  const word = reader.words.get(lexeme.key);
  if (word === undefined) return readRoman(reader, at) ?? (reader.russian ? readCompound(lexeme, at) : null);
  if (word.kind === 'hint') {
    const mention = numberMention(lexeme.start, lexeme.end, word.value, word.value >= 500 ? word.value / 5 : 1);
    mention.form = 'hint';
    return { mentions: [mention], after: at + 1 };
  }
  if (word.kind === 'many') return readVague(reader, at);
  if (word.kind === 'multiplier') return readBareMultiplier(reader, at);
  if (word.kind === 'fraction') return readFraction(reader, at);
  return readComposed(reader, at);
}

/** Thousands, сотни; hundreds of thousands, десятки миллионов. */
function readVague(reader: NumberReader, at: number): NumbersRead | null {
  const { lexemes, words } = reader;
  const first = lexemes[at]!;
  const base = words.get(first.key)!.value;
  let [low, high] = vagueRanges.get(base)!;
  let after = at + 1;
  const of = lexemes[after]?.key === 'of';
  // Scores are also goals, and scoring.
  if (base === 20 && !of && !/^(killed|injured|wounded|dead|more)$/.test(lexemes[after]?.key ?? '')) return null;
  const next = lexemes[of ? after + 1 : after];
  const scale = next?.before === 'space' ? words.get(next.key) : undefined;
  if (scale !== undefined && (scale.kind === 'many' || scale.kind === 'multiplier') && scale.value > base) {
    low *= scale.value;
    high *= scale.value;
    after += of ? 2 : 1;
  }
  return vague(reader, at, after, low, high);
}

function vague(reader: NumberReader, at: number, end: number, low: number, high: number): NumbersRead {
  const tail = readNumberTail(reader, end, low, false);
  const mention = numberMention(reader.lexemes[at]!.start, reader.lexemes[tail.after - 1]!.end, low, low);
  mention.high = high;
  mention.form = 'vague';
  mention.unit = tail.unit;
  return { mentions: [mention], after: tail.after };
}

/** A million, тысяча; several thousand. */
function readBareMultiplier(reader: NumberReader, at: number): NumbersRead {
  const { lexemes, words } = reader;
  const before = lexemes[at - 1]?.key ?? '';
  let value = words.get(lexemes[at]!.key)!.value;
  let after = at + 1;
  const next = lexemes[after];
  const scale = next?.before === 'space' ? words.get(next.key) : undefined;
  if (scale !== undefined && (scale.kind === 'multiplier' || scale.kind === 'many') && scale.value > value) {
    value *= scale.value;
    after++;
  }
  if (/^(several|few|many|some)$/.test(before)) return vague(reader, at, after, value, value * 9.99);
  return exact(reader, at, after, value, value);
}

/** Half, треть; half a million, четверть миллиона. */
function readFraction(reader: NumberReader, at: number): NumbersRead {
  const { lexemes, words } = reader;
  let value = words.get(lexemes[at]!.key)!.value;
  let after = at + 1;
  let skip = after;
  while (skip < after + 2 && /^(of|a|an)$/.test(lexemes[skip]?.key ?? '')) skip++;
  const scale = lexemes[skip]?.before === 'space' ? words.get(lexemes[skip]!.key) : undefined;
  const scaled = scale !== undefined && (scale.kind === 'multiplier' || scale.kind === 'many');
  if (scaled) {
    value *= scale.value;
    after = skip + 1;
  }
  const read = exact(reader, at, after, value, scaled ? value / 5 : 0.01);
  // Alone it is a share, a period, a room: enough to back a figure, not to be told as one.
  if (!scaled) read.mentions[0]!.form = 'hint';
  return read;
}

/** Двадцать пять, one hundred and twenty thousand, two-thirds, двадцать первый. */
function readComposed(reader: NumberReader, at: number): NumbersRead {
  const { lexemes, words, russian } = reader;
  let total = 0;
  let group = 0;
  // What a next word must stay under: after `twenty` only units fit, after a hundred whatever is less.
  let room = Infinity;
  let scaleRoom = Infinity;
  let ordinal = false;
  let alternative: number | null = null;
  let step = 1;
  let after = at;
  for (let index = at; ;) {
    const word = words.get(lexemes[index]!.key);
    if (word === undefined || word.kind === 'hint') break;
    const { kind, value } = word;
    let last = false;
    if (kind === 'cardinal') {
      if (value >= room || (value === 0 && index > at)) break;
      group += value;
      room = value >= 100 ? 100 : value >= 20 && value < 100 ? 10 : 0;
      step = Number.isInteger(value) ? 1 : 0.1;
    } else if (kind === 'ordinal') {
      if (value < room && group + value > 0 && (index === at || room < Infinity)) {
        group += value;
        ordinal = true;
        if (index === at && value >= 3 && value <= 10) alternative = 1 / value;
      } else if (total === 0 && group >= 1 && group <= 9 && value >= 3 && !isCompounded(reader, index)) {
        group /= value;
        step = 0.01;
        // One eighth of a final is played by sixteen.
        if (/^финал/.test(lexemes[index + 1]?.key ?? '')) alternative = 2 * value;
      } else break;
      last = true;
    } else if (kind === 'fraction') {
      // Seven halves are drawn matches.
      if (total !== 0 || group < 1 || group * value >= 1) break;
      // Three quarters are three, too, of one year or more.
      if (lexemes[index]!.key === 'quarters' && !isShareOf(lexemes, index + 1)) alternative = group;
      group *= value;
      step = 0.01;
      last = true;
    } else if (value >= 1000) {
      if (group === 0 || value >= scaleRoom) break;
      total += group * value;
      step *= value;
      group = 0;
      room = Infinity;
      scaleRoom = value;
    } else {
      if (group === 0 || group >= 100) break;
      group *= value;
      if (value === 100 && !russian) room = 100;
      else {
        // Two dozen are rarely 24 to a man.
        step = value;
        last = true;
      }
    }
    after = index + 1;
    if (last) break;
    const half = afterHalf(lexemes, after, russian);
    if (half !== null && group > 0) {
      group += 0.5;
      step = 0.1;
      room = 0;
      after = half;
    }
    const next = nextWord(lexemes, after, russian, room === 100 || (group === 0 && total > 0));
    if (next === null || !words.has(lexemes[next]!.key)) break;
    index = next;
  }
  const value = total + group;
  const read = exact(reader, at, after, value, step);
  const mention = read.mentions[0]!;
  mention.ordinal = ordinal;
  mention.alternative = alternative ?? shareOf(reader, value, after);
  return read;
}

/** Whether `of` and no year follows: three quarters of the residents. */
function isShareOf(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[at]?.key === 'of' && !/^(?:19|20)\d\d$/.test(lexemes[at + 1]?.key ?? '');
}

/** Whether a word is the first part of a compound: three fourth-grade pupils. */
function isCompounded({ lexemes, russian }: NumberReader, index: number): boolean {
  return !russian && isDash(lexemes[index + 1]) && lexemes[index + 1]!.before === 'nothing';
}

/** Two out of three, один из пяти: the share that it says too; null where a number is none. */
function shareOf({ lexemes, words, russian }: NumberReader, value: number, after: number): number | null {
  const links = russian ? ['из'] : lexemes[after]?.key === 'out' ? ['out', 'of'] : ['in'];
  if (!links.every((key, x) => lexemes[after + x]?.key === key)) return null;
  const all = words.get(lexemes[after + links.length]?.key ?? '');
  return all?.kind === 'cardinal' && all.value > value && all.value <= MOST_OF_SHARE ? value / all.value : null;
}

const MOST_OF_SHARE = 10;

/** The index behind `and a half`, `-and-a-half`, `с половиной` at `at`; null where they do not stand there. */
function afterHalf(lexemes: readonly Lexeme[], at: number, russian: boolean): number | null {
  let index = at;
  for (const key of russian ? ['с', 'половиной'] : ['and', 'a', 'half']) {
    if (!russian && isDash(lexemes[index])) index++;
    if (lexemes[index]?.key !== key) return null;
    index++;
  }
  return index;
}

/** The index of the word that may go on with the number: next to it, behind a hyphen (English), or behind `and`. */
function nextWord(lexemes: readonly Lexeme[], at: number, russian: boolean, mayAnd: boolean): number | null {
  const next = lexemes[at];
  if (next === undefined || next.before === 'break') return null;
  if (next.kind === 'word') {
    if (next.before !== 'space') return null;
    if (!russian && mayAnd && next.key === 'and') return lexemes[at + 1]?.kind === 'word' ? at + 1 : null;
    return at;
  }
  if (russian || !isDash(next) || next.before !== 'nothing') return null;
  return lexemes[at + 1]?.kind === 'word' && lexemes[at + 1]!.before === 'nothing' ? at + 1 : null;
}

function exact(reader: NumberReader, at: number, end: number, value: number, step: number): NumbersRead {
  const tail = readNumberTail(reader, end, value, false);
  const mention = numberMention(
    reader.lexemes[at]!.start,
    reader.lexemes[tail.after - 1]!.end,
    value * tail.scale,
    step * tail.scale,
  );
  mention.form = 'word';
  mention.unit = tail.unit;
  return { mentions: [mention], after: tail.after };
}

function readCompound(lexeme: Lexeme, at: number): NumbersRead | null {
  const compound = lexeme.key.length > 5 ? russianCompound(lexeme.key) : null;
  if (compound === null) return null;
  const mention = numberMention(lexeme.start, lexeme.end, compound.value, compound.value < 1 ? 0.1 : 1);
  mention.form = compound.unit === null || compound.value < 2 ? 'hint' : 'word';
  mention.unit = compound.unit;
  return { mentions: [mention], after: at + 1 };
}

/** XX, II, IV in Latin letters or with Cyrillic Х; one letter only before a century. */
function readRoman(reader: NumberReader, at: number): NumbersRead | null {
  const lexeme = reader.lexemes[at]!;
  if (lexeme.end - lexeme.start > 6 || !'XVIХ'.includes(reader.text[lexeme.start]!)) return null;
  const raw = reader.text.slice(lexeme.start, lexeme.end).replaceAll('Х', 'X');
  if (!/^X{0,3}(IX|IV|V?I{0,3})$/.test(raw)) return null;
  if (raw.length === 1 && !/^век|^centur/.test(reader.lexemes[at + 1]?.key ?? '')) return null;
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  let value = 0;
  for (let k = 0; k < raw.length; k++) {
    const digit = values[raw[k]!]!;
    value += digit < (values[raw[k + 1] ?? ''] ?? 0) ? -digit : digit;
  }
  const mention: NumberMention = numberMention(lexeme.start, lexeme.end, value, 1);
  mention.form = 'hint';
  mention.ordinal = true;
  return { mentions: [mention], after: at + 1 };
}
