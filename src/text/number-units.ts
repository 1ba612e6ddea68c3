import { isDash, type Lexeme } from './lexemes.ts';
import type { NumberReader } from './number-reader.ts';
import { russianCompoundUnit } from './number-words-ru.ts';
import { currencySigns } from './units.ts';

/** What stands behind a figure or number word: scale word, unit, suffix. `after` is the lexeme behind all of it. */
export interface NumberTail {
  scale: number;
  /** The scale word is certain; false for the `m` of `5m`, which may be metres. */
  scaleIsSure: boolean;
  unit: string | null;
  ordinal: boolean;
  label: boolean;
  after: number;
}

const adjectives =
  /^(американск|австралийск|канадск|гонконгск|российск|белорусск|китайск|британск|us|american|australian|canadian|russian|chinese|british|hong|u)/;
const englishOrdinal = new Set(['st', 'nd', 'rd', 'th']);
const russianOrdinal = /^(ый|ий|ой|й|го|ого|его|му|ому|ему|м|ым|им|ом|я|ая|ю|ую|е|ое|ые|х|ых|ми|ыми)$/;
const russianPlural = /^(е|ые|х|ых|ми|ыми|м)$/;
const letterScales: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12, к: 1e3 };

/**
 * Reads what follows a number that ends before lexeme `at`. `value` decides what a suffix means (80-х, 1990s, 2020 г.);
 * `money` says that a currency sign stands before the number.
 */
export function readNumberTail(reader: NumberReader, at: number, value: number, money: boolean): NumberTail {
  const { lexemes } = reader;
  const tail: NumberTail = { scale: 1, scaleIsSure: true, unit: null, ordinal: false, label: false, after: at };
  let next = lexemes[at];
  if (next === undefined || next.before === 'break') return tail;

  if (isDash(next) && next.before === 'nothing') {
    const word = lexemes[at + 1];
    if (word?.kind === 'word' && word.before === 'nothing') readHyphenated(reader, at + 1, value, tail);
    return tail;
  }
  if (next.before === 'nothing' && next.kind === 'word' && readSuffix(reader, at, value, money, tail)) return tail;

  next = lexemes[tail.after];
  const scale =
    next !== undefined && next.kind === 'word' && next.before !== 'break' ? reader.words.get(next.key) : undefined;
  if (scale !== undefined && (scale.kind === 'multiplier' || scale.kind === 'many') && tail.scale === 1) {
    tail.scale = scale.value;
    tail.after = afterAbbreviation(lexemes, tail.after + 1);
    next = lexemes[tail.after];
    // Hundreds of thousands of something after a figure: 5 hundred thousand, 3 сотни тысяч.
    const more = next?.before === 'space' ? reader.words.get(next.key) : undefined;
    if (more !== undefined && (more.kind === 'multiplier' || more.kind === 'many') && more.value > scale.value) {
      tail.scale *= more.value;
      tail.after = afterAbbreviation(lexemes, tail.after + 1);
    }
  }
  readUnit(reader, tail, value);
  return tail;
}

function afterAbbreviation(lexemes: readonly Lexeme[], at: number): number {
  const dot = lexemes[at];
  const short = lexemes[at - 1]!.key.length <= 4;
  return short &&
    dot?.key === '.' &&
    dot.before === 'nothing' &&
    lexemes[at + 1]?.before !== 'break' &&
    at + 1 < lexemes.length
    ? at + 1
    : at;
}

function readHyphenated(reader: NumberReader, at: number, value: number, tail: NumberTail): void {
  const word = reader.lexemes[at]!;
  const scale = reader.words.get(word.key);
  const unit = reader.units.get(word.key);
  const compound = unit === undefined && reader.russian ? russianCompoundUnit(word.key) : null;
  if (scale !== undefined && scale.kind === 'multiplier' && scale.value >= 100) {
    tail.scale = scale.value;
    tail.after = at + 1;
    readUnit(reader, tail, value);
  } else if (compound !== null) {
    tail.unit = compound.unit;
    tail.scale = compound.scale;
    tail.after = at + 1;
  } else if (unit !== undefined && !(word.key.length === 1 && russianOrdinal.test(word.key))) {
    tail.unit = unit;
    tail.after = at + 1;
  } else if (reader.russian && russianOrdinal.test(word.key)) {
    tail.ordinal = true;
    if (russianPlural.test(word.key) && value >= 10 && value % 10 === 0) tail.unit = 'decade';
    tail.after = at + 1;
  }
}

function readSuffix(reader: NumberReader, at: number, value: number, money: boolean, tail: NumberTail): boolean {
  const word = reader.lexemes[at]!;
  if (!reader.russian && englishOrdinal.has(word.key)) {
    tail.ordinal = true;
    tail.after = at + 1;
    return true;
  }
  if (value >= 10 && value % 10 === 0 && (reader.russian ? /^(х|е|ые|ых)$/ : /^s$/).test(word.key)) {
    tail.unit = 'decade';
    tail.after = at + 1;
    return true;
  }
  const scale = letterScales[word.key];
  if (scale !== undefined) {
    tail.scale = scale;
    tail.scaleIsSure = money || word.key.length > 1 || word.key === 'k';
    tail.after = at + 1;
    if (!tail.scaleIsSure && word.key === 'm') tail.unit = 'm';
    return false;
  }
  const known = reader.words.has(word.key) || reader.units.has(word.key) || /^[ap]m$/.test(word.key);
  if (known) return false;
  // 5G, 3D, 747s: part of a name.
  tail.label = true;
  return true;
}

function readUnit(reader: NumberReader, tail: NumberTail, value: number): void {
  const { lexemes } = reader;
  let at = tail.after;
  let next = lexemes[at];
  if (tail.unit !== null || next === undefined || next.before === 'break') return;
  // 30-million-pound
  if (isDash(next) && next.before === 'nothing' && lexemes[at + 1]?.before === 'nothing') next = lexemes[++at]!;
  const sign = currencySigns.get(next.key);
  if (next.key === '%' || sign !== undefined) {
    const opensNext = lexemes[at + 1]?.kind === 'digits' && lexemes[at + 1]!.before === 'nothing';
    if (sign !== undefined && opensNext) return;
    tail.unit = sign ?? '%';
    tail.after = at + 1;
    return;
  }
  if (next.key === '°') {
    const scale = lexemes[at + 1];
    tail.unit = 'degree';
    tail.after = scale?.before === 'nothing' && /^[cfс]$/.test(scale.key) ? at + 2 : at + 1;
    return;
  }
  if (next.kind !== 'word') return;
  if (adjectives.test(next.key)) {
    const noun = lexemes[at + 1];
    const unit = noun?.kind === 'word' && noun.before === 'space' ? reader.units.get(noun.key) : undefined;
    if (unit === undefined || !/^[A-Z]{3}$/.test(unit)) return;
    next = lexemes[++at]!;
  }
  const following = lexemes[at + 1];
  if (next.key === 'per' && following?.key === 'cent') {
    tail.unit = '%';
    tail.after = at + 2;
    return;
  }
  if (next.key === 'п' && following?.key === '.' && lexemes[at + 2]?.key === 'п') {
    tail.unit = '%';
    tail.after = at + 3;
    return;
  }
  let unit = reader.units.get(next.key);
  if (unit === undefined) return;
  // A calendar year has no unit, and one letter with a stop may be another abbreviation (т.е.).
  if (unit === 'year' && tail.scale === 1 && value >= 1000 && value <= 2999) return;
  if (next.key.length === 1 && following?.key === '.' && lexemes[at + 2]?.before === 'nothing') return;
  at++;
  if (unit === 'pound' && (following?.key === 'стерлингов' || following?.key === 'sterling')) {
    unit = 'GBP';
    at++;
  }
  if ((unit === 'km' || unit === 'mile') && isPerHour(lexemes, at)) unit = unit === 'km' ? 'kmh' : 'mph';
  tail.unit = unit;
  tail.after = at;
}

function isPerHour(lexemes: readonly Lexeme[], at: number): boolean {
  const a = lexemes[at]?.key;
  const b = lexemes[at + 1]?.key;
  return (
    (a === '/' && (b === 'ч' || b === 'h')) ||
    (a === 'в' && b === 'час') ||
    ((a === 'per' || a === 'an') && b === 'hour')
  );
}
