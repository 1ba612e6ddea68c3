import type { Language } from '../core/result.ts';

/**
 * Endings of Russian nouns, names and adjectives that one word may have beside each other. Two forms are of one word
 * where a stem and one of these groups have both. By hand; what changes within the stem (отец, отца) is not seen.
 */
const RUSSIAN: readonly string[] = [
  // завод, заводом; Путин, Путиным; Москва, Москвой; Токаева; Осло stays as it is
  ' а у ы и е о ом ем ой ою ым ых ыми ам ами ах ов ев',
  // площадь, площадью; партия, партий; музей, музеем; Казань; здание
  'ь й я ю и е ем ей ею ью ев ям ями ях',
  // смоленский, смоленская; иностранных; Толстой, Толстого
  'ый ий ой ая яя ое ее ую юю ого его ому ему ым им ом ем ые ие ых их ыми ими ою ею',
];

const RUSSIAN_ENDINGS: readonly ReadonlySet<string>[] = RUSSIAN.map((group) => new Set(group.split(' ')));
const LONGEST_ENDING = 3;
const SHORTEST_STEM = 2;

/**
 * Keys of a word in lower case: two words that share one may be forms of one word. A word of another language than
 * Russian or English, or with a figure in it, has itself alone. O(length).
 */
export function formKeys(word: string, language: Language): string[] {
  if (language === 'ru') return russianKeys(word);
  return language === 'en' ? englishKeys(word) : [word];
}

function russianKeys(word: string): string[] {
  if (!/^[а-я]+$/.test(word)) return [word];
  const keys = [word];
  for (let cut = 0; cut <= LONGEST_ENDING && word.length - cut >= SHORTEST_STEM; cut++) {
    // Three letters of an ending leave a stem of three at least, so that short words do not meet by chance.
    if (cut > 1 && word.length - cut <= SHORTEST_STEM) break;
    const ending = word.slice(word.length - cut);
    RUSSIAN_ENDINGS.forEach((endings, group) => {
      if (endings.has(ending)) keys.push(`${group} ${word.slice(0, word.length - cut)}`);
    });
  }
  return keys;
}

/** The word, and what it is the plural or possessive of: ministry's, ministries, forces. */
function englishKeys(word: string): string[] {
  const base = word.replace(/['’]s?$/, '');
  const keys = base === word ? [word] : [word, base];
  if (base.length < 4 || !base.endsWith('s') || base.endsWith('ss')) return keys;
  keys.push(base.slice(0, -1));
  if (base.endsWith('ies')) keys.push(`${base.slice(0, -3)}y`);
  else if (base.endsWith('es')) keys.push(base.slice(0, -2));
  return keys;
}
