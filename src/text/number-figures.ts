import { isDash, type Lexeme } from './lexemes.ts';
import { numberMention, type NumberReader, type NumbersRead } from './number-reader.ts';
import { readNumberTail } from './number-units.ts';
import { currencySigns } from './units.ts';

const vulgarFractions: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
]);

/** One figure without sign or unit. */
interface Figure {
  value: number;
  step: number;
  alternative: number | null;
  after: number;
}

/** Reads the figure that begins with the digits at `at`, with the currency sign before it and the unit behind it. */
export function readFigure(reader: NumberReader, at: number): NumbersRead {
  const { lexemes } = reader;
  const first = lexemes[at]!;
  const code = readCode(lexemes, at);
  if (code !== null) return code;
  const clock = readClock(reader, at);
  if (clock !== null) return clock;

  const figure = readPlainFigure(reader, at);
  const sign = at > 0 && first.before !== 'break' ? currencySigns.get(lexemes[at - 1]!.key) : undefined;
  const label = sign === undefined && isInName(reader, at);
  const tail = readNumberTail(reader, figure.after, figure.value, sign !== undefined);
  let { value, step, alternative } = figure;
  if (tail.scaleIsSure) {
    value = scaled(value, tail.scale);
    step *= tail.scale;
    if (alternative !== null) alternative = scaled(alternative, tail.scale);
  } else alternative = scaled(value, tail.scale);
  let after = tail.after;
  if (tail.unit === 'ft') {
    // 6-foot-6, 6ft 2in: not so exact that another way to write it should count as another height.
    const inches = readInches(reader, after);
    if (inches !== null) {
      value += inches.value / 12;
      step = 0.2;
      after = inches.after;
    }
  }
  if (reader.russian && tail.scale >= 1e3 && tail.unit === null) {
    // 1 млн 200 тыс.
    const lower = readLowerScale(reader, after, tail.scale);
    if (lower !== null) {
      value += lower.value;
      step = lower.step;
      tail.unit = lower.unit;
      after = lower.after;
    }
  }
  const start = sign === undefined ? first.start : lexemes[at - 1]!.start;
  const mention = numberMention(start, lexemes[after - 1]!.end, value, step);
  mention.alternative = alternative;
  mention.unit = sign ?? tail.unit;
  mention.ordinal = tail.ordinal;
  mention.label = label || tail.label;
  const mentions = [mention];

  // 1950-53: the second year is short of its century.
  const dash = lexemes[after];
  const end = lexemes[after + 1];
  const isYear = after === at + 1 && first.key.length === 4 && value >= 1000 && value <= 2100;
  if (isYear && isDash(dash) && end?.kind === 'digits' && end.before === 'nothing' && end.key.length === 2) {
    const year = Math.floor(value / 100) * 100 + Number(end.key);
    if (year > value && lexemes[after + 2]?.key !== '%') {
      mentions.push(numberMention(end.start, end.end, year, 1));
      after += 2;
    }
  }
  return { mentions, after };
}

function readInches({ lexemes, units }: NumberReader, at: number): { value: number; after: number } | null {
  const hyphenated = isDash(lexemes[at]) && lexemes[at]!.before === 'nothing';
  const digits = lexemes[hyphenated ? at + 1 : at];
  if (digits?.kind !== 'digits' || digits.key.length > 2 || Number(digits.key) > 11) return null;
  if (hyphenated) return digits.before === 'nothing' ? { value: Number(digits.key), after: at + 2 } : null;
  const inch = lexemes[at + 1];
  const isInch = inch !== undefined && (units.get(inch.key) === 'inch' || inch.key === 'in');
  return digits.before === 'space' && isInch ? { value: Number(digits.key), after: at + 2 } : null;
}

function readLowerScale(
  reader: NumberReader,
  at: number,
  scale: number,
): { value: number; step: number; unit: string | null; after: number } | null {
  const digits = reader.lexemes[at];
  if (digits === undefined || digits.kind !== 'digits' || digits.before !== 'space' || digits.key.length > 3)
    return null;
  const figure = readPlainFigure(reader, at);
  const tail = readNumberTail(reader, figure.after, figure.value, false);
  if (tail.scale < 1e3 || tail.scale >= scale) return null;
  return {
    value: scaled(figure.value, tail.scale),
    step: figure.step * tail.scale,
    unit: tail.unit,
    after: tail.after,
  };
}

/** 4.1 billion is 4100000000, not what binary multiplication makes of it. */
function scaled(value: number, scale: number): number {
  return Number((value * scale).toPrecision(15));
}

/** Digits with thousands separators and decimals. */
function readPlainFigure(reader: NumberReader, at: number): Figure {
  const { lexemes, russian, text } = reader;
  let digits = lexemes[at]!.key;
  let after = at + 1;
  let alternative: number | null = null;
  let decimals = '';

  const group = (index: number): boolean => lexemes[index]?.kind === 'digits' && lexemes[index]!.key.length === 3;
  if (digits.length <= 3 && !digits.startsWith('0')) {
    while (digits.length < 15 && group(after) && isThousandsGap(text, lexemes, after)) digits += lexemes[after++]!.key;
  }
  if (after === at + 1) {
    const mark = lexemes[after];
    const next = lexemes[after + 1];
    const tight = mark?.before === 'nothing' && next?.before === 'nothing' && next.kind === 'digits';
    if (tight && (mark!.key === ',' || mark!.key === '.')) {
      const thousands = digits.length <= 3 && !digits.startsWith('0') && next.key.length === 3;
      const more =
        thousands &&
        lexemes[after + 2]?.key === mark!.key &&
        lexemes[after + 2]!.before === 'nothing' &&
        group(after + 3);
      const isThousandsMark = (mark!.key === ',') !== russian;
      if (thousands && (more || (isThousandsMark && mark!.key === ',') || (russian && next.key.endsWith('0')))) {
        while (
          lexemes[after]?.key === mark!.key &&
          lexemes[after]!.before === 'nothing' &&
          group(after + 1) &&
          lexemes[after + 1]!.before === 'nothing'
        ) {
          digits += lexemes[after + 1]!.key;
          after += 2;
        }
      } else {
        decimals = next.key;
        after += 2;
        if (thousands) alternative = Number(digits + decimals);
        else if (next.key.length === 2 && Number(next.key) < 60 && Number(digits) < 24 && mark!.key === '.') {
          // 10.30 may be a time of the day.
          alternative = Number(digits) + Number(next.key) / 60;
        }
      }
    }
  }
  if (decimals === '') {
    const dot = lexemes[after];
    const next = lexemes[after + 1];
    const isDecimalMark = dot?.key === '.' || (russian && dot?.key === ',');
    if (
      after > at + 1 &&
      isDecimalMark &&
      dot.before === 'nothing' &&
      next?.kind === 'digits' &&
      next.before === 'nothing'
    ) {
      decimals = next.key;
      after += 2;
    }
  }
  let value = Number(decimals === '' ? digits : `${digits}.${decimals}`);
  let step = decimals === '' ? 1 : 10 ** -decimals.length;
  const fraction = lexemes[after]?.before !== 'break' ? vulgarFractions.get(lexemes[after]?.key ?? '') : undefined;
  if (fraction !== undefined) {
    value += fraction;
    step = 0.01;
    after++;
  }
  return { value, step, alternative, after };
}

/** One plain, no-break or thin space: 1 234 567. */
function isThousandsGap(text: string, lexemes: readonly Lexeme[], at: number): boolean {
  const from = lexemes[at - 1]!.end;
  if (lexemes[at]!.start - from !== 1) return false;
  const code = text.charCodeAt(from);
  return code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a) || code === 0x20;
}

/** Digits in three or more groups (telephone, version, bank code), or one of seven digits and up with a leading zero. */
function readCode(lexemes: readonly Lexeme[], at: number): NumbersRead | null {
  const first = lexemes[at]!;
  const mark = lexemes[at + 1];
  if (mark === undefined || mark.before !== 'nothing' || !'-‑–.'.includes(mark.key)) return null;
  let digits = first.key;
  let after = at + 1;
  let groups = 1;
  const bound = at + 40;
  while (
    after < bound &&
    lexemes[after]?.key === mark.key &&
    lexemes[after]!.before === 'nothing' &&
    lexemes[after + 1]?.kind === 'digits' &&
    lexemes[after + 1]!.before === 'nothing'
  ) {
    digits += lexemes[after + 1]!.key;
    after += 2;
    groups++;
  }
  const thousands = mark.key === '.' && first.key.length <= 3 && digits.length - first.key.length === 3 * (groups - 1);
  if (groups < 3 || thousands) return null;
  const mention = numberMention(first.start, lexemes[after - 1]!.end, Number(digits.slice(0, 15)), 1);
  mention.label = true;
  return { mentions: [mention], after };
}

/** 10:30, 7 a.m., 7:45pm, 7 утра, 11 часов вечера; null where the figure is no time of the day. */
function readClock(reader: NumberReader, at: number): NumbersRead | null {
  const { lexemes } = reader;
  const hour = Number(lexemes[at]!.key);
  if (lexemes[at]!.key.length > 2 || hour > 24) return null;
  let after = at + 1;
  let minutes = 0;
  const mark = lexemes[after];
  const next = lexemes[after + 1];
  let certain = false;
  if (
    mark !== undefined &&
    mark.before === 'nothing' &&
    (mark.key === ':' || mark.key === '.') &&
    next?.kind === 'digits'
  ) {
    // 09:60 is a misprint, and still a time.
    const possible = Number(next.key) < 60 || (mark.key === ':' && lexemes[at]!.key.length === 2);
    if (next.before === 'nothing' && next.key.length === 2 && possible) {
      minutes = Number(next.key);
      certain = mark.key === ':';
      after += 2;
      // 1:23:45 is a duration.
      if (lexemes[after]?.key === ':') return null;
    }
  }
  const half = readHalfOfDay(reader, after, hour);
  if (half === null && !certain) return null;
  after = half?.after ?? after;
  const value = (half?.hour ?? hour) + minutes / 60;
  const mention = numberMention(lexemes[at]!.start, lexemes[after - 1]!.end, value, 1 / 60);
  mention.unit = 'clock';
  return { mentions: [mention], after };
}

function readHalfOfDay(reader: NumberReader, at: number, hour: number): { hour: number; after: number } | null {
  const { lexemes, russian } = reader;
  const word = lexemes[at];
  if (word === undefined || word.kind !== 'word' || word.before === 'break' || hour > 12) return null;
  if (russian) {
    const part = /^час(а|ов)?$/.test(word.key) ? lexemes[at + 1] : word;
    if (part?.before !== 'space') return null;
    const after = part === word ? at + 1 : at + 2;
    if (part.key === 'утра') return { hour: hour % 12, after };
    if (part.key === 'вечера') return { hour: (hour % 12) + 12, after };
    if (part.key === 'ночи') return { hour: hour === 12 ? 0 : hour, after };
    // `3 дня` without the word for hours is three days.
    if (part.key === 'дня' && part !== word) return { hour: (hour % 12) + 12, after };
    return null;
  }
  let half = word.key;
  let after = at + 1;
  if ((half === 'a' || half === 'p') && lexemes[at + 1]?.key === '.' && lexemes[at + 2]?.key === 'm') {
    half += 'm';
    after = lexemes[at + 3]?.key === '.' && lexemes[at + 3]!.before === 'nothing' ? at + 4 : at + 3;
  }
  if (half !== 'am' && half !== 'pm') return null;
  return { hour: (hour % 12) + (half === 'pm' ? 12 : 0), after };
}

/** True where letters stand right before the digits, or letters and a hyphen: A5, COVID-19, МиГ-29. */
function isInName({ lexemes, units }: NumberReader, at: number): boolean {
  if (at === 0 || lexemes[at]!.before !== 'nothing') return false;
  const before = lexemes[at - 1]!;
  if (before.kind === 'word') return true;
  return (
    isDash(before) &&
    before.before === 'nothing' &&
    lexemes[at - 2]?.kind === 'word' &&
    !units.has(lexemes[at - 2]!.key)
  );
}
