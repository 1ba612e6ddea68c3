import { mapping, visiting, type Steps } from '../core/steps.ts';
import type { Document } from '../text/document.ts';
import { bySentence } from './mentions.ts';
import { agree, type Figure } from './number-match.ts';
import { beadBySentence } from './places.ts';
import type { DocumentContext, DocumentDraft, RenderingContext } from './rule.ts';
import { firstEndingAfter, merged, touches } from './span-sets.ts';

/** Beads below this confidence may pair sentences that do not belong together. */
const LEAST_BEAD_CONFIDENCE = 0.5;
/** As in date.ts: the least cosine of a report's sentence with the source sentence whose number it tells anew. */
const LEAST_COMPARABLE_SIMILARITY = 0.3;
/** A report told anew with more pairs of counting sentences than this is not compared, which bounds the work. */
const MOST_COMPARED = 40_000;
/** A bead with more numbers than this is a table. */
const MOST_FIGURES = 50;
/** Set by hand. */
const CONFIDENCE = 0.75;

/** A number with what it counts: its unit, or the word after it. */
interface Count {
  figure: Figure;
  of: string;
}

/** The only number that a rendering gives of something where it renders a source sentence. */
interface Saying {
  rendering: Document;
  count: Count;
}

/**
 * Numbers that the source leaves open, or does not give, and that renderings give differently among themselves; for a
 * rule's `checkDocument`. For each source sentence the numbers of its beads are compared that agree with no exact number
 * of the source, unit by unit and noun by noun. A rendering that lacks a number of the source is left out: its own
 * findings tell that. O(sentences + numbers) for translations.
 */
export function* numberDisagreements({ source, renderings }: DocumentContext): Steps<DocumentDraft[]> {
  if (renderings.length < 2) return [];
  const own = yield* countsBySentence(source);
  const sides: Side[] = [];
  for (const context of renderings) {
    const rows = yield* countsBySentence(context.rendering);
    const follows = context.relation.kind === 'translation' || context.relation.kind === 'partial-translation';
    const counting = rows.flatMap((row, j) => (row.length > 0 && row.length <= MOST_FIGURES ? [j] : []));
    const beadOf = follows ? beadBySentence(context.beads, 'source', source.sentences.length) : undefined;
    sides.push({ context, rows, counting, beadOf });
  }
  const open = own.filter((row) => row.length > 0).length;
  const drafts: DocumentDraft[] = [];
  const seen = new Set<string>();
  yield* visiting(source.sentences, (_, sentence) => {
    const sayings = sides.flatMap(({ context, rows, counting, beadOf }) =>
      beadOf === undefined
        ? counting.length * open > MOST_COMPARED
          ? []
          : nearestSayings(context, rows, counting, own[sentence]!, sentence)
        : translatedSayings(context, rows, own, beadOf[sentence]!),
    );
    for (const ofOne of grouped(sayings).values()) {
      const parties = partiesOf(ofOne);
      const key = ofOne.map(({ rendering, count }) => `${rendering.id} ${count.figure.start}`).join();
      if (parties.length < 2 || seen.has(key)) continue;
      seen.add(key);
      drafts.push(conflict(parties));
    }
  });
  return drafts;
}

/** A rendering with what its sentences count. */
interface Side {
  context: RenderingContext;
  rows: Count[][];
  /** The sentences that count something, tables apart. */
  counting: number[];
  /** The bead of each source sentence, where the rendering follows the source. */
  beadOf: Int32Array | undefined;
}

/** What a rendering gives that no exact number of the source backs, in the bead of a source sentence. */
function translatedSayings(
  { rendering, beads }: RenderingContext,
  rows: readonly Count[][],
  own: readonly Count[][],
  index: number,
): Saying[] {
  const bead = beads[index];
  if (bead === undefined || bead.rendering.length === 0 || bead.confidence < LEAST_BEAD_CONFIDENCE) return [];
  const here = bead.rendering.flatMap((sentence) => rows[sentence]!);
  const there = bead.source.flatMap((sentence) => own[sentence]!);
  if (here.length === 0 || here.length > MOST_FIGURES || there.length > MOST_FIGURES) return [];
  const exact = there.filter(({ figure }) => figure.low === figure.high);
  if (exact.some((a) => !here.some((b) => agree(a.figure, b.figure)))) return [];
  return onlyOnes(
    rendering,
    here.filter((a) => !exact.some((b) => agree(a.figure, b.figure))),
  );
}

/** The same of a report told anew: of its sentence that is nearest to the source sentence, where that counts as well. */
function nearestSayings(
  { rendering, similarity, relation }: RenderingContext,
  rows: readonly Count[][],
  counting: readonly number[],
  own: readonly Count[],
  sentence: number,
): Saying[] {
  if (relation.kind !== 'comparable' || own.length === 0) return [];
  let nearest = -1;
  let best = LEAST_COMPARABLE_SIMILARITY;
  for (const j of counting) {
    const cosine = similarity.cosine(sentence, 1, j, 1);
    if (cosine >= best) [nearest, best] = [j, cosine];
  }
  const isOpen = own.every(({ figure }) => figure.low < figure.high);
  return nearest < 0 || !isOpen ? [] : onlyOnes(rendering, rows[nearest]!);
}

/** Exact counts of what is counted once: with two numbers of one thing nobody can tell which is meant, and dozens are no figure. */
function onlyOnes(rendering: Document, counts: readonly Count[]): Saying[] {
  return counts
    .filter(({ of, figure }) => figure.low === figure.high && counts.filter((other) => other.of === of).length === 1)
    .map((count) => ({ rendering, count }));
}

function grouped(sayings: readonly Saying[]): Map<string, Saying[]> {
  const groups = new Map<string, Saying[]>();
  for (const saying of sayings) {
    const group = groups.get(saying.count.of);
    if (group === undefined) groups.set(saying.count.of, [saying]);
    else group.push(saying);
  }
  return groups;
}

/** Groups renderings whose numbers may be one, the largest first. */
function partiesOf(sayings: readonly Saying[]): Saying[][] {
  const parties: Saying[][] = [];
  for (const one of sayings) {
    const party = parties.find((members) => members.some((other) => agree(one.count.figure, other.count.figure)));
    if (party === undefined) parties.push([one]);
    else party.push(one);
  }
  return parties.sort((a, b) => b.length - a.length);
}

function conflict(parties: readonly Saying[][]): DocumentDraft {
  const told = parties.map((party) => {
    const ids = party.map(({ rendering }) => rendering.id).join(' and ');
    const { rendering, count } = party[0]!;
    const words = rendering.text.slice(count.figure.start, count.figure.end);
    return `${ids} ${party.length > 1 ? 'say' : 'says'} ${words}`;
  });
  return {
    confidence: CONFIDENCE,
    severity: 'warning',
    message: `Renderings give different numbers where the source leaves it open: ${told.join('; ')}.`,
    source: [],
    places: parties.flat().map(({ rendering, count }) => ({
      rendering: rendering.id,
      start: count.figure.start,
      end: count.figure.end,
    })),
  };
}

/** The numbers of each sentence that count something: no dates, years, ordinals, codes or words that merely hold one. */
function* countsBySentence(document: Document): Steps<Count[][]> {
  const { text, sentences, numbers, dates } = document;
  const calendar = merged(dates);
  return yield* mapping(bySentence(numbers, sentences), (row, sentence) =>
    row.flatMap((mention) => {
      const { form, ordinal, label, low, unit } = mention;
      if (form === 'hint' || ordinal || label || touches(calendar, mention)) return [];
      if (form === 'word' && low < 2) return [];
      const digits = form === 'figure' ? text.slice(mention.start, mention.end).replace(/[^0-9]/g, '') : '';
      const of = unit ?? nounAfter(document, sentence, mention.end);
      return of === '' ? [] : [{ figure: { ...mention, digits }, of }];
    }),
  );
}

/** The next word with content, of the next two, as one of its language; '' where there is none. */
function nounAfter({ text, words, language }: Document, sentence: number, offset: number): string {
  const row = words.of(sentence);
  const first = firstEndingAfter(row, offset);
  const noun = row.slice(first, first + 2).find((word) => !word.function);
  if (noun === undefined) return '';
  const lower = text.slice(noun.start, noun.end).toLowerCase();
  return `${language} ${language === 'en' ? lower.replace(/s$/, '') : lower.slice(0, 5)}`;
}
