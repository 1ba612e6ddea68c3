import type { Bead } from '../core/result.ts';
import { finish, visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { isKnownAcronym } from '../text/exonyms.ts';
import { DocumentNames } from './document-names.ts';
import { agreement, bestAgreement, type NameWord } from './name-words.ts';
import { beadBySentence } from './places.ts';
import type { RenderingContext } from './rule.ts';

/** A name that lacks a counterpart, or a part of one. */
export interface NameRun {
  /** Its words that do. */
  words: readonly NameWord[];
  start: number;
  end: number;
}

/** A name of the source and a name of the rendering, neither with a counterpart, that may stand for each other. */
export interface NameRivals {
  source: NameRun;
  rendering: NameRun;
  bead: number;
  /**
   * Of the rendering's name, then of the source's: mean and least lack, log odds of the lack, words, initial, ordinary,
   * capitals, known, count. Then: source without capital, the same times ordinary, how far apart, how alike, looseness.
   */
  signals: number[];
}

/** A word with a greater chance of having no counterpart than this may belong to a rival. */
const LEAST_LACK = 0.15;
/** A bead with more words on a side than this is a table; its names are not compared, which keeps the work linear. */
const MOST_WORDS = 250;
/** Names that are as sure as this to have a counterpart are not looked at more closely. */
const SURELY_COVERED = 0.9;
/** A name that the sentences beside the bead have as surely as this went over a sentence's border. */
const FOUND_NEARBY = 0.9;

/** One side of a bead. */
interface NameSide {
  words: readonly NameWord[];
  /** Chance that each word has no counterpart, by its place in `words`. */
  lack: Float64Array;
  /** The text is in Cyrillic letters. */
  cyrillic: boolean;
  start: number;
  length: number;
}

/** Every name of the rendering that lacks a counterpart, with the likeliest name of the source in its place; by bead. */
export function nameRivals(context: RenderingContext): NameRivals[] {
  return finish(nameRivalSteps(context));
}

/** What `nameRivals` does, in steps. */
export function* nameRivalSteps(context: RenderingContext): Steps<NameRivals[]> {
  const { source, rendering, beads } = context;
  const names = { source: yield* DocumentNames.read(source), rendering: yield* DocumentNames.read(rendering) };
  const out: NameRivals[] = [];
  yield* visiting(beads, (bead, index) => {
    if (!mayBeCompared(bead, context)) return;
    const words = {
      source: names.source.within(bead.source),
      rendering: names.rendering.within(bead.rendering),
    };
    if (Math.max(words.source.length, words.rendering.length) > MOST_WORDS) return;
    const nearby = { source: names.source.beside(bead.source), rendering: names.rendering.beside(bead.rendering) };
    const here = sideOf(context, 'source', bead, words.source, words.rendering, nearby);
    const there = sideOf(context, 'rendering', bead, words.rendering, words.source, nearby);
    for (const run of runs(there, rendering.text)) {
      const rival = rivalOf(run, there, here, source.text);
      if (rival === null || isDoubtful(run, rival, there)) continue;
      const signals = [
        ...ownSignals(run, there, names.rendering, names.source, bead.source),
        ...ownSignals(rival, here, names.source, names.rendering, bead.rendering),
        rival.words[0]!.capital ? 0 : 1,
        rival.words[0]!.capital ? 0 : ordinaryShare(run),
        Math.abs(place(run, there) - place(rival, here)),
        Math.max(...run.words.map((word) => bestAgreement(word, rival.words))),
        looseness(there, run),
      ];
      const inPlace = {
        source: inFull(rival, here, there, source.text),
        rendering: inFull(run, there, here, rendering.text),
      };
      out.push({ ...inPlace, bead: index, signals });
    }
  });
  return yield* withoutEstablished(out, context, names);
}

function mayBeCompared(bead: Bead, { source, rendering }: RenderingContext): boolean {
  if (bead.source.length === 0 || bead.rendering.length === 0) return false;
  return areProse(source, bead.source) && areProse(rendering, bead.rendering);
}

function areProse({ sentences }: Document, indices: readonly number[]): boolean {
  for (const index of indices) {
    const { kind } = sentences[index]!;
    if (kind === 'unrelated' || kind === 'metadata' || kind === 'dateline') return false;
  }
  return true;
}

function sideOf(
  context: RenderingContext,
  side: 'source' | 'rendering',
  bead: Bead,
  words: readonly NameWord[],
  others: readonly NameWord[],
  nearby: Readonly<Record<'source' | 'rendering', readonly NameWord[]>>,
): NameSide {
  const { sentences } = context[side];
  const start = sentences[bead[side][0]!]!.start;
  const joined = joinedNames(others);
  const other = side === 'source' ? 'rendering' : 'source';
  const lack = new Float64Array(words.length);
  let cyrillic = 0;
  for (let w = 0; w < words.length; w++) {
    const word = words[w]!;
    if (word.cyrillic) cyrillic++;
    const chance = context.coverage[side][word.sentence]?.[word.index] ?? 0;
    lack[w] = 1 - chance;
    if (!word.capital || chance > SURELY_COVERED || (word.initial && word.ordinary)) continue;
    const letters = Math.max(bestAgreement(word, others), bestAgreement(word, joined));
    lack[w] = wentOver(word, nearby[side], nearby[other]) ? 0 : 1 - Math.max(chance, letters);
  }
  return {
    words,
    lack,
    cyrillic: cyrillic * 2 > words.length,
    start,
    length: Math.max(1, sentences[bead[side].at(-1)!]!.end - start),
  };
}

/** Only a name that the other side has beside the bead and this side has not went over the border. */
function wentOver(word: NameWord, own: readonly NameWord[], others: readonly NameWord[]): boolean {
  return bestAgreement(word, others) >= FOUND_NEARBY && bestAgreement(word, own) < FOUND_NEARBY;
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

/** Names of a side that lack a counterpart: neighbouring words with a capital. */
function runs(side: NameSide, text: string): NameRun[] {
  const groups: NameWord[][] = [];
  let last: NameWord | undefined;
  for (let w = 0; w < side.words.length; w++) {
    const word = side.words[w]!;
    const isRival = mayBeRival(word, side) && side.lack[w]! >= LEAST_LACK;
    if (isRival && last && areJoined(last, word, text)) groups.at(-1)!.push(word);
    else if (isRival) groups.push([word]);
    last = isRival ? word : undefined;
  }
  return groups.map(runOf);
}

/**
 * Names, and acronyms that are known: others may be the letters of anything that the other side spells out. One in Latin
 * letters in a Russian text stays as it is.
 */
function mayBeRival(word: NameWord, side: NameSide): boolean {
  if (!word.capital) return false;
  return !word.acronym || isKnownAcronym(word.key) || (!word.cyrillic && side.cyrillic);
}

/**
 * A name with the words beside it that belong to it though the vectors take them for covered, as one surname is like
 * another: Maria Orlova in the place of Олег Савельев.
 */
function inFull(run: NameRun, side: NameSide, others: NameSide, text: string): NameRun {
  if (!run.words[0]!.capital) return run;
  const belongs = (word: NameWord | undefined) =>
    word !== undefined &&
    word.sentence === run.words[0]!.sentence &&
    word.capital &&
    !word.ordinary &&
    bestAgreement(word, others.words) < OTHER_NAME;
  let first = side.words.indexOf(run.words[0]!);
  let last = first + run.words.length - 1;
  while (belongs(side.words[first - 1]) && areJoined(side.words[first - 1]!, side.words[first]!, text)) first--;
  while (belongs(side.words[last + 1]) && areJoined(side.words[last]!, side.words[last + 1]!, text)) last++;
  return { words: run.words, start: side.words[first]!.start, end: side.words[last]!.end };
}

function areJoined(word: NameWord, next: NameWord, text: string): boolean {
  return /^(?:\. ?|[ \u00a0])$/.test(text.slice(word.end, next.start));
}

function runOf(words: readonly NameWord[]): NameRun {
  return { words, start: words[0]!.start, end: words.at(-1)!.end };
}

/** What a capital, and a word of the same place, count in the choice of a rival; a lack counts 1. */
const CAPITAL = 0.3;
const PLACE = 0.5;
const LEAST_LETTERS = 4;

/**
 * The likeliest rival of a name of the rendering: what most lacks a counterpart, has a capital, and stands in its place.
 * A word without capital may be that of a name of several words alone (тред-юнионов, Trades Union).
 */
function rivalOf(run: NameRun, there: NameSide, here: NameSide, text: string): NameRun | null {
  const plain = here.words.filter(
    (word, w) => !word.capital && word.key.length >= LEAST_LETTERS && here.lack[w]! >= LEAST_LACK,
  );
  const value = (rival: NameRun) =>
    mean(lacks(rival, here)) +
    (rival.words[0]!.capital ? CAPITAL : 0) -
    PLACE * Math.abs(place(run, there) - place(rival, here));
  let chosen: NameRun | null = null;
  for (const rival of [...runs(here, text), ...(run.words.length > 1 ? plain.map((word) => runOf([word])) : [])])
    if (chosen === null || value(rival) > value(chosen)) chosen = rival;
  return chosen;
}

/** More words of a sentence with capitals than this, and a capital says nothing. */
const MOST_CAPITALS = 0.6;

/** True where a capital may be that of an ordinary word: in a title, a heading, or at the head of a sentence. */
function isDoubtful(run: NameRun, { words: [first, ...more] }: NameRun, side: NameSide): boolean {
  const weak = !first!.capital || (more.length === 0 && first!.initial);
  if (weak && (run.words.length === 1 || capitals(run, side) > MOST_CAPITALS)) return true;
  return run.words.every((word) => word.ordinary) && (run.words.length === 1 || run.words[0]!.initial);
}

/** The share of capitals among the ordinary words of a name's sentence, beside the name; 1 where all words have one. */
function capitals({ words }: NameRun, side: NameSide): number {
  const others = side.words.filter(
    (word) =>
      word.sentence === words[0]!.sentence &&
      word.key.length >= LEAST_LETTERS &&
      !word.initial &&
      !word.function &&
      !words.includes(word),
  );
  if (others.every((word) => word.capital)) return 1;
  return mean(others.filter((word) => word.ordinary).map((word) => (word.capital ? 1 : 0)));
}

/** Where in its side of the bead a name stands, 0 to 1. */
function place(run: NameRun, side: NameSide): number {
  return ((run.start + run.end) / 2 - side.start) / side.length;
}

function lacks(run: NameRun, side: NameSide): number[] {
  const first = side.words.indexOf(run.words[0]!);
  return run.words.map((_, w) => side.lack[first + w]!);
}

function ordinaryShare({ words }: NameRun): number {
  return mean(words.map((word) => (word.ordinary ? 1 : 0)));
}

/** What a name says for itself of having been put there, by the names of its document and of the other. */
function ownSignals(
  run: NameRun,
  side: NameSide,
  own: DocumentNames,
  other: DocumentNames,
  otherSentences: readonly number[],
): number[] {
  const { words } = run;
  const chances = lacks(run, side);
  const bounded = chances.map((chance) => Math.min(0.95, Math.max(0.1, chance)));
  return [
    mean(chances),
    Math.min(...chances),
    bounded.reduce((sum, chance) => sum + Math.log(chance / (1 - chance)), 0),
    Math.log(words.length),
    words.length === 1 && words[0]!.initial ? 1 : 0,
    ordinaryShare(run),
    capitals(run, side),
    Math.max(...words.map((word) => bestAgreement(word, other.around(otherSentences)))),
    Math.log(Math.max(1, Math.min(...words.map((word) => own.count(word))))),
  ];
}

/** How much of the rest of the side lacks a counterpart: in a free translation one more name says little. */
function looseness(side: NameSide, run: NameRun): number {
  const rest = side.words.flatMap((word, w) =>
    word.key.length >= LEAST_LETTERS && !run.words.includes(word) ? [side.lack[w]!] : [],
  );
  return mean(rest);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Letters that agree less than this do not make one name of two. */
const OTHER_NAME = 0.5;

/** Leaves out names that meet again in another bead: so does this rendering call it (Гидрометцентр, Met Office). */
function* withoutEstablished(
  rivals: readonly NameRivals[],
  { rendering, beads }: RenderingContext,
  names: { source: DocumentNames; rendering: DocumentNames },
): Steps<NameRivals[]> {
  const beadOf = beadBySentence(beads, 'rendering', rendering.sentences.length);
  const meets = (word: NameWord, rival: NameRun, bead: number): boolean =>
    names.rendering.places(word).some((sentence) => {
      const other = beadOf[sentence]!;
      if (other < 0 || other === bead) return false;
      const there = beads[other]!.source.flatMap((index) => names.source.rows[index]!);
      return (
        there.some((x) => rival.words.some((y) => agreement(x, y) > OTHER_NAME)) &&
        bestAgreement(word, there) < OTHER_NAME
      );
    });
  const left: NameRivals[] = [];
  yield* visiting(rivals, (both) => {
    const { source: rival, rendering: run, bead } = both;
    if (!run.words.some((word) => meets(word, rival, bead))) left.push(both);
  });
  return left;
}
