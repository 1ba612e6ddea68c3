import { logOdds } from '../core/logistic.ts';
import { dotRows, type Matrix } from '../core/matrix.ts';
import type { Bead } from '../core/result.ts';
import type { Span } from '../core/span.ts';
import { finishInTurns, visiting, type Steps } from '../core/steps.ts';
import { pauses } from '../core/turns.ts';
import type { Embedder } from '../embed/embedder.ts';
import { spanVectors } from '../embed/span-vectors.ts';
import type { Document } from '../text/document.ts';
import type { RunOn } from '../text/run-on.ts';
import { LONE_RUN_ON_WEIGHTS } from './lone-run-on-weights.ts';
import { length, spanOf, type Breaks, type TurnOptions } from './run-on-groups.ts';

/** A place inside one side of a bead, and what it parts. */
export interface LonePlace {
  start: number;
  /** What `LONE_RUN_ON_WEIGHTS` are for. */
  signals: number[];
}

/** Log odds below which a place is not looked at, which spares most names; the weights were fitted above it. */
const LEAST_ODDS = -2.5;
/** The most places of a group that are looked at, the likeliest. */
const MOST_PLACES = 12;

/**
 * Where a sentence runs into another of which the other side has nothing: a line that was left out, or added, beside one
 * that was not. Without the lost half the rest fits its counterpart better than the whole does. A logistic model over that gain,
 * the cosines and lengths of both halves, and the log odds that a sentence begins at the place; the likeliest
 * place of a bead's side is taken where it is likelier than not. Returns where sentences begin that are none yet.
 */
export async function loneRunOns(
  embedder: Embedder,
  source: Document,
  rendering: Document,
  beads: readonly Bead[],
  options: TurnOptions = {},
): Promise<Breaks> {
  const pairs = beads.filter((bead) => bead.source.length > 0 && bead.rendering.length > 0);
  const own: Groups = [source, pairs.map((bead) => bead.source)];
  const other: Groups = [rendering, pairs.map((bead) => bead.rendering)];
  return {
    source: (await lonePlaces(embedder, own, other, options)).flatMap(likeliest),
    rendering: (await lonePlaces(embedder, other, own, options)).flatMap(likeliest),
  };
}

function likeliest(places: readonly LonePlace[]): number[] {
  let most = 0;
  let found: number[] = [];
  for (const { start, signals } of places) {
    const odds = logOdds(LONE_RUN_ON_WEIGHTS, signals);
    if (odds > most) [most, found] = [odds, [start]];
  }
  return found;
}

/** A document and the groups of its sentences that are looked at. */
type Groups = readonly [document: Document, groups: readonly (readonly number[])[]];

/** A group with places inside: its span, that of its counterpart, and for each place what is in front of and behind it. */
interface Open {
  places: readonly RunOn[];
  whole: Span;
  other: Span;
  halves: readonly (readonly [front: Span, behind: Span])[];
}

/** The places inside each group of one side, whose counterpart is the group of the same index of the other; groups without any are left out. */
export async function lonePlaces(
  embedder: Embedder,
  [document, groups]: Groups,
  [counterpart, counterparts]: Groups,
  { signal, pause = pauses(signal) }: TurnOptions = {},
): Promise<LonePlace[][]> {
  const open: Open[] = [];
  const openGroup = (group: readonly number[], x: number): void => {
    const places = likeliestPlaces(group.flatMap((sentence) => document.runOns[sentence]!));
    if (places.length === 0) return;
    const whole = spanOf(document, group);
    const halves = places.map(
      ({ end, start }) =>
        [
          { start: whole.start, end },
          { start, end: whole.end },
        ] as const,
    );
    open.push({ places, whole, other: spanOf(counterpart, counterparts[x]!), halves });
  };
  await finishInTurns(visiting(groups, openGroup), { signal, pause });
  const rows = async (text: string, spans: readonly Span[]) => {
    const found = await spanVectors(embedder, text, spans, { signal });
    await pause();
    return found;
  };
  const found: LonePlace[][] = [];
  for (let first = 0; first < open.length; first += GROUPS_A_CALL) {
    const some = open.slice(first, first + GROUPS_A_CALL);
    // One after the other: all at once would leave each other no turn of the event loop.
    const whole = await rows(
      document.text,
      some.map((one) => one.whole),
    );
    const other = await rows(
      counterpart.text,
      some.map((one) => one.other),
    );
    const halves = await rows(
      document.text,
      some.flatMap((one) => one.halves.flat()),
    );
    await finishInTurns(weighed(some, whole, other, halves, found), { signal, pause });
  }
  return found;
}

/** Groups that are embedded at once: more than an article has, and few megabytes of a book, which has thousands. */
const GROUPS_A_CALL = 256;

function likeliestPlaces(all: readonly RunOn[]): RunOn[] {
  const likely = all.filter(({ logOdds: odds }) => odds >= LEAST_ODDS);
  return likely.length <= MOST_PLACES ? likely : likely.sort((a, b) => b.logOdds - a.logOdds).slice(0, MOST_PLACES);
}

/** Adds the signals of every place of the groups; rows are in the order of the groups, and of their halves. */
function* weighed(
  open: readonly Open[],
  whole: Matrix,
  other: Matrix,
  halves: Matrix,
  found: LonePlace[][],
): Steps<void> {
  let next = 0;
  yield* visiting(open, (one, x) => {
    const part = (vectors: Matrix, row: number, span: Span): Part => ({
      cosine: dotRows(vectors, row, other, x),
      length: length(span),
    });
    const all = part(whole, x, one.whole);
    found.push(
      one.places.map((place, at) => {
        const [front, behind] = one.halves[at]!;
        const parts = [part(halves, next++, front), part(halves, next++, behind)] as const;
        return { start: place.start, signals: signalsOf(place, ...parts, all, length(one.other)) };
      }),
    );
  });
}

/** A part of a group: its cosine to the counterpart, and its length. */
interface Part {
  cosine: number;
  length: number;
}

/** The half that fits the counterpart better is the one that has it. */
function signalsOf(place: RunOn, front: Part, behind: Part, whole: Part, other: number): number[] {
  const [kept, lost] = front.cosine > behind.cosine ? [front, behind] : [behind, front];
  const share = Math.log(kept.length / other);
  return [
    place.logOdds,
    kept.cosine - whole.cosine,
    lost.cosine,
    kept.cosine,
    share,
    Math.abs(share),
    Math.log(whole.length / other),
    Math.log(lost.length),
    Math.log(kept.length),
  ];
}
