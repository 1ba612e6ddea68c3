import type { BeadPair } from '../core/bead-pair.ts';
import type { Bead } from '../core/result.ts';
import { dotRows, type Matrix } from '../core/matrix.ts';
import type { Span } from '../core/span.ts';
import { finishInTurns, visiting, type Steps } from '../core/steps.ts';
import { pauses } from '../core/turns.ts';
import type { EmbedOptions, Embedder } from '../embed/embedder.ts';
import { spanVectors } from '../embed/span-vectors.ts';
import type { Document } from '../text/document.ts';
import { nameKey, nameSimilarity } from '../text/names.ts';
import type { Breaks, TurnOptions } from './run-on-groups.ts';

/** A place at which one side of a bead may be parted. */
interface Place {
  /** The whole text, in which the place lies. */
  text: string;
  end: number;
  start: number;
  /** Log odds that a sentence begins there; what counts for a mark where one stands. */
  logOdds: number;
  isMarked: boolean;
}

/** A bead's span on one side and its places. */
interface Part {
  span: Span;
  places: Place[];
}

/** The vectors of what is in front of each place, each before that of what is behind. */
interface Halves {
  vectors: Matrix;
  /** The first row of each place, by part and place. */
  rows: number[][];
}

/** The most places of one side of a bead that are looked at. */
const MOST_PLACES = 12;
/** What a sentence that ends with a mark says for a sentence end at the corresponding place of the other side. */
const MARKED = 5;
/** The log odds of both sides together from which on both are parted; this and the others measured by bench:planted, half a. */
const TOGETHER = 0;
/** First words that sound so much alike are one name, which explains both capitals. */
const LIKE_NAMES = 0.6;
/** So well do the halves fit at least where two places correspond, */
const LEAST_FIT = 1;
/** and so well where one side has a mark already; */
const LEAST_FIT_BESIDE_MARK = 2;
/** but for places of which both are surer than this together, as where a headline comes again as the lead; */
const BOTH_SURE = 4;
/** and for those surer than this where the other side has a mark: */
const SURE_BESIDE_MARK = 1;
/** there the lengths must agree. */
const LIKE_LENGTHS = 0.5;

/**
 * Where sentences of both sides run into each other at the same place: the translation of a headline that runs into
 * its lead does so too. Neither side alone is sure of it, both together are. Places correspond by the cosines of what is
 * in front of them and of what is behind; each pair of places needs the log odds of both. Where one side has a mark, that speaks for the other's
 * place. Returns where sentences begin that are none yet.
 */
export async function commonRunOns(
  embedder: Embedder,
  source: Document,
  rendering: Document,
  beads: readonly Bead[],
  { signal, pause = pauses(signal) }: TurnOptions = {},
): Promise<Breaks> {
  const turns = { signal, pause };
  const open = await finishInTurns(openParts(source, rendering, beads), turns);
  const found: Breaks = { source: [], rendering: [] };
  for (let first = 0; first < open.length; first += PARTS_A_CALL) {
    const some = open.slice(first, first + PARTS_A_CALL);
    const [own, others] = [some.map(([a]) => a), some.map(([, b]) => b)];
    // One after the other: both at once would leave each other no turn of the event loop.
    const left = await halves(embedder, source.text, own, { signal });
    await pause();
    const right = await halves(embedder, rendering.text, others, { signal });
    await finishInTurns(corresponding(some, left, right, found), turns);
  }
  return found;
}

/** Parts whose halves are embedded at once: more than an article has, and few megabytes of a book, which has thousands. */
const PARTS_A_CALL = 256;

/** Both sides of the beads, alone and with a gap beside them, that have places which are sure enough together. */
function* openParts(
  source: Document,
  rendering: Document,
  beads: readonly Bead[],
): Steps<(readonly [source: Part, rendering: Part])[]> {
  const open: (readonly [Part, Part])[] = [];
  yield* visiting(beads, (_, x) => {
    for (const pair of withGaps(beads, x)) {
      const [a, b] = [part(source, pair.source), part(rendering, pair.rendering)];
      if (a.places.some((p) => b.places.some((q) => isOpen(p, q)))) open.push([a, b]);
    }
  });
  return open;
}

/** Adds the places that correspond, the surest first, as far as none crosses another. */
function* corresponding(
  open: readonly (readonly [source: Part, rendering: Part])[],
  left: Halves,
  right: Halves,
  found: Breaks,
): Steps<void> {
  yield* visiting(open, ([a, b], x) => {
    const pairs = a.places.flatMap((p, i) =>
      b.places.flatMap((q, j) => {
        if (!isOpen(p, q)) return [];
        const halvesFit = fitOf(left.vectors, left.rows[x]![i]!, right.vectors, right.rows[x]![j]!);
        const apart = Math.abs(logShare(a.span, p) - logShare(b.span, q));
        const fit = halvesFit - apart;
        const odds = p.logOdds + q.logOdds;
        const [least, sure] =
          p.isMarked || q.isMarked ? [LEAST_FIT_BESIDE_MARK, MARKED + SURE_BESIDE_MARK] : [LEAST_FIT, BOTH_SURE];
        const isTaken = fit > least || (odds > sure && apart < LIKE_LENGTHS);
        return isTaken ? [{ p, q, worth: odds + 2 * fit }] : [];
      }),
    );
    const taken: { p: Place; q: Place }[] = [];
    for (const pair of pairs.sort((one, two) => two.worth - one.worth)) {
      if (taken.some(({ p, q }) => p.start < pair.p.start !== q.start < pair.q.start || p === pair.p || q === pair.q))
        continue;
      taken.push(pair);
      if (!pair.p.isMarked) found.source.push(pair.p.start);
      if (!pair.q.isMarked) found.rendering.push(pair.q.start);
    }
  });
}

/** The bead, and the bead with a gap that it stands beside: the other half of what runs into it may have been left over. */
function withGaps(beads: readonly Bead[], x: number): BeadPair[] {
  const bead = beads[x]!;
  if (isGap(bead)) return [];
  const grown = [beads[x - 1], beads[x + 1]].flatMap((gap) => {
    if (!gap || !isGap(gap)) return [];
    const source = joined(bead.source, gap.source);
    const rendering = joined(bead.rendering, gap.rendering);
    return source && rendering ? [{ source, rendering }] : [];
  });
  return [bead, ...grown];
}

function isGap({ source, rendering }: BeadPair): boolean {
  return source.length === 0 || rendering.length === 0;
}

/** Two groups of neighbours as one; null where they are none. */
function joined(a: readonly number[], b: readonly number[]): readonly number[] | null {
  if (b.length === 0) return a;
  const [first, second] = a[0]! < b[0]! ? [a, b] : [b, a];
  return first.at(-1)! + 1 === second[0] ? [...first, ...second] : null;
}

/** Whether two places are sure enough together, if they correspond. */
function isOpen(p: Place, q: Place): boolean {
  if ((p.isMarked && q.isMarked) || p.logOdds + q.logOdds < TOGETHER) return false;
  return p.isMarked || q.isMarked || nameSimilarity(keyAt(p), keyAt(q)) < LIKE_NAMES;
}

const FIRST_WORD = /[\p{L}\p{N}]+/u;
const LONGEST_WORD = 40;

/** The key of the word that a place begins with. */
function keyAt({ text, start }: Place): string {
  return nameKey(FIRST_WORD.exec(text.slice(start, start + LONGEST_WORD))?.[0] ?? '');
}

function part({ text, sentences, runOns }: Document, group: readonly number[]): Part {
  if (group.length === 0) return { span: { start: 0, end: 0 }, places: [] };
  const first = group[0]!;
  const last = group.at(-1)!;
  const places: Place[] = [];
  for (let i = first; i <= last; i++) {
    if (i > first)
      places.push({
        text,
        end: sentences[i - 1]!.end,
        start: sentences[i]!.start,
        logOdds: MARKED,
        isMarked: true,
      });
    for (const { end, start, logOdds } of runOns[i]!) places.push({ text, end, start, logOdds, isMarked: false });
  }
  if (places.length > MOST_PLACES) places.sort((a, b) => b.logOdds - a.logOdds).length = MOST_PLACES;
  return {
    span: { start: sentences[first]!.start, end: sentences[last]!.end },
    places,
  };
}

/** Unit vectors of what is in front of and behind each place. */
async function halves(
  embedder: Embedder,
  text: string,
  parts: readonly Part[],
  options: EmbedOptions,
): Promise<Halves> {
  const spans = parts.flatMap(({ span, places }) =>
    places.flatMap(({ end, start }) => [
      { start: span.start, end },
      { start, end: span.end },
    ]),
  );
  const vectors = await spanVectors(embedder, text, spans, options);
  let next = 0;
  const rows = parts.map(({ places }) => places.map(() => (next += 2) - 2));
  return { vectors, rows };
}

/** How much better the halves fit as they stand than crosswise; their first rows in `own` and `other`. */
function fitOf(own: Matrix, x: number, other: Matrix, y: number): number {
  const [ac, bd] = [dotRows(own, x, other, y), dotRows(own, x + 1, other, y + 1)];
  const [ad, bc] = [dotRows(own, x, other, y + 1), dotRows(own, x + 1, other, y)];
  return 3 * (ac + bd) - 1.5 * (ad + bc) - 3 * Math.max(ad, bc);
}

/** The log of the ratio of the lengths in front of and behind a place. */
function logShare(span: Span, { end, start }: Place): number {
  return Math.log((end - span.start) / (span.end - start));
}
