import { numberDisagreements } from './disagreement.ts';
import type { Bead } from '../core/result.ts';
import { mapping, visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import type { NumberMention } from '../text/numbers.ts';
import { bySentence } from './mentions.ts';
import { isCurrency } from '../text/units.ts';
import { agree, isOtherCurrency, likeness, sameValue, unitFit, type Figure } from './number-match.ts';
import type { Draft, RenderingContext, Rule } from './rule.ts';

/** Beads below this confidence may pair sentences that do not belong together; their numbers are not compared. */
const leastBeadConfidence = 0.4;

/** A bead with more pairs of numbers than this is a table; its numbers are not compared, which keeps the work linear. */
const mostPairs = 40_000;

/** Points that a pair of rivals must reach to be told; set by hand, as the points are (see docs/rules/number.md). */
const leastEvidence = 2;

/** Set by hand, as those of rivals are. */
const CURRENCY_CONFIDENCE = 0.85;

/** A number that has no counterpart in its bead. */
interface Leftover {
  figure: Figure;
  bead: number;
  /** Where in its side of the bead it stands, 0 to 1. */
  position: number;
  /** How many matched numbers of the bead stand before it. */
  order: number;
  /** The other side has this value, matched with another mention. */
  repeated: boolean;
}

interface Side {
  figures: Figure[];
  /** Figures of dates and words that merely hold a number: they back the other side's figures, and are never told. */
  backing: Figure[];
  start: number;
  end: number;
}

interface BeadNumbers {
  source: Leftover[];
  rendering: Leftover[];
  /** Pairs of one value in two currencies. */
  currencies: [Figure, Figure][];
}

function* check(context: RenderingContext): Steps<Draft[]> {
  const { source, rendering, beads } = context;
  const sourceSides = yield* sides(source, beads, 'source');
  const renderingSides = yield* sides(rendering, beads, 'rendering');
  const leftovers = yield* mapping(beads, (_, index) => compare(sourceSides[index]!, renderingSides[index]!, index));
  yield* excuseNeighbours(leftovers, beads);
  const drafts: Draft[] = [];
  yield* visiting(beads, (bead, index) => {
    if (bead.source.length === 0 || bead.rendering.length === 0 || bead.confidence < leastBeadConfidence) return;
    const { currencies } = leftovers[index]!;
    const told = pair(leftovers[index]!).map(
      ({ source: { figure: a }, rendering: { figure: b }, evidence }): [Figure, Figure, number] => [
        a,
        b,
        evidence >= 4 ? 0.95 : evidence >= 3 ? 0.85 : 0.7,
      ],
    );
    told.push(...currencies.map(([a, b]): [Figure, Figure, number] => [a, b, CURRENCY_CONFIDENCE]));
    for (const [a, b, confidence] of told.sort((x, y) => x[0].start - y[0].start))
      drafts.push(draft(source, rendering, a, b, index, Math.min(confidence, bead.confidence)));
  });
  return drafts;
}

function* sides(document: Document, beads: readonly Bead[], side: 'source' | 'rendering'): Steps<Side[]> {
  const { text, sentences } = document;
  const rows = bySentence(document.numbers, sentences);
  const dates = bySentence(document.dates, sentences);
  return yield* mapping(beads, (bead) => {
    const indices = bead[side];
    const figures: Figure[] = [];
    const backing: Figure[] = [];
    for (const index of indices) {
      // A bare year is as good a number as any; other dates are the date rule's.
      const calendar = dates[index]!.filter((date) => date.month !== null);
      let next = 0;
      for (const mention of rows[index]!) {
        while (next < calendar.length && calendar[next]!.end <= mention.start) next++;
        const inDate = next < calendar.length && calendar[next]!.start < mention.end;
        const figure = { ...mention, digits: digitsOf(text, mention) };
        (inDate || mention.form === 'hint' ? backing : figures).push(figure);
      }
      for (const { start, end, year, month, day } of calendar) {
        for (const value of [year, month, day]) if (value !== null) backing.push(plainFigure(start, end, value));
      }
    }
    const start = indices.length === 0 ? 0 : sentences[indices[0]!]!.start;
    const end = indices.length === 0 ? 0 : sentences[indices.at(-1)!]!.end;
    return { figures, backing, start, end };
  });
}

function digitsOf(text: string, mention: NumberMention): string {
  return mention.form === 'figure' ? text.slice(mention.start, mention.end).replace(/[^0-9]/g, '') : '';
}

function plainFigure(start: number, end: number, value: number): Figure {
  return {
    start,
    end,
    low: value,
    high: value,
    step: 1,
    alternative: null,
    unit: null,
    form: 'figure',
    ordinal: false,
    label: false,
    digits: String(value),
  };
}

/** Matches the numbers of a bead one to one, the surest first, and tells what is left over on both sides. */
function compare(source: Side, rendering: Side, bead: number): BeadNumbers {
  const size = (side: Side) => side.figures.length + side.backing.length;
  if (size(source) * size(rendering) > mostPairs) return { source: [], rendering: [], currencies: [] };
  const partners = new Map<Figure, Figure>();
  const match = (fits: (a: Figure, b: Figure) => boolean) => {
    for (const a of source.figures) {
      if (partners.has(a)) continue;
      const b = rendering.figures.find((other) => !partners.has(other) && fits(a, other));
      if (b === undefined) continue;
      partners.set(a, b);
      partners.set(b, a);
    }
  };
  match((a, b) => sameValue(a, b) && a.unit === b.unit);
  match(sameValue);
  match(agree);
  match((a, b) => isElliptic(a, b, source) || isElliptic(b, a, rendering));
  const left = (side: Side, other: Side): Leftover[] => {
    const found: Leftover[] = [];
    let order = 0;
    for (const figure of side.figures) {
      if (partners.has(figure)) order++;
      else if (isTold(figure) && !other.backing.some((backing) => backs(backing, figure))) {
        const repeated = other.figures.some((partner) => sameValue(figure, partner));
        const position = (figure.start - side.start) / Math.max(1, side.end - side.start);
        found.push({ figure, bead, position, order, repeated });
      }
    }
    return found;
  };
  const currencies = source.figures.flatMap((a): [Figure, Figure][] => {
    const b = partners.get(a);
    return b !== undefined && isOtherCurrency(a, b) ? [[a, b]] : [];
  });
  return { source: left(source, rendering), rendering: left(rendering, source), currencies };
}

/** Whether a figure may be meant by a word that holds a number or by a part of a date, which is no time of the day. */
function backs(backing: Figure, figure: Figure): boolean {
  return agree(figure, backing) && (figure.unit !== 'clock' || backing.form === 'hint');
}

/** 18 for 18 million, where the text has said what it counts in millions: of 22 million he wants the other 18. */
function isElliptic(bare: Figure, full: Figure, { figures }: Side): boolean {
  const ratio = full.low / bare.low;
  const isScale = [1e3, 1e6, 1e9, 1e12].some((scale) => Math.abs(ratio / scale - 1) < 1e-9);
  return isScale && bare.step < 1000 && figures.some((other) => other !== bare && other.step >= ratio / 10);
}

/** False for words that are too common, or too loosely used, to say that a number is wrong. */
function isTold({ form, low, ordinal }: Figure): boolean {
  return form === 'figure' || form === 'vague' || (form === 'word' && (ordinal || (low !== 0 && low !== 1)));
}

/** Ordinal words above this, and figures, are of another kind: the first black president is the 44th. */
const HIGHEST_ORDINAL = 10;

/** Ordinal words are said for much else (`first of all`): they are told beside a small ordinal in figures alone. */
function isLoose(figure: Figure, rival: Figure): boolean {
  if (!isOrdinalWord(figure)) return false;
  return !(rival.form === 'figure' && rival.ordinal && Math.max(figure.low, rival.low) <= HIGHEST_ORDINAL);
}

function isOrdinalWord({ form, ordinal }: Figure): boolean {
  return form === 'word' && ordinal;
}

/** Drops what the neighbouring sentences of the other side hold: the number only went over a sentence's border. */
function* excuseNeighbours(leftovers: readonly BeadNumbers[], beads: readonly Bead[]): Steps<void> {
  const neighbours = (index: number, other: number): boolean =>
    index !== other &&
    (['source', 'rendering'] as const).some((side) =>
      beads[index]![side].some((i) => beads[other]![side].some((j) => Math.abs(i - j) === 1)),
    );
  yield* visiting(leftovers, ({ source }, index) => {
    for (const left of [...source]) {
      // Neighbours stand near in the list of beads too, moved text apart.
      for (let other = Math.max(0, index - 3); other < Math.min(beads.length, index + 4); other++) {
        if (!neighbours(index, other)) continue;
        const twin = leftovers[other]!.rendering.find(
          ({ figure }) =>
            sameValue(left.figure, figure) &&
            isOneUnit(left.figure, figure) &&
            !isLoose(left.figure, figure) &&
            !isLoose(figure, left.figure),
        );
        if (twin === undefined) continue;
        source.splice(source.indexOf(left), 1);
        leftovers[other]!.rendering.splice(leftovers[other]!.rendering.indexOf(twin), 1);
        break;
      }
    }
  });
}

/** Units are one where they are the same; a percent sign or currency is often said once for several figures. */
function isOneUnit({ unit }: Figure, { unit: other }: Figure): boolean {
  if (unit === other) return true;
  const said = unit ?? other!;
  return (unit === null || other === null) && (said === '%' || isCurrency(said));
}

interface Rivals {
  source: Leftover;
  rendering: Leftover;
  evidence: number;
}

/** Pairs of leftovers that stand in each other's place, the most evident chosen first, each leftover in one pair; by place. */
function pair(left: BeadNumbers): Rivals[] {
  const strict = (side: readonly Leftover[]) => side.filter(({ figure }) => !isOrdinalWord(figure)).length;
  const only = strict(left.source) <= 1 && strict(left.rendering) <= 1;
  const candidates: Rivals[] = [];
  for (const source of left.source) {
    for (const rendering of left.rendering) {
      const evidence = rivalry(source, rendering, only);
      if (evidence >= leastEvidence) candidates.push({ source, rendering, evidence });
    }
  }
  candidates.sort((a, b) => b.evidence - a.evidence);
  const used = new Set<Leftover>();
  const pairs = candidates.filter(({ source, rendering }) => {
    if (used.has(source) || used.has(rendering)) return false;
    used.add(source).add(rendering);
    return true;
  });
  return pairs.sort((a, b) => a.source.figure.start - b.source.figure.start);
}

/** An ordinal word and one in figures that are told stand at nearly the same place of their bead. */
const ORDINALS_APART = 0.2;

/** From here on the step of a number is that of a scale word. */
const SCALE = 1000;

/** Evidence, in points, that two leftover numbers are one number told differently. */
function rivalry(source: Leftover, rendering: Leftover, only: boolean): number {
  const a = source.figure;
  const b = rendering.figure;
  if (agree(a, b) || a.label !== b.label || isLoose(a, b) || isLoose(b, a)) return 0;
  const unit = unitFit(a, b);
  const like = likeness(a, b);
  if (unit < 0 && like !== 'digit') return 0;
  if ((source.repeated || rendering.repeated) && like !== 'digit') return 0;
  let points = 0;
  points += like === 'digit' || like === 'scale' ? 2 : like === 'some' ? 1 : 0;
  points += unit;
  points += a.step === b.step && a.step >= SCALE ? 1 : 0;
  points += a.form === b.form ? 0.5 : 0;
  points += a.ordinal === b.ordinal ? 0 : -0.5;
  points += source.order === rendering.order ? 0.5 : only ? 0 : -0.5;
  points += only ? 1 : 0;
  const apart = Math.abs(source.position - rendering.position);
  if (isOrdinalWord(a) !== isOrdinalWord(b) && apart > ORDINALS_APART) return 0;
  points += apart < 0.2 ? 0.5 : apart > 0.5 && !only ? -1 : 0;
  return points;
}

function draft(source: Document, rendering: Document, a: Figure, b: Figure, bead: number, confidence: number): Draft {
  return {
    confidence,
    message: `The source says ${source.text.slice(a.start, a.end)}, the rendering ${rendering.text.slice(b.start, b.end)}.`,
    source: [{ start: a.start, end: a.end }],
    rendering: [{ start: b.start, end: b.end }],
    beads: [bead],
  };
}

/** A number of the source whose place in the rendering holds another number. */
export const numberRule: Rule = {
  id: 'number',
  category: 'accuracy/mistranslation',
  summary: 'A number of the source that the rendering gives differently.',
  severity: { literal: 'error', wire: 'error' },
  comparesBeads: true,
  yieldsTo: ['untranslated'],
  check,
  checkDocument: numberDisagreements,
};
