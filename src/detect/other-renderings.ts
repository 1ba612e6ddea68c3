import type { MissingPhrase } from '../align/missing-phrases.ts';
import type { Siblings } from './siblings.ts';

/** What the other renderings say of a loss: the end of its message, and the factor of its odds. */
export interface Others {
  words: string;
  odds: number;
}

export const ALONE: Others = { words: '', odds: 1 };

/**
 * How the odds of a loss change where every other rendering carries what is lost, and where none does. By hand:
 * the first shows that it can be told and can be found; what all desks left out was hardly lost by one of them.
 */
const CARRIED_ODDS = 2;
const LACKED_ODDS = 0.5;
/** One other rendering that lacks it too may have lost it as well. */
const LEAST_WITNESSES = 2;

/** What the others make of some sentences of the source. */
export function othersOf(siblings: Siblings | undefined, sentences: readonly number[]): Others {
  if (siblings === undefined) return ALONE;
  const { count } = siblings;
  const object = sentences.length === 1 ? 'it' : 'them';
  if (sentences.every((sentence) => siblings.carrying(sentence) === count)) return carriedBy(count, object);
  if (sentences.every((sentence) => siblings.lacking(sentence) === count))
    return {
      words:
        count === 1
          ? `; the other rendering does not carry ${object} either`
          : `; none of the other ${count} renderings carries ${object} either`,
      odds: count >= LEAST_WITNESSES ? LACKED_ODDS : 1,
    };
  return ALONE;
}

/** What the others make of a phrase of the source. */
export function othersOfPhrase(
  siblings: Siblings | undefined,
  { sentence, words }: Pick<MissingPhrase, 'sentence' | 'words'>,
): Others {
  if (siblings === undefined || siblings.having(sentence, words) < siblings.count) return ALONE;
  return carriedBy(siblings.count, 'it');
}

function carriedBy(count: number, object: 'it' | 'them'): Others {
  return {
    words: count === 1 ? `; the other rendering carries ${object}` : `; the other ${count} renderings carry ${object}`,
    odds: CARRIED_ODDS,
  };
}

/** A probability whose odds have changed by a factor. */
export function withOdds(confidence: number, factor: number): number {
  return (confidence * factor) / (confidence * factor + 1 - confidence);
}
