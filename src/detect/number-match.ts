import type { NumberMention } from '../text/numbers.ts';
import { conversion, isCurrency } from '../text/units.ts';

/** A number mention with the digits that it is written with, empty for number words. */
export interface Figure extends NumberMention {
  digits: string;
}

/** True where two numbers may be the same one: equal, rounded, a vague word's range, converted, a share, a time, a decade. */
export function agree(a: Figure, b: Figure): boolean {
  if (sameValue(a, b)) return true;
  if (a.low !== a.high || b.low !== b.high) return a.low <= b.high && b.low <= a.high;
  // The same figures, however their marks were read; a scale word is another matter: 350 million, 350 billion.
  if (a.digits.length > 2 && a.digits === b.digits && Math.max(a.step, b.step) < 1000) return true;
  return (
    isRounding(a, b) ||
    isConversion(a, b) ||
    isShare(a, b) ||
    isShare(b, a) ||
    isClock(a, b) ||
    isShortYear(a, b) ||
    isShortYear(b, a)
  );
}

/** True where both say the same value, in one of their readings. */
export function sameValue(a: Figure, b: Figure): boolean {
  if (a.low !== a.high || b.low !== b.high) return a.low === b.low && a.high === b.high;
  return readings(a).some((x) => readings(b).some((y) => isClose(x, y, 1e-9)));
}

function readings(mention: NumberMention): number[] {
  return mention.alternative === null ? [mention.low] : [mention.low, mention.alternative];
}

function isClose(x: number, y: number, tolerance: number): boolean {
  return Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y));
}

/** 5.69 million as 5,7 млн: the finer figure rounds (or is cut) to the coarser, which is no plain integer. */
function isRounding(a: NumberMention, b: NumberMention): boolean {
  const [fine, coarse] = a.step < b.step ? [a, b] : [b, a];
  if (fine.step === coarse.step || coarse.step === 1) return false;
  const difference = Math.abs(fine.low - coarse.low);
  return difference <= coarse.step / 2 + 1e-9 * coarse.low;
}

/** Other units of one dimension (miles as km, a fortnight's two weeks as 15 days), equal within what rounding does to conversions. */
function isConversion(a: NumberMention, b: NumberMention): boolean {
  if (a.unit === null || b.unit === null) return false;
  // Degrees Celsius as Fahrenheit; the two signs are seldom told apart in running text.
  if (a.unit === 'degree' && b.unit === 'degree') return isFahrenheit(a, b) || isFahrenheit(b, a);
  const factor = conversion(a.unit, b.unit);
  return factor !== null && factor !== 1 && isClose(a.low * factor, b.low, isLoose(a, b) ? 0.1 : 0.07);
}

/** Round figures of a metric and another measure: 20 килограммов, 40 pounds. */
function isLoose(a: NumberMention, b: NumberMention): boolean {
  return METRIC.has(a.unit!) !== METRIC.has(b.unit!) && isRound(a.low) && isRound(b.low);
}

const METRIC: ReadonlySet<string> = new Set(['mm', 'cm', 'm', 'km', 'kmh', 'gram', 'kg', 'tonne', 'hectare', 'litre']);

/** One digit, or one and a half: 20, 3, 15, 4,500. */
function isRound(value: number): boolean {
  const digits = value / 10 ** Math.floor(Math.log10(value));
  return Number.isInteger(Number((2 * digits).toFixed(9)));
}

function isFahrenheit(celsius: NumberMention, fahrenheit: NumberMention): boolean {
  return Math.abs(celsius.low * 1.8 + 32 - fahrenheit.low) <= 2;
}

/** 50% as a half, 75 of a hundred as three quarters. */
function isShare(share: NumberMention, percent: NumberMention): boolean {
  return readings(share).some((value) => value < 1 && isClose(value * 100, percent.low, 0.02));
}

/** 7 p.m. as 19:00, or as 7 o'clock. */
function isClock(a: NumberMention, b: NumberMention): boolean {
  if (a.unit !== 'clock' && b.unit !== 'clock') return false;
  return readings(a).some((x) =>
    readings(b).some((y) => {
      if (Math.max(x, y) > 24) return false;
      const apart = Math.abs(x - y) % 12;
      return Math.min(apart, 12 - apart) < 1 / 120;
    }),
  );
}

/** The eighties as the 1980s, '98 as 1998. */
function isShortYear(short: NumberMention, full: NumberMention): boolean {
  return full.low >= 1000 && full.low < 2100 && Number.isInteger(full.low) && full.low % 100 === short.low;
}

/** How two figures that do not agree are alike. */
export type Likeness = 'scale' | 'digit' | 'some' | 'none';

/**
 * `scale`: the same digits, another power of ten or a million for a billion; `digit`: one digit changed, lost, added or
 * two changed places; `some`: as many digits, or two words; `none`: anything else.
 */
export function likeness(a: Figure, b: Figure): Likeness {
  if (a.low === a.high && b.low === b.high && a.low > 0 && b.low > 0) {
    const power = Math.log10(a.low / b.low);
    if (Math.abs(power - Math.round(power)) < 1e-9) return 'scale';
  }
  const x = a.digits;
  const y = b.digits;
  if (x.length === y.length) {
    const apart = [...x].flatMap((digit, k) => (digit === y[k] ? [] : [k]));
    if (apart.length === 1) return 'digit';
    if (apart.length === 2 && x[apart[0]!] === y[apart[1]!] && x[apart[1]!] === y[apart[0]!]) return 'digit';
    return 'some';
  }
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  if (long.length === short.length + 1 && short.length > 1) {
    for (let k = 0; k < long.length; k++) if (long.slice(0, k) + long.slice(k + 1) === short) return 'digit';
  }
  return 'none';
}

/** How the units of two figures go together: 1 the same one, 0 unknown on a side or both, -1 different. */
export function unitFit(a: NumberMention, b: NumberMention): 1 | 0 | -1 {
  if (a.unit === b.unit) return a.unit === null ? 0 : 1;
  // A share is told as one on both sides.
  if (a.unit === '%' || b.unit === '%') return -1;
  if (a.unit === null || b.unit === null) return 0;
  const pound = (unit: string) => unit === 'pound' || unit === 'GBP';
  if (pound(a.unit) && pound(b.unit)) return 1;
  if (isCurrency(a.unit) && isCurrency(b.unit)) return 0;
  return conversion(a.unit, b.unit) === null ? -1 : 0;
}

/** One value told in two currencies; not where a sign or word may mean either (yen and yuan share ¥, dollars are many). */
export function isOtherCurrency(a: NumberMention, b: NumberMention): boolean {
  if (a.unit === b.unit || !isCurrency(a.unit) || !isCurrency(b.unit)) return false;
  const yenOrYuan = (unit: string | null) => unit === 'JPY' || unit === 'CNY';
  return !(yenOrYuan(a.unit) && yenOrYuan(b.unit));
}
