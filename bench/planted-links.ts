import { overlap, type Span } from '../src/core/span.ts';
import type { PlainBead } from './baselines/exact-path.ts';
import type { PlantedCase } from './planted-cases.ts';

/** Counts of one aligner over planted cases, as ../shared/bench/score-planted.py counts them. */
export interface LinkCounts {
  right: number;
  predicted: number;
  found: number;
  translated: number;
  moved: number;
  movedFound: number;
}

type Place = readonly [start: number, end: number];

export const noLinks = (): LinkCounts => ({
  right: 0,
  predicted: 0,
  found: 0,
  translated: 0,
  moved: 0,
  movedFound: 0,
});

export function linkFigures(counts: LinkCounts): { precision: number; recall: number; f1: number; moved: number } {
  const precision = counts.right / Math.max(1, counts.predicted);
  const recall = counts.found / Math.max(1, counts.translated);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return { precision, recall, f1, moved: counts.movedFound / Math.max(1, counts.moved) };
}

/** What is told as missing or added. */
export interface ToldPlaces {
  source: readonly Span[];
  rendering: readonly Span[];
}

/**
 * Adds one case. A bead predicts every pair of a source and a rendering segment that it touches, right where it is one
 * segment's own pair. A moved segment is met when it is linked to its own translation, the two that changed places are
 * not linked with each other, and half of nothing that is told as missing or added lies in it: of an aligner alone, which has no
 * findings, the gaps are taken for told.
 */
export function countLinks(
  counts: LinkCounts,
  { gold }: PlantedCase,
  sourceUnits: readonly Span[],
  renderingUnits: readonly Span[],
  beads: readonly PlainBead[],
  told: ToldPlaces = gapsOf(sourceUnits, renderingUnits, beads),
): void {
  const { segments, events } = gold;
  const paired = segments.flatMap(([, rendering], index) => (rendering ? [index] : []));
  const copies = events
    .filter(({ rule }) => rule === 'duplication')
    .flatMap(({ rendering, also = [] }) =>
      rendering.map((place) => ({
        place,
        of: paired.filter((index) => also.some((other) => shared(segments[index]![1]!, other) > 0)),
      })),
    );
  const touched = (unit: Span, side: 0 | 1): (number | null)[] => {
    const out = new Set<number>();
    segments.forEach((segment, index) => {
      if (segment[side] && mostly(unit, segment[side])) out.add(index);
    });
    if (side === 1) for (const { place, of } of copies) if (mostly(unit, place)) for (const index of of) out.add(index);
    return out.size > 0 ? [...out] : [null];
  };
  const source = sourceUnits.map((unit) => touched(unit, 0));
  const rendering = renderingUnits.map((unit) => touched(unit, 1));
  const predicted = new Map<string, [number | null, number | null]>();
  for (const bead of beads)
    for (const a of new Set(bead.source.flatMap((i) => source[i]!)))
      for (const b of new Set(bead.rendering.flatMap((j) => rendering[j]!)))
        if (a !== null || b !== null) predicted.set(`${a}:${b}`, [a, b]);
  const right = [...predicted.values()].filter(([a, b]) => a === b && a !== null && paired.includes(a));
  counts.right += right.length;
  counts.predicted += predicted.size;
  counts.found += right.length;
  counts.translated += paired.length;

  for (const event of events.filter(({ rule }) => rule === 'moved')) {
    const places: Place[][] = [event.source, [...event.rendering, ...(event.also ?? [])]];
    const all = paired.filter((index) => event.source.some((place) => shared(segments[index]![0], place) > 0));
    const lies = (span: Span, side: 0 | 1) =>
      2 * places[side]!.reduce((sum, place) => sum + overlap(span, toSpan(place)), 0) >= span.end - span.start;
    const isTold = told.source.some((span) => lies(span, 0)) || told.rendering.some((span) => lies(span, 1));
    const linked = all.every((a) => all.every((b) => predicted.has(`${a}:${b}`) === (a === b)));
    counts.moved++;
    if (linked && !isTold) counts.movedFound++;
  }
}

function gapsOf(
  sourceUnits: readonly Span[],
  renderingUnits: readonly Span[],
  beads: readonly PlainBead[],
): ToldPlaces {
  return {
    source: beads.flatMap(({ source, rendering }) =>
      rendering.length === 0 ? source.map((i) => sourceUnits[i]!) : [],
    ),
    rendering: beads.flatMap(({ source, rendering }) =>
      source.length === 0 ? rendering.map((j) => renderingUnits[j]!) : [],
    ),
  };
}

/**
 * The reference as beads of given pieces of text: those that touch the same segments, directly or by way of others, in
 * one bead each. What no aligner of these pieces can do better, but for text without counterpart.
 */
export function referenceBeads(
  { gold }: PlantedCase,
  sourceUnits: readonly Span[],
  renderingUnits: readonly Span[],
): PlainBead[] {
  const group = gold.segments.map((_, index) => index);
  const touched = [sourceUnits, renderingUnits].map((units, side) =>
    units.map((unit) =>
      gold.segments.flatMap((segment, index) => {
        const place = segment[side as 0 | 1];
        return place && mostly(unit, place) ? [index] : [];
      }),
    ),
  );
  for (const [first, ...others] of touched.flat())
    for (const other of others) {
      const [from, to] = [group[other]!, group[first!]!];
      group.forEach((of, index) => {
        if (of === from) group[index] = to;
      });
    }
  const beads = group.map(() => ({ source: [] as number[], rendering: [] as number[] }));
  touched.forEach((units, side) =>
    units.forEach(([first], unit) => {
      if (first !== undefined) beads[group[first]!]![side === 0 ? 'source' : 'rendering'].push(unit);
    }),
  );
  return beads.filter(({ source, rendering }) => source.length > 0 || rendering.length > 0);
}

/** Whether a piece of text shares 3 in 10 characters, of its own or of the place's, with a place. */
function mostly(unit: Span, [start, end]: Place): boolean {
  return overlap(unit, { start, end }) > 0.3 * Math.min(unit.end - unit.start, end - start);
}

function shared(a: Place, b: Place): number {
  return overlap(toSpan(a), toSpan(b));
}

function toSpan([start, end]: Place): Span {
  return { start, end };
}
