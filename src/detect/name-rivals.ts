import type { Bead } from '../core/result.ts';
import { finish, visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { isKnownAcronym } from '../text/exonyms.ts';
import { mayBeginAlike } from '../text/romanisation.ts';
import { DocumentNames } from './document-names.ts';
import { agreement, bestAgreement, type NameWord } from './name-words.ts';
import { chanceOf, namedSide, placeOf, withoutPaired, type Both, type NameSide } from './name-sides.ts';
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
   * capitals, known, count. Then: source without a name, the same times ordinary, how far apart, how alike, looseness, log
   * odds of the bead.
   */
  signals: number[];
}

/** A word with a greater chance of having no counterpart than this may belong to a rival. */
const LEAST_LACK = 0.15;
/** Less is enough for a name of the source, once the rendering has one without counterpart. */
const LEAST_LACK_OF_SOURCE = 0.05;
/** A bead with more words on a side than this is a table; its names are not compared, which keeps the work linear. */
const MOST_WORDS = 250;

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
    if (!mayBeCompared(bead, context) || wordsWithin(bead, context) > MOST_WORDS) return;
    if (!mayLackName(bead, context, names.rendering)) return;
    const shown = namedSide(context, names, bead, 'rendering');
    if (runs(shown, rendering.text).every(isOrdinaryWord)) return;
    const sides = { source: namedSide(context, names, bead, 'source'), rendering: shown };
    const { source: here, rendering: there } = withoutPaired(context, names, bead, sides);
    for (const run of runs(there, rendering.text)) {
      const rival = rivalOf(run, there, here, source.text);
      if (rival === null || isDoubtful(run, rival, there) || mayBeCutShort(rival, source, there)) continue;
      const signals = [
        ...ownSignals(run, there, names.rendering, names.source, bead.source),
        ...ownSignals(rival, here, names.source, names.rendering, bead.rendering),
        isNamed(rival) ? 0 : 1,
        isNamed(rival) ? 0 : ordinaryShare(run),
        Math.abs(placeOf(run, there) - placeOf(rival, here)),
        Math.max(...run.words.map((word) => bestAgreement(word, rival.words))),
        looseness(there, run),
        sureness(bead),
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

/** Whether a name of the rendering may lack a counterpart; what its letters say can only lessen what it lacks. */
function mayLackName({ rendering }: Bead, { coverage }: RenderingContext, names: DocumentNames): boolean {
  return names.hasName(rendering, (word) => 1 - chanceOf(word, coverage.rendering) >= LEAST_LACK);
}

/** Words of the longer side. */
function wordsWithin(bead: Bead, { source, rendering }: RenderingContext): number {
  const count = ({ words }: Document, sentences: readonly number[]) =>
    sentences.reduce((sum, sentence) => sum + words.count(sentence), 0);
  return Math.max(count(source, bead.source), count(rendering, bead.rendering));
}

/** Log odds that the bead is right, 4 at most. */
function sureness({ confidence }: Bead): number {
  return Math.log(confidence / (1.02 - confidence));
}

function areProse({ sentences }: Document, indices: readonly number[]): boolean {
  for (const index of indices) {
    const { kind } = sentences[index]!;
    if (kind === 'unrelated' || kind === 'metadata' || kind === 'dateline') return false;
  }
  return true;
}

/** Names of a side that lack a counterpart: neighbouring words with a capital. */
function runs(side: NameSide, text: string, least = LEAST_LACK): NameRun[] {
  const groups: NameWord[][] = [];
  let last: NameWord | undefined;
  for (let w = 0; w < side.words.length; w++) {
    const word = side.words[w]!;
    const isRival = mayBeRival(word, side) && side.lack[w]! >= least;
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
    (isNamed(rival) ? CAPITAL : 0) -
    PLACE * Math.abs(placeOf(run, there) - placeOf(rival, here));
  let chosen: NameRun | null = null;
  for (const rival of [
    ...runs(here, text, LEAST_LACK_OF_SOURCE),
    ...(run.words.length > 1 ? plain.map((word) => runOf([word])) : []),
  ])
    if (chosen === null || value(rival) > value(chosen)) chosen = rival;
  return chosen;
}

/** False for a word without capital, and for an ordinary one that may have it from the head of its sentence. */
export function isNamed({ words: [first, ...more] }: NameRun): boolean {
  return first!.capital && (more.length > 0 || !first!.initial || !first!.ordinary);
}

/** More words of a sentence with capitals than this, and a capital says nothing. */
const MOST_CAPITALS = 0.6;

/** True where a capital may be that of an ordinary word: in a title, a heading, or at the head of a sentence. */
function isDoubtful(run: NameRun, rival: NameRun, side: NameSide): boolean {
  if (!isNamed(rival) && (run.words.length === 1 || capitals(run, side) > MOST_CAPITALS)) return true;
  return isOrdinaryWord(run) || (run.words[0]!.initial && run.words.every((word) => word.ordinary));
}

/** A longer quotation is what somebody says, and no title. */
const LONGEST_TITLE = 60;

/**
 * True where a title of several words may stand on the other side by its letters, which no table has: «Сделаем Америку снова великой», MAGA.
 * The last of its names has to begin with one of them.
 */
function mayBeCutShort({ words, start, end }: NameRun, { quotations }: Document, there: NameSide): boolean {
  const last = words.at(-1)!;
  if (words.length < 2) return false;
  if (
    !quotations.some(
      (quoted) => quoted.start <= start && end <= quoted.end && quoted.end - quoted.start <= LONGEST_TITLE,
    )
  )
    return false;
  return there.words.some(
    (word, w) =>
      word.acronym &&
      !isKnownAcronym(word.key) &&
      there.lack[w]! >= LEAST_LACK &&
      [...word.key].some((letter) =>
        last.cyrillic ? mayBeginAlike(last.key, letter) : mayBeginAlike(letter, last.key),
      ),
  );
}

function isOrdinaryWord({ words }: NameRun): boolean {
  return words.length === 1 && words[0]!.ordinary;
}

/** The share of capitals among the ordinary words of a name's sentence, beside the name; 1 where all words have one. */
function capitals({ words }: NameRun, side: NameSide): number {
  const others = side.words.filter(
    (word, w) =>
      (side.lack[w]! > 0 || !word.capital) &&
      word.sentence === words[0]!.sentence &&
      word.key.length >= LEAST_LETTERS &&
      !word.initial &&
      !word.function &&
      !words.includes(word),
  );
  if (others.every((word) => word.capital)) return 1;
  return mean(others.filter((word) => word.ordinary).map((word) => (word.capital ? 1 : 0)));
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
    words.length === 1 && words[0]!.initial && !own.isNameWithin(words[0]!, [words[0]!.sentence]) ? 1 : 0,
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
  names: Both<DocumentNames>,
): Steps<NameRivals[]> {
  const beadOf = beadBySentence(beads, 'rendering', rendering.sentences.length);
  const meets = (word: NameWord, rival: NameRun, bead: number): boolean =>
    names.rendering.places(word).some((sentence) => {
      const other = beadOf[sentence]!;
      if (other < 0 || other === bead) return false;
      const there = names.source.within(beads[other]!.source);
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
