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
import { MOVED_RUN_ON_WEIGHTS } from './moved-run-on-weights.ts';
import { length, spanOf, type Breaks, type TurnOptions } from './run-on-groups.ts';
import type { GroupSimilarity, Side } from './similarity.ts';

/** A place inside one side of a bead, and what it parts. */
export interface MovedPlace {
  start: number;
  /** By how much the half that stays is nearer to its counterpart than the whole is. */
  gain: number;
  /** What `MOVED_RUN_ON_WEIGHTS` are for. */
  signals: number[];
}

/** A gap of the other side, and the places that would part its counterpart from something else. */
export interface StrayPlaces {
  stray: Span;
  places: MovedPlace[];
}

/** So many beads in front of and behind a gap are looked at: text does not move from chapter to chapter. */
const REACH = 250;
/** Of these the most that are looked into, the nearest by cosine, and what cosine they have at least. */
const MOST_HOSTS = 2;
const LEAST_COSINE = 0.2;
/**
 * Log odds above which a sentence is parted (bench:planted, half a). What is parted wrongly the aligner mostly puts together again;
 * what is not parted is told as missing, or as added.
 */
export const LEAST_ODDS = -5.5;
/** What stays may fit its counterpart so much less than the whole does: a lead that its headline repeats loses more. */
export const LEAST_GAIN = -0.1;
/** The most places of a group that are looked at, the likeliest. */
const MOST_PLACES = 24;

/**
 * Where a sentence runs into another whose counterpart stands elsewhere, alone: a passage that changed its place in one of the
 * texts. Of the two halves one then fits its counterpart better than the whole does, and the other one that gap. Two
 * logistic models over these cosines, the lengths and the log odds that a sentence begins at the place: one says which place
 * is the likeliest for a gap, the other whether it is one. Returns where sentences begin that are none yet.
 */
export async function movedRunOns(
  embedder: Embedder,
  source: Document,
  rendering: Document,
  beads: readonly Bead[],
  similarity: GroupSimilarity,
  options: TurnOptions = {},
): Promise<Breaks> {
  const found: Breaks = { source: [], rendering: [] };
  for (const side of ['source', 'rendering'] as const) {
    const [own, other] = side === 'source' ? [source, rendering] : [rendering, source];
    const strays = await movedPlaces(embedder, side, own, other, beads, similarity, options);
    for (const { places } of strays) {
      const place = likeliestPlace(places);
      if (place && place.gain >= LEAST_GAIN && logOdds(MOVED_RUN_ON_WEIGHTS.gap, place.signals) > LEAST_ODDS)
        found[side].push(place.start);
    }
  }
  return found;
}

/** The place that would part a gap's counterpart from something else, the likeliest; undefined where there is none. */
function likeliestPlace(places: readonly MovedPlace[]): MovedPlace | undefined {
  let best: MovedPlace | undefined;
  let most = -Infinity;
  for (const place of places) {
    const odds = logOdds(MOVED_RUN_ON_WEIGHTS.place, place.signals);
    if (odds > most) [best, most] = [place, odds];
  }
  return best;
}

/** A bead that may hold the counterpart of a gap: the span of its side and that of the other one, and the places in the first. */
interface Host {
  whole: Span;
  counterpart: Span;
  places: readonly RunOn[];
}

/** A gap of the other side, and where its counterpart may be. */
interface Stray {
  span: Span;
  hosts: readonly Host[];
}

/** For each gap of the other side the places in the sentences of `document`, which is that side of the beads. */
export async function movedPlaces(
  embedder: Embedder,
  side: Side,
  document: Document,
  other: Document,
  beads: readonly Bead[],
  similarity: GroupSimilarity,
  { signal, pause = pauses(signal) }: TurnOptions = {},
): Promise<StrayPlaces[]> {
  const turns = { signal, pause };
  const strays = await finishInTurns(straysOf(side, document, other, beads, similarity), turns);
  const rows = async (text: string, spans: readonly Span[]) => {
    const found = await spanVectors(embedder, text, spans, { signal });
    await pause();
    return found;
  };
  const found: StrayPlaces[] = [];
  for (let first = 0; first < strays.length; first += STRAYS_A_CALL) {
    const some = strays.slice(first, first + STRAYS_A_CALL);
    const hosts = some.flatMap((stray) => stray.hosts);
    // One after the other: all at once would leave each other no turn of the event loop.
    const theirs = await rows(
      other.text,
      some.flatMap(({ span, hosts }) => [span, ...hosts.map(({ counterpart }) => counterpart)]),
    );
    const own = await rows(document.text, hosts.flatMap(spansOf));
    await finishInTurns(weighed(some, own, theirs, found), turns);
  }
  return found;
}

/** Gaps whose hosts are embedded at once: more than an article has, and few megabytes of a book, which has thousands. */
const STRAYS_A_CALL = 64;

/** The whole of a host, and what is in front of and behind each place. */
function spansOf({ whole, places }: Host): Span[] {
  return [
    whole,
    ...places.flatMap(({ end, start }) => [
      { start: whole.start, end },
      { start, end: whole.end },
    ]),
  ];
}

/** The gaps of the other side that have hosts with places. */
function* straysOf(
  side: Side,
  document: Document,
  counterpart: Document,
  beads: readonly Bead[],
  similarity: GroupSimilarity,
): Steps<Stray[]> {
  const other = side === 'source' ? 'rendering' : 'source';
  const strays: Stray[] = [];
  yield* visiting(beads, (gap, x) => {
    const sentence = gap[other][0];
    if (sentence === undefined || gap[side].length > 0) return;
    const near = beads
      .slice(Math.max(0, x - REACH), x + REACH + 1)
      .flatMap((bead) =>
        bead[side].length > 0 && bead[other].length > 0 && bead[side].some((s) => document.runOns[s]!.length > 0)
          ? [{ bead, cosine: cosineOf(similarity, side, bead[side], sentence) }]
          : [],
      )
      .filter(({ cosine }) => cosine >= LEAST_COSINE)
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, MOST_HOSTS);
    if (near.length === 0) return;
    const hosts = near.map(({ bead }) => ({
      whole: spanOf(document, bead[side]),
      counterpart: spanOf(counterpart, bead[other]),
      places: likeliestPlaces(bead[side].flatMap((s) => document.runOns[s]!)),
    }));
    strays.push({ span: spanOf(counterpart, [sentence]), hosts });
  });
  return strays;
}

function cosineOf(similarity: GroupSimilarity, side: Side, group: readonly number[], sentence: number): number {
  const [first, count] = [group[0]!, group.length];
  return side === 'source'
    ? similarity.cosine(first, count, sentence, 1)
    : similarity.cosine(sentence, 1, first, count);
}

function likeliestPlaces(all: readonly RunOn[]): readonly RunOn[] {
  if (all.length <= MOST_PLACES) return all;
  return [...all].sort((a, b) => b.logOdds - a.logOdds).slice(0, MOST_PLACES);
}

/** Adds the signals of every place of the gaps' hosts; rows are in the order of the gaps, of their hosts, and of their spans. */
function* weighed(strays: readonly Stray[], own: Matrix, theirs: Matrix, found: StrayPlaces[]): Steps<void> {
  let mine = 0;
  let next = 0;
  yield* visiting(strays, ({ span, hosts }) => {
    const row = next++;
    const places: MovedPlace[] = [];
    for (const host of hosts) {
      const [whole, counterpart] = [mine++, next++];
      for (const place of host.places) {
        const front = { row: mine++, length: place.end - host.whole.start };
        const behind = { row: mine++, length: host.whole.end - place.start };
        const fit = (part: number, whose: number) => dotRows(own, part, theirs, whose);
        const stays =
          fit(front.row, counterpart) + fit(behind.row, row) >= fit(front.row, row) + fit(behind.row, counterpart);
        const [kept, moved] = stays ? [front, behind] : [behind, front];
        const share = Math.log(moved.length / length(span));
        const keptShare = Math.log(kept.length / length(host.counterpart));
        const gain = fit(kept.row, counterpart) - fit(whole, counterpart);
        places.push({
          start: place.start,
          gain,
          signals: [
            place.logOdds,
            fit(moved.row, row),
            fit(moved.row, row) - fit(whole, row),
            fit(kept.row, counterpart),
            gain,
            fit(moved.row, counterpart),
            fit(kept.row, row),
            share,
            Math.abs(share),
            keptShare,
            Math.abs(keptShare),
            Math.log(Math.min(kept.length, moved.length)),
          ],
        });
      }
    }
    found.push({ stray: span, places });
  });
}
