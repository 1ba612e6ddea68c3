import type { Span } from '../core/span.ts';
import { finish, type Steps } from '../core/steps.ts';
import { readLexemes, type Lexeme } from './lexemes.ts';
import { readFigure } from './number-figures.ts';
import { readNumberPhrase } from './number-phrases.ts';
import { numberReader, type NumberReader } from './number-reader.ts';

/**
 * A figure or number word with its unit and scale word: `5 трлн юаней`, `51%`, `two dozen`, `тысячи`. The two ends of
 * a range (`3-5`, от 3 до 5) are two mentions, each with the unit and scale word that they share.
 */
export interface NumberMention extends Span {
  /** Smallest and largest value meant: equal unless the word is vague (`тысячи`: 1000 to 999999). */
  low: number;
  high: number;
  /** What one more in the last place stated would add: 1 for `135`, 100000 for `5.7 million`. */
  step: number;
  /** The other reading of an ambiguous figure (`1,234` in Russian, `$5`-less `5m`, `a third`); null where there is none. */
  alternative: number | null;
  /**
   * `%`, an ISO 4217 code, `clock` (hours of the day), `decade` (the eighties as 80 or 1980) or a unit's English
   * singular; null where there is none, also for calendar years.
   */
  unit: string | null;
  /** `hint`: a word that merely holds a number (both, вдвое), which backs a figure of the other side. */
  form: 'figure' | 'word' | 'vague' | 'hint';
  ordinal: boolean;
  /** True where the figure is part of a name or code: COVID-19, A5, a telephone number. */
  label: boolean;
}

/**
 * Reads the numbers of a Russian (`ru`) or English (`en`) text, ordered by start, disjoint. Figures of any other
 * language are read by the English rules, without number words. Figures inside dates are read too: who compares
 * numbers leaves out those that overlap a date. O(length).
 */
export function readNumbers(
  text: string,
  language: string,
  lexemes: readonly Lexeme[] = readLexemes(text),
): NumberMention[] {
  return finish(numberSteps(text, language, lexemes));
}

/** What `readNumbers` does, in steps: one a number, and one for some lexemes. */
export function* numberSteps(text: string, language: string, lexemes: readonly Lexeme[]): Steps<NumberMention[]> {
  const reader = numberReader(text, language, lexemes);
  const mentions: NumberMention[] = [];
  let previous: { mention: NumberMention; after: number } | null = null;
  for (let at = 0; at < reader.lexemes.length;) {
    const kind = reader.lexemes[at]!.kind;
    const found = kind === 'digits' ? readFigure(reader, at) : kind === 'word' ? readNumberPhrase(reader, at) : null;
    if (found === null) {
      if (++at % LEXEMES_A_STEP === 0) yield;
      continue;
    }
    yield;
    const first = found.mentions[0]!;
    if (previous !== null && first.form !== 'vague') share(reader, previous, at, first);
    mentions.push(...found.mentions);
    previous = { mention: found.mentions.at(-1)!, after: found.after };
    at = found.after;
  }
  return mentions;
}

const LEXEMES_A_STEP = 1024;

const rangeWords = new Set(['to', 'or', 'and', 'до', 'или', 'и', 'по']);

/** Gives the first end of a range the unit and scale word that stand after the second: 3-5 млн, between 3 and 5 percent. */
function share(
  reader: NumberReader,
  first: { mention: NumberMention; after: number },
  at: number,
  second: NumberMention,
): void {
  const { mention, after } = first;
  if (
    mention.label ||
    second.label ||
    (mention.unit !== null && mention.unit !== second.unit) ||
    mention.form === 'vague'
  )
    return;
  // A dash, or one word; a currency sign may stand before the second end.
  const link = reader.lexemes[after];
  if (link === undefined || at - after > 2 || second.start < link.end) return;
  const dash = '-–—‑'.includes(link.key);
  if (!dash && !rangeWords.has(link.key)) return;
  // 1943-6 and 1943-46 end in the same year.
  if (dash && isYear(mention) && second.low < 100 && second.low > mention.low % (second.low < 10 ? 10 : 100))
    second.alternative = mention.low - (mention.low % (second.low < 10 ? 10 : 100)) + second.low;
  if (second.unit !== 'clock' && second.unit !== 'decade') mention.unit = second.unit;
  if (second.step >= 1000 && mention.step <= 1 && mention.low < 1000) {
    const scale = 10 ** (3 * Math.floor(Math.log10(second.low * 1.0000001) / 3));
    if (dash) {
      mention.low *= scale;
      mention.high *= scale;
      mention.step *= scale;
    } else mention.alternative = mention.low * scale;
  }
}

function isYear({ low, step, unit }: NumberMention): boolean {
  return unit === null && step === 1 && low >= 1000 && low < 2100;
}
