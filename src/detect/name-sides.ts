import { MATCH_WEIGHTS } from '../align/coverage-weights.ts';
import { beadWords, MATCH_SIGNALS, matchSignals } from '../align/coverage.ts';
import { logistic, logOdds } from '../core/logistic.ts';
import type { Bead } from '../core/result.ts';
import type { DocumentNames } from './document-names.ts';
import { agreement, bestAgreement, type NameWord } from './name-words.ts';
import type { RenderingContext } from './rule.ts';

/** One side of a bead. */
export interface NameSide {
  words: readonly NameWord[];
  /** Chance that each word has no counterpart, by its place in `words`; 0 where letters give it one. */
  lack: Float64Array;
  /** The text is in Cyrillic letters. */
  cyrillic: boolean;
  start: number;
  length: number;
}

/** Something of each side. */
export interface Both<T> {
  source: T;
  rendering: T;
}

type SideName = keyof Both<unknown>;
type Nearby = Both<readonly NameWord[]>;

/** Names that are as sure as this to have a counterpart are not looked at more closely. */
const SURELY_COVERED = 0.9;
/** A name that the sentences beside the bead have as surely as this went over a sentence's border. */
const FOUND_NEARBY = 0.9;
/** Letters that agree so well make a pair of two names; short forms (Livi) and doubtful spellings stay in the competition. */
const PAIRED = 0.75;
/** Two words of one side that are one name. */
const SAME_NAME = 0.9;

/** A side of a bead, each name with what its coverage and its letters say by themselves. O(names * words). */
export function namedSide(
  context: RenderingContext,
  names: Both<DocumentNames>,
  bead: Bead,
  name: keyof Both<unknown>,
): NameSide {
  const { sentences } = context[name];
  const start = sentences[bead[name][0]!]!.start;
  const own = names[name].within(bead[name]);
  // Most beads have no word that is looked for on the other side.
  let candidates: (readonly NameWord[])[] | undefined;
  const lack = Float64Array.from(own, (word) => {
    const chance = chanceOf(word, context.coverage[name]);
    if (!mayBeSpelt(word) || chance > SURELY_COVERED) return 1 - chance;
    if (!candidates) {
      const others = names[otherOf(name)].within(bead[otherOf(name)]);
      candidates = [others, joinedNames(others)];
    }
    return lackOf(word, chance, candidates, name, nearbyOf(names, bead));
  });
  return {
    words: own,
    lack,
    cyrillic: cyrillicWords(own) * 2 > own.length,
    start,
    length: Math.max(1, sentences[bead[name].at(-1)!]!.end - start),
  };
}

/** The chance that a word has a counterpart, by the coverage of its side. */
export function chanceOf({ sentence, index }: NameWord, coverage: readonly Float32Array[]): number {
  return coverage[sentence]?.[index] ?? 0;
}

function cyrillicWords(words: readonly NameWord[]): number {
  let count = 0;
  for (const { cyrillic } of words) if (cyrillic) count++;
  return count;
}

/**
 * The sides again, with the names that letters pair out of the competition. The vector of a name is like that of any
 * other: Дайэнн passes for covered by Christine, though that is Кристин, and Кромвеля twice by one Cromwell. So the
 * words that are left are matched anew, with those that are left of the other side. O(words a side squared).
 */
export function withoutPaired(
  context: RenderingContext,
  names: Both<DocumentNames>,
  bead: Bead,
  sides: Both<NameSide>,
): Both<NameSide> {
  const nearby = nearbyOf(names, bead);
  const paired = pairsByLetters(sides);
  const { words } = context.coverage;
  const rowsLeft = (name: SideName) =>
    beadWords(words[name], bead[name]).map((word, w) => (paired[name].has(w) ? { ...word, row: -1 } : word));
  const signals = matchSignals(words.source, rowsLeft('source'), words.rendering, rowsLeft('rendering'));
  const left = (name: SideName): NameSide => {
    const side = sides[name];
    const other = otherOf(name);
    const others = sides[other].words;
    const candidates = [others.filter((_, w) => !paired[other].has(w)), joinedNames(others)];
    const lack = Float64Array.from(side.words, (word, w) => {
      if (paired[name].has(w)) return 0;
      const own = signals[name].subarray(w * MATCH_SIGNALS, (w + 1) * MATCH_SIGNALS);
      const chance = logistic(logOdds(MATCH_WEIGHTS, [...own]));
      if (!mayBeSpelt(word)) return 1 - chance;
      // Where its counterpart went to another word, a name of the source that stands twice lacks one; the rendering may repeat a name.
      const isTaken = bestAgreement(word, others) >= PAIRED;
      if (isTaken && !(name === 'source' && isRepeated(word, side, paired.source))) return 0;
      return lackOf(word, chance, candidates, name, nearby);
    });
    return { ...side, lack };
  };
  return { source: left('source'), rendering: left('rendering') };
}

function otherOf(name: SideName): SideName {
  return name === 'source' ? 'rendering' : 'source';
}

function nearbyOf(names: Both<DocumentNames>, bead: Bead): Nearby {
  return { source: names.source.beside(bead.source), rendering: names.rendering.beside(bead.rendering) };
}

/** A name whose letters the other side may have; a frequent word at the head of a sentence is none. */
function mayBeSpelt(word: NameWord): boolean {
  return word.capital && !(word.initial && word.ordinary);
}

function lackOf(
  word: NameWord,
  chance: number,
  candidates: readonly (readonly NameWord[])[],
  name: SideName,
  nearby: Nearby,
): number {
  const lack = 1 - Math.max(chance, ...candidates.map((words) => bestAgreement(word, words)));
  return lack > 0 && wentOver(word, nearby[name], nearby[otherOf(name)]) ? 0 : lack;
}

/** Only a name that the other side has beside the bead and this side has not, in any language's form, went over the border. */
function wentOver(word: NameWord, own: readonly NameWord[], others: readonly NameWord[]): boolean {
  return others.some((other) => agreement(word, other) >= FOUND_NEARBY && bestAgreement(other, own) < FOUND_NEARBY);
}

/** The words, by their place on each side, that letters pair: each with one, the likest and then the nearest first. */
function pairsByLetters({ source, rendering }: Both<NameSide>): Both<ReadonlySet<number>> {
  const pairs: { i: number; j: number; likeness: number; apart: number }[] = [];
  source.words.forEach((a, i) => {
    rendering.words.forEach((b, j) => {
      if (!a.capital && !b.capital) return;
      const likeness = agreement(a, b);
      if (likeness >= PAIRED)
        pairs.push({ i, j, likeness, apart: Math.abs(placeOf(a, source) - placeOf(b, rendering)) });
    });
  });
  pairs.sort((x, y) => y.likeness - x.likeness || x.apart - y.apart);
  const paired = { source: new Set<number>(), rendering: new Set<number>() };
  for (const { i, j } of pairs) {
    if (paired.source.has(i) || paired.rendering.has(j)) continue;
    paired.source.add(i);
    paired.rendering.add(j);
  }
  return paired;
}

function isRepeated(word: NameWord, side: NameSide, paired: ReadonlySet<number>): boolean {
  return side.words.some((other, w) => paired.has(w) && agreement(word, other) >= SAME_NAME);
}

/** Where in its side of the bead a passage stands, 0 to 1. */
export function placeOf({ start, end }: { start: number; end: number }, side: NameSide): number {
  return ((start + end) / 2 - side.start) / side.length;
}

/** Neighbouring names of one side as one word: Чжэ Ин is Jae-in. */
function joinedNames(words: readonly NameWord[]): NameWord[] {
  const out: NameWord[] = [];
  for (let w = 1; w < words.length; w++) {
    const word = words[w]!;
    const before = words[w - 1]!;
    if (!word.capital || !before.capital || before.cyrillic !== word.cyrillic) continue;
    out.push({ ...before, end: word.end, parts: [], key: before.key + word.key });
  }
  return out;
}
