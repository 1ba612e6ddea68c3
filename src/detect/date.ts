import type { Bead } from '../core/result.ts';
import { visiting, type Steps } from '../core/steps.ts';
import { baseDate, datesOfWeekday } from '../text/calendar.ts';
import type { DateMention } from '../text/dates.ts';
import type { Document } from '../text/document.ts';
import { tellsDayByAnother } from '../text/relative-days.ts';
import { compareDates, namesDay, type DatedMention } from './date-match.ts';
import { bySentence } from './mentions.ts';
import { beadBySentence } from './places.ts';
import type { DocumentContext, DocumentDraft, Draft, RenderingContext, Rule } from './rule.ts';

/** Beads below this confidence may pair sentences that do not belong together; their dates are not compared. */
const leastBeadConfidence = 0.5;

/** A bead with more pairs of dates than this is a table; its dates are not compared, which keeps the work linear. */
const mostPairs = 10_000;

/**
 * Least cosine of a sentence of a report told anew with the source sentence whose event it dates: above the resemblance
 * of texts on other matters, whose sentences reach .24 at best on the mean (docs/rules/date.md).
 */
const leastComparableSimilarity = 0.3;
/** By how much it must be nearer than to any other dated sentence. */
const clearMargin = 0.05;

/** Dates in running text, by sentence. A dateline tells when the text was written, not when anything happened. */
function datesInText(document: Document): DatedMention[][] {
  const base = baseDate(document.dates);
  const dates = document.dates.filter((date) => date.place === 'text');
  return bySentence(dates, document.sentences).map((row) => row.map((date) => ({ date, base })));
}

function* check({ source, rendering, beads }: RenderingContext): Steps<Draft[]> {
  const sourceDates = datesInText(source);
  const renderingDates = datesInText(rendering);
  const free = yield* freeDates(sourceDates, renderingDates, beads);
  const drafts: Draft[] = [];
  yield* visiting(beads, (bead, index) => {
    if (bead.source.length === 0 || bead.rendering.length === 0 || bead.confidence < leastBeadConfidence) return;
    const here = datesOf(sourceDates, bead.source);
    const there = datesOf(renderingDates, bead.rendering);
    if (here.length === 0 || there.length === 0 || here.length * there.length > mostPairs) return;
    const isRelative = tellsByAnother(source, bead.source) || tellsByAnother(rendering, bead.rendering);
    const near = isRelative ? { source: sourceDates, rendering: renderingDates } : free;
    const left = unmatched(here, there, around(near.rendering, bead.rendering));
    const right = unmatched(there, here, around(near.source, bead.source));
    for (const [a, b, confidence] of rivals(left, right)) {
      drafts.push({
        confidence: Math.min(confidence, bead.confidence),
        message: `The source says ${told(source, a.date)}, the rendering ${told(rendering, b.date)}.`,
        source: [{ start: a.date.start, end: a.date.end }],
        rendering: [{ start: b.date.start, end: b.date.end }],
        beads: [index],
      });
    }
  });
  return drafts;
}

function datesOf(rows: readonly DatedMention[][], sentences: readonly number[]): DatedMention[] {
  return sentences.flatMap((index) => rows[index]!);
}

function tellsByAnother({ text, sentences }: Document, group: readonly number[]): boolean {
  return group.some((index) => tellsDayByAnother(text.slice(sentences[index]!.start, sentences[index]!.end)));
}

/** By sentence, the dates that no date of their bead's other side stands for: another sentence's may do so. */
function* freeDates(
  source: readonly DatedMention[][],
  rendering: readonly DatedMention[][],
  beads: readonly Bead[],
): Steps<{ source: DatedMention[][]; rendering: DatedMention[][] }> {
  const free = { source: [...source], rendering: [...rendering] };
  yield* visiting(beads, (bead) => {
    const [here, there] = [datesOf(source, bead.source), datesOf(rendering, bead.rendering)];
    if (here.length === 0 || there.length === 0 || here.length * there.length > mostPairs) return;
    const isFree = (others: readonly DatedMention[]) => (date: DatedMention) =>
      !others.some((other) => compareDates(date, other) === 'same');
    for (const index of bead.source) free.source[index] = source[index]!.filter(isFree(there));
    for (const index of bead.rendering) free.rendering[index] = rendering[index]!.filter(isFree(here));
  });
  return free;
}

/** The dates of the sentences right before and after a group. */
function around(rows: readonly DatedMention[][], sentences: readonly number[]): DatedMention[] {
  const near = new Set(sentences.flatMap((index) => [index - 1, index + 1]));
  for (const index of sentences) near.delete(index);
  return [...near].flatMap((index) => rows[index] ?? []);
}

/** The dates that no date of the other side, nor a free one of its neighbouring sentences, may stand for. A bare year is the number rule's. */
function unmatched(
  dates: readonly DatedMention[],
  others: readonly DatedMention[],
  nearby: readonly DatedMention[],
): DatedMention[] {
  return dates.filter(
    (date) =>
      (date.date.month !== null || date.date.weekday !== null) &&
      !others.some((other) => compareDates(date, other) === 'same') &&
      !nearby.some((other) => isSameDay(date.date, other.date)),
  );
}

function isSameDay(a: DateMention, b: DateMention): boolean {
  return namesDay(a) && a.weekday === b.weekday && a.month === b.month && a.day === b.day;
}

/** Pairs of unmatched dates that stand in each other's place, the surest chosen first, each date in one pair; by place. */
function rivals(left: readonly DatedMention[], right: readonly DatedMention[]): [DatedMention, DatedMention, number][] {
  const only = left.length === 1 && right.length === 1;
  const pairs = left.flatMap((a) =>
    right.map((b) => [a, b, rivalry(a, b, only)] as [DatedMention, DatedMention, number]),
  );
  const used = new Set<DatedMention>();
  return pairs
    .filter(([, , confidence]) => confidence > 0)
    .sort((a, b) => b[2] - a[2])
    .filter(([a, b]) => {
      if (used.has(a) || used.has(b)) return false;
      used.add(a).add(b);
      return true;
    })
    .sort((a, b) => a[0].date.start - b[0].date.start);
}

/** How sure it is, 0 to 1, that two dates which cannot be the same stand for each other; 0 where nothing says so. */
function rivalry(a: DatedMention, b: DatedMention, only: boolean): number {
  if (compareDates(a, b) !== 'other') return 0;
  const x = a.date;
  const y = b.date;
  if (x.weekday !== null && y.weekday !== null) return only ? 0.9 : 0.7;
  if (x.weekday !== null || y.weekday !== null) return only ? 0.6 : 0;
  const month = x.month === y.month;
  if (x.day !== null && y.day !== null) return month || x.day === y.day ? 0.95 : only ? 0.85 : 0.6;
  // January 2016 and January 2036; in January and in June.
  if (month) return 0.9;
  return only ? 0.8 : 0;
}

function told(document: Document, date: DateMention): string {
  return document.text.slice(date.start, date.end);
}

/** What one rendering says about the day of one source sentence. */
interface Saying {
  rendering: Document;
  dates: DatedMention[];
}

function* checkDocument({ source, renderings }: DocumentContext): Steps<DocumentDraft[]> {
  if (renderings.length < 2) return [];
  const sourceDates = datesInText(source);
  const sides = renderings.map((context) => ({
    context,
    rows: datesInText(context.rendering),
    beadOf: beadBySentence(context.beads, 'source', source.sentences.length),
  }));
  const drafts: DocumentDraft[] = [];
  const days = sourceDates.map((dates) => dates.filter(({ date }) => namesDay(date)));
  const dated = days.flatMap((own, sentence) => (own.length > 0 ? [sentence] : []));
  for (const sentence of dated) {
    // A step each: a report told anew is compared sentence by sentence.
    yield;
    const sayings = sides.flatMap(({ context, rows, beadOf }) =>
      context.relation.kind === 'comparable'
        ? (comparableSaying(context, rows, sentence, dated) ?? [])
        : (saying(context, rows, beadOf[sentence]!, days[sentence]!) ?? []),
    );
    const parties = partiesOf(sayings);
    if (parties.length > 1) drafts.push(conflict(parties));
  }
  return drafts;
}

/** The days that a rendering names where it renders a source sentence; null where it names none that can be trusted. */
function saying(
  context: RenderingContext,
  rows: readonly DatedMention[][],
  index: number,
  own: readonly DatedMention[],
): Saying | null {
  const { rendering, relation, beads } = context;
  if (relation.kind === 'unrelated') return null;
  const bead = beads[index];
  if (bead === undefined || bead.rendering.length === 0) return null;
  const dates = datesOf(rows, bead.rendering).filter(({ date }) => namesDay(date));
  if (dates.length === 0) return null;
  const relations = dates.flatMap((date) => own.map((other) => compareDates(date, other)));
  // A date that differs from the source's own is told in this rendering's findings.
  if (!relations.includes('same') && (bead.confidence < leastBeadConfidence || !relations.includes('unknown')))
    return null;
  return { rendering, dates };
}

/**
 * The day that a report told anew names for the matter of a dated source sentence: that of its sentence which is
 * nearest to it, and clearly nearer to it than to the other dated sentences of the source.
 */
function comparableSaying(
  { rendering, similarity }: RenderingContext,
  rows: readonly DatedMention[][],
  sentence: number,
  dated: readonly number[],
): Saying | null {
  let nearest: Saying | null = null;
  let best = leastComparableSimilarity;
  rows.forEach((row, j) => {
    const dates = row.filter(({ date }) => namesDay(date));
    if (dates.length !== 1) return;
    const cosine = similarity.cosine(sentence, 1, j, 1);
    if (cosine < best) return;
    if (dated.some((other) => other !== sentence && similarity.cosine(other, 1, j, 1) > cosine - clearMargin)) return;
    best = cosine;
    nearest = { rendering, dates };
  });
  return nearest;
}

/** Groups renderings that may mean the same day, largest first; more than one group is a conflict. */
function partiesOf(sayings: readonly Saying[]): Saying[][] {
  const parties: Saying[][] = [];
  for (const one of sayings) {
    const party = parties.find((members) => members.some((other) => mayAgree(one, other)));
    if (party === undefined) parties.push([one]);
    else party.push(one);
  }
  return parties.sort((a, b) => b.length - a.length);
}

function mayAgree(a: Saying, b: Saying): boolean {
  return a.dates.some((x) => b.dates.some((y) => compareDates(x, y) !== 'other'));
}

function conflict(parties: readonly Saying[][]): DocumentDraft {
  const sentences = parties.map((party) => {
    const ids = party.map(({ rendering }) => rendering.id).join(' and ');
    const { rendering, dates } = party[0]!;
    return `${ids} ${party.length > 1 ? 'say' : 'says'} ${dates.map(({ date, base }) => resolved(rendering, date, base)).join(', ')}`;
  });
  return {
    confidence: 0.85,
    message: `Renderings date the same event differently: ${sentences.join('; ')}.`,
    source: [],
    places: parties
      .flat()
      .flatMap(({ rendering, dates }) =>
        dates.map(({ date }) => ({ rendering: rendering.id, start: date.start, end: date.end })),
      ),
  };
}

/** The words of a date, with the calendar date that a weekday means where the dateline tells it. */
function resolved(document: Document, date: DateMention, base: DatedMention['base']): string {
  const words = told(document, date);
  if (date.weekday === null || base === null) return words;
  const day = datesOfWeekday(date.weekday, base)[0];
  if (day === undefined) return words;
  return `${words} (${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')})`;
}

/** A date of the source that the rendering gives differently, or that renderings give differently among themselves. */
export const dateRule: Rule = {
  id: 'date',
  category: 'accuracy/mistranslation',
  summary: 'A date that the rendering, or one rendering among several, gives differently.',
  severity: { literal: 'error', wire: 'error' },
  comparesBeads: true,
  check,
  checkDocument,
};
