import { ROMANISATION_COSTS } from './romanisation-costs.ts';

/** Letters that do not come apart into a letter of English and a mark. */
const FOLDED: Readonly<Record<string, string>> = {
  ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ħ: 'h', ŋ: 'ng', ə: 'a',
}; // prettier-ignore

/** A word of Latin letters in lower case, without marks, apostrophes and what is no letter. */
export function foldLatin(word: string): string {
  if (/^[a-z]+$/i.test(word)) return word.toLowerCase();
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[łøđðßæœıþħŋə]/g, (letter) => FOLDED[letter]!)
    .replace(/[^a-z]/g, '');
}

/** Costs, in nats, of what no spelling accounts for: a Cyrillic letter left out, a Latin one put in. */
const LEFT_OUT = 4.5;
const PUT_IN = 4.5;
/** No name is longer; the work is quadratic. */
const LONGEST = 24;

/** A spelling with what it costs, in nats. */
type Spelling = readonly [latin: string, cost: number];

/** The spellings of a word or pair of letters by their piece, from the rows of romanisation-costs.ts. */
export function readSpellings(rows: Readonly<Record<string, string>>): ReadonlyMap<string, readonly Spelling[]> {
  return new Map(
    Object.entries(rows).map(([piece, row]) => [
      piece,
      row.split(' ').map((entry) => {
        const digits = entry.search(/\d/);
        return [entry.slice(0, digits), Number(entry.slice(digits)) / 10] as const;
      }),
    ]),
  );
}

const known = readSpellings(ROMANISATION_COSTS);

/** Latin letters with which a Cyrillic first letter, alone or with the next, may be spelt. */
const firstLetters = new Map<string, ReadonlySet<string>>(
  [...new Set([...known.keys()].map((piece) => piece[0]!))].map((letter) => [
    letter,
    new Set(
      [...known].flatMap(([piece, row]) => (piece.startsWith(letter) ? row.map(([latin]) => latin.slice(0, 1)) : [])),
    ),
  ]),
);

/** False where two names do not begin alike in any spelling: a quick look before `romanisationCost`. */
export function mayBeginAlike(russian: string, latin: string): boolean {
  return firstLetters.get(russian[0] ?? '')?.has(latin[0] ?? '') ?? false;
}

/** Endings of Russian nouns and adjectives in any case, that a Latin spelling does not have. */
const ENDING = /[аяуюеиыьой]$/;
const LONG_ENDING = /(?:[ая]ми|[ыи]ми|[оеы]й|[оеыия]м|[ую]ю|[ыиая]х|[ое]го|[ое]му|и[яиюей]|ая|[оыи]е|ью)$/;
/** What the Russian word has in its first case in the place of the ending: Анны, Anna. */
const TAILS = ['', 'a', 'o', 'e', 'y', 'i', 'ia', 'ya', 'iya', 'ey', 'iy', 'yy', 'oy'];
const ENDING_COST = 0.6;
const TAIL_COST = 0.6;
/** лондонский: London. */
const ADJECTIVE = /(?:ов|ев)?ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$/;
const ADJECTIVE_COST = 1.5;
const LEAST_STEM = 2;

/**
 * How dearly a Russian word, in any case, spells out as a word in Latin letters, in nats a letter; low is good: under 1
 * where one is the other in some scheme or language (Сергей, Sergey; Джонсона, Johnson), over 2.5 where they are
 * different names. Both in lower case, ё as е, without marks (`foldLatin`). The cheapest path over all spellings
 * (Wagner and Fischer 1974, with pieces for letters). O(letters * letters).
 */
export function romanisationCost(russian: string, latin: string, spellings = known): number {
  const n = Math.min(russian.length, LONGEST);
  const m = Math.min(latin.length, LONGEST);
  if (n === 0 || m === 0) return Infinity;
  const cost = costs(russian, n, latin, m, spellings);
  const at = (i: number, j: number) => cost[i * (m + 1) + j]!;
  const letters = (i: number, j: number) => Math.max(i, j);
  let best = at(n, m) / letters(n, m);
  const shorten = (pattern: RegExp, charge: number) => {
    const ending = pattern.exec(russian)?.[0].length ?? 0;
    const i = n - ending;
    if (ending === 0 || russian.length > n || i < LEAST_STEM) return;
    for (const tail of TAILS) {
      const j = m - tail.length;
      if (j < LEAST_STEM || !latin.endsWith(tail)) continue;
      const value = (at(i, j) + charge + (tail === '' ? 0 : TAIL_COST)) / letters(i, j);
      if (value < best) best = value;
    }
  };
  shorten(ENDING, ENDING_COST);
  shorten(LONG_ENDING, ENDING_COST);
  shorten(ADJECTIVE, ADJECTIVE_COST);
  return best;
}

/** Letters of a short form, at least: Livi, Corona. */
const LEAST_BEGINNING = 4;

/** The same for the beginning of one word as the whole of the other: Ливингстон, Livi. O(letters * letters). */
export function beginningCost(russian: string, latin: string): number {
  const n = Math.min(russian.length, LONGEST);
  const m = Math.min(latin.length, LONGEST);
  if (n < LEAST_BEGINNING || m < LEAST_BEGINNING) return Infinity;
  const cost = costs(russian, n, latin, m, known);
  let best = Infinity;
  for (let i = LEAST_BEGINNING; i <= n; i++) best = Math.min(best, cost[i * (m + 1) + m]! / Math.max(i, m));
  for (let j = LEAST_BEGINNING; j <= m; j++) best = Math.min(best, cost[n * (m + 1) + j]! / Math.max(n, j));
  return best;
}

/** Room for the costs of two words; each call writes what it reads. */
const room = new Float64Array((LONGEST + 1) * (LONGEST + 1));

/** Least cost of every prefix of the one word as every prefix of the other, `[n + 1, m + 1]`; valid until the next call. */
function costs(
  russian: string,
  n: number,
  latin: string,
  m: number,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
): Float64Array {
  const width = m + 1;
  const cost = room;
  cost.fill(Infinity, 0, (n + 1) * width);
  cost[0] = 0;
  for (let i = 0; i <= n; i++) {
    const one = i < n ? spellings.get(russian[i]!) : undefined;
    const two = i + 1 < n ? spellings.get(russian.slice(i, i + 2)) : undefined;
    for (let j = 0; j <= m; j++) {
      const at = i * width + j;
      const here = cost[at]!;
      if (here === Infinity) continue;
      if (j < m && here + PUT_IN < cost[at + 1]!) cost[at + 1] = here + PUT_IN;
      if (i === n) continue;
      if (here + LEFT_OUT < cost[at + width]!) cost[at + width] = here + LEFT_OUT;
      if (one) spell(one, latin, j, m, cost, at + width, here);
      if (two) spell(two, latin, j, m, cost, at + 2 * width, here);
    }
  }
  return cost;
}

function spell(
  row: readonly Spelling[],
  latin: string,
  j: number,
  m: number,
  cost: Float64Array,
  at: number,
  here: number,
): void {
  for (let s = 0; s < row.length; s++) {
    const [spelling, price] = row[s]!;
    const to = at + spelling.length;
    if (j + spelling.length <= m && here + price < cost[to]! && latin.startsWith(spelling, j)) cost[to] = here + price;
  }
}
