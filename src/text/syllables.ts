const LONGEST_SYLLABLE = 6;
/** A given name has two syllables, a place four at most. */
const LONGEST = 20;
/** Case endings that the press puts after a name that ends in a consonant, or for its last vowel. */
const ENDING = /^(?:|а|у|ом|ем|е|я|ю|и|ы|ой|ей)$/;

/**
 * True where some cut of a Russian word into syllables of the table, but for an ending, gives the letters of the other;
 * both in lower case, letters alone, э as е. O(letters * letters).
 */
export function spellsBySyllables(
  syllables: ReadonlyMap<string, readonly string[]>,
  russian: string,
  latin: string,
): boolean {
  if (russian.length > LONGEST || latin.length > LONGEST) return false;
  const reached = new Map<number, Set<number>>([[0, new Set([0])]]);
  for (let i = 0; i < russian.length; i++) {
    for (const j of reached.get(i) ?? []) {
      for (let length = 1; length <= LONGEST_SYLLABLE && i + length <= russian.length; length++) {
        for (const spelling of syllables.get(russian.slice(i, i + length)) ?? []) {
          if (!latin.startsWith(spelling, j)) continue;
          const to = reached.get(i + length);
          if (to) to.add(j + spelling.length);
          else reached.set(i + length, new Set([j + spelling.length]));
        }
      }
    }
  }
  for (const [i, ends] of reached) if (i > 0 && ends.has(latin.length) && ENDING.test(russian.slice(i))) return true;
  return false;
}
