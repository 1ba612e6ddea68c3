import type { Steps } from '../core/steps.ts';

/** A longer text is gone through in pieces of at least so many characters, each of which takes some milliseconds. */
const LEAST_CHARACTERS = 16_384;

const LETTER = /\p{L}/u;

/**
 * Visits a text in pieces, a step after each, with where each begins. They are cut before a space between two letters, where
 * nothing that is sought letter by letter runs over, nor looks beyond. O(length).
 */
export function* visitingPieces(text: string, visit: (piece: string, start: number) => void): Steps<void> {
  let start = 0;
  for (let end = LEAST_CHARACTERS; end + 1 < text.length; end++) {
    if (text[end] !== ' ' || !LETTER.test(text[end - 1]!) || !LETTER.test(text[end + 1]!)) continue;
    visit(text.slice(start, end), start);
    start = end;
    end += LEAST_CHARACTERS;
    yield;
  }
  visit(text.slice(start), start);
}
