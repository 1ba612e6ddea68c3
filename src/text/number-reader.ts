import type { Lexeme } from './lexemes.ts';
import { englishNumberWords } from './number-words-en.ts';
import { russianNumberWords } from './number-words-ru.ts';
import type { NumberLexicon } from './number-words.ts';
import type { NumberMention } from './numbers.ts';
import { unitWords } from './units.ts';

/** A text in pieces with the words of its language, as the readers of figures and of number words share it. */
export interface NumberReader {
  readonly text: string;
  readonly russian: boolean;
  readonly lexemes: readonly Lexeme[];
  readonly words: NumberLexicon;
  readonly units: ReadonlyMap<string, string>;
}

/** One or more mentions that begin at a lexeme, and the index of the lexeme behind them. */
export interface NumbersRead {
  mentions: NumberMention[];
  after: number;
}

export function numberReader(text: string, language: string, lexemes: readonly Lexeme[]): NumberReader {
  const russian = language === 'ru';
  const words = russian ? russianNumberWords : language === 'en' ? englishNumberWords : new Map();
  return { text, russian, lexemes, words, units: unitWords[russian ? 'ru' : 'en'] };
}

/** A plain mention of one value; the caller sets what differs. */
export function numberMention(start: number, end: number, value: number, step: number): NumberMention {
  return {
    start,
    end,
    low: value,
    high: value,
    step,
    alternative: null,
    unit: null,
    form: 'figure',
    ordinal: false,
    label: false,
  };
}
