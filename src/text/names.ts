import { distance } from 'fastest-levenshtein';

/** Russian letters to English ones, near enough for a comparison by sound; several schemes meet in `nameKey`. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh',
  ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
}; // prettier-ignore

/** Spellings of one sound, in the order in which they are folded. */
const FOLDS: readonly (readonly [from: RegExp, to: string])[] = [
  [/shch|sch|tch|tsch|ch|zh|dzh|sh|kh|dj|ph|ck|qu|ts|tz/g, ''],
  [/[aeiouyjwh'’-]/g, ''],
];

const SOUNDS: Readonly<Record<string, string>> = {
  shch: 'S', sch: 'S', tch: 'C', tsch: 'C', ch: 'C', zh: 'J', dzh: 'J', dj: 'J', sh: 'S', kh: 'h', ph: 'f', ck: 'k',
  qu: 'kv', ts: 'c', tz: 'c',
}; // prettier-ignore

/** No name has more consonants; edit distance takes quadratic time. */
const LONGEST_KEY = 40;

/** A Russian word in Latin letters; other characters stay as they are. O(length). */
function romanise(word: string): string {
  let out = '';
  for (const letter of word.toLowerCase()) out += LETTERS[letter] ?? letter;
  return out;
}

/**
 * The consonants of a name as one letter a sound, for `nameSimilarity`: Сергей, Sergey and Sergei are `srg`. Letters
 * that schemes and languages trade (c/k/q, g/h, v/w, x/ks) are folded.
 */
export function nameKey(word: string): string {
  let key = romanise(word.normalize('NFKD').replace(/[\u0300-\u036f\u00ad]/g, ''));
  key = key.replace(FOLDS[0]![0], (sound) => SOUNDS[sound]!);
  key = key.replace(/x/g, 'ks').replace(/[wv]/g, 'v').replace(/[cq]/g, 'k').replace(/[hg]/g, 'g');
  key = key.replace(FOLDS[1]![0], '').replace(/[^a-zA-Z]/g, '');
  return key.replace(/(.)\1+/g, '$1').slice(0, LONGEST_KEY);
}

/**
 * How alike two names sound, 0 to 1, by edit distance (Levenshtein 1966) over their consonants; an inflected ending
 * of the Russian word costs little. 0 where a key is shorter than two sounds or half as long as the other.
 */
export function nameSimilarity(keyA: string, keyB: string): number {
  const longest = Math.max(keyA.length, keyB.length);
  const shortest = Math.min(keyA.length, keyB.length);
  // Below one half the caller counts nothing, and the lengths alone may say so.
  if (shortest < 2 || shortest < longest / 2) return 0;
  return 1 - distance(keyA, keyB) / longest;
}
