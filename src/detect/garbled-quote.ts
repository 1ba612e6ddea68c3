import { lengthRatio } from '../align/length-ratio.ts';
import type { Bead, Sentence } from '../core/result.ts';
import { overlap, type Span } from '../core/span.ts';
import { visiting, type Steps } from '../core/steps.ts';
import type { MarkFault, Quotation } from '../text/quotes.ts';
import { attributionInside } from './attribution-inside.ts';
import { excerpt } from './gaps.ts';
import { gluedPlaces, lowerCaseAfterColon, lowerCaseStarts } from './quotation-damage.ts';
import { lossOf, quotedParts, type Loss, type QuotedPart } from './quoted-parts.ts';
import { isOtherVersion, retoldBy } from './retold.ts';
import type { Draft, RenderingContext, Rule } from './rule.ts';

/** Quotations whose words were cut, merged with others or run on into the reporter's. */
export const garbledQuoteRule: Rule = {
  id: 'garbled-quote',
  category: 'accuracy/mistranslation',
  summary: 'A quotation whose words were cut, merged with another or run on into the reporter’s.',
  severity: { literal: 'error', wire: 'error' },
  comparesBeads: true,
  check,
};

/** A quotation of fewer words is a title, a nickname or a term: its marks may go. */
const MIN_WORDS = 3;
/** Below this confidence nothing is told. */
const MIN_CONFIDENCE = 0.5;

/** What speaks for damage in one bead. */
interface Evidence {
  /** Where the rendering begins a sentence in lower case although a quotation of the source begins one; -1 if not. */
  start: number;
  /** Where the rendering goes on in lower case after the colon that announced the quotation; -1 if not. */
  colon: number;
  unopened: MarkFault | null;
  unclosed: MarkFault | null;
  glued: number[];
  /** The quotation of the rendering whose marks take in the reporter's words. */
  inside: Quotation | null;
  /** True where the rendering has fewer quotations than the source. */
  fewer: boolean;
  /** True where the rendering's sentences have no quotation mark left. */
  bare: boolean;
  /** How much shorter the rendering is than it should be, 0 to 1. */
  shortage: number;
  loss: Loss | null;
}

function* check(context: RenderingContext): Steps<Draft[]> {
  const { source, rendering, beads } = context;
  const starts = yield* lowerCaseStarts(rendering);
  const spoken = perSentence(
    source.quotations.filter((quotation) => quotation.depth === 0),
    source.sentences,
  );
  const written = perSentence(source.quotations, source.sentences);
  const told = perSentence(rendering.quotations, rendering.sentences);
  const faults = perSentence(rendering.markFaults, rendering.sentences);
  const ratio = lengthRatio(source.language, rendering.language);
  const carried = new Set(beads.flatMap((bead) => (bead.rendering.length > 0 ? bead.source : [])));
  const drafts: Draft[] = [];
  yield* visiting(beads, (bead, index) => {
    if (bead.source.length === 0 || bead.rendering.length === 0) return;
    const parts = quotedParts(context, bead, spoken);
    if (parts.length === 0 || bead.rendering.every((r) => rendering.sentences[r]!.kind === 'headline')) return;
    const part = parts.reduce((a, b) => (b.words > a.words ? b : a));
    const bad = bead.rendering.flatMap((r) => faults[r]!);
    const evidence: Evidence = {
      start: parts.some((p) => p.leads) ? (bead.rendering.map((r) => starts[r]!).find((at) => at >= 0) ?? -1) : -1,
      colon: parts.some((p) => p.afterColon) ? colonIn(context, bead) : -1,
      unopened: bad.find((fault) => fault.kind === 'unopened') ?? null,
      unclosed: bad.find((fault) => fault.kind === 'unclosed') ?? null,
      glued: bead.rendering.flatMap((r) => gluedPlaces(rendering, rendering.sentences[r]!)),
      inside: attributionInside(context, bead, spoken, told),
      fewer: count(told, bead.rendering) < count(written, bead.source),
      bare: bad.length === 0 && bead.rendering.every((r) => told[r]!.length === 0),
      shortage:
        1 -
        lengthOf(rendering.sentences, bead.rendering) /
          (lengthOf(source.sentences, saidOnce(context, bead, part)) * ratio),
      loss: isOtherVersion(context, bead, (index) => carried.has(index)) ? null : lossOf(context, bead, part),
    };
    const confidence = judge(evidence, part);
    if (confidence < MIN_CONFIDENCE) return;
    const remains = remainsOf(context, bead, evidence, told);
    drafts.push({
      confidence,
      message: messageFor(context, remains, evidence, part),
      source: [{ start: part.start, end: part.end }],
      rendering: [remains],
      beads: [index],
    });
  });
  return drafts;
}

/** The source sentences of a bead without those that say what the quotation's own sentence says in another version. */
function saidOnce(context: RenderingContext, bead: Bead, part: Span): number[] {
  const { sentences } = context.source;
  const own = bead.source.find((sentence) => overlap(part, sentences[sentence]!) > 0);
  if (own === undefined) return bead.source;
  return bead.source.filter((sentence) => {
    const isOwn = (other: number) => (other === own ? bead : undefined);
    return sentence === own || retoldBy(context, sentence, isOwn) === undefined;
  });
}

/** How sure it is that the quotation was damaged, by the strongest of its signs; set by hand on one half of the planted cases. */
function judge(evidence: Evidence, part: QuotedPart): number {
  const { start, colon, unopened, unclosed, glued, inside, fewer, bare, shortage, loss } = evidence;
  const marks = unopened !== null || unclosed !== null;
  const short = shortage >= 0.2;
  const lost = loss !== null && loss.share >= 0.2;
  if (glued.length > 1 || (glued.length === 1 && (marks || fewer))) return short || lost || fewer ? 0.9 : 0.7;
  if (glued.length === 1 && short && lost) return 0.8;
  if (part.words < MIN_WORDS) return 0;
  if (start >= 0) return unopened ? 0.97 : short || lost ? 0.93 : bare ? 0.8 : 0.4;
  if (colon >= 0) return unopened ? 0.97 : short || lost ? 0.9 : 0.4;
  if (inside) return 0.8;
  if (!lost) return 0;
  // Without a visible seam it takes both: words without counterpart, and a sentence that is too short.
  if (unopened && fewer && shortage >= 0.1 && shortage + loss.share >= 0.4) return 0.75;
  if (marks && shortage >= 0.3) return 0.75;
  if (bare && part.opens && part.words >= 5 && shortage >= 0.2 && shortage + loss.share >= 0.55) return 0.6;
  if (fewer && part.words >= 5 && shortage >= 0.3 && loss.share >= 0.4) return 0.6;
  return 0;
}

function count(lists: readonly (readonly unknown[])[], indices: readonly number[]): number {
  return indices.reduce((sum, i) => sum + lists[i]!.length, 0);
}

/** Lists of the spans that each sentence holds a piece of. One that was never closed counts for its own sentence. */
function perSentence<Item extends Quotation | MarkFault>(
  items: readonly Item[],
  sentences: readonly Sentence[],
): Item[][] {
  const lists: Item[][] = sentences.map(() => []);
  let first = 0;
  for (const item of items) {
    while (first < sentences.length && sentences[first]!.end <= item.start) first++;
    const open = 'wellFormed' in item && !item.wellFormed;
    for (let s = first; s < sentences.length && sentences[s]!.start < item.end && s < first + MAX_SENTENCES; s++) {
      lists[s]!.push(item);
      if (open) break;
    }
  }
  return lists;
}

/** A quotation of more sentences than this is a text of its own; the bound keeps reading linear. */
const MAX_SENTENCES = 40;

function colonIn({ rendering }: RenderingContext, bead: Bead): number {
  for (const r of bead.rendering) {
    const at = lowerCaseAfterColon(rendering.text, rendering.sentences[r]!);
    if (at >= 0) return at;
  }
  return -1;
}

function lengthOf(sentences: readonly Span[], indices: readonly number[]): number {
  return indices.reduce((sum, i) => sum + sentences[i]!.end - sentences[i]!.start, 0);
}

/** What is left of the quotation: from the damage to the mark that closes it, else to the end of the sentence. */
function remainsOf(context: RenderingContext, bead: Bead, evidence: Evidence, told: readonly Quotation[][]): Span {
  const { sentences } = context.rendering;
  const { start, colon, unopened, unclosed, glued, inside } = evidence;
  const from = Math.max(start, colon);
  const holder = (at: number): Span =>
    sentences[bead.rendering.find((r) => sentences[r]!.end > at) ?? bead.rendering.at(-1)!]!;
  if (from >= 0) {
    const end = unopened && unopened.end > from ? unopened.end : holder(from).end;
    return { start: from, end };
  }
  if (inside && glued.length === 0) return { start: inside.start, end: inside.end };
  const anchor = unopened?.start ?? unclosed?.start ?? glued[0] ?? sentences[bead.rendering[0]!]!.start;
  const sentence = holder(anchor);
  // The quotations of a sentence are ordered by start.
  const mark = told[sentences.indexOf(sentence as Sentence)]![0]?.start ?? anchor;
  const first = unopened && !unclosed ? sentence.start : Math.min(anchor, Math.max(mark, sentence.start));
  return { start: first, end: unopened && glued.length === 0 ? Math.max(unopened.end, first + 1) : sentence.end };
}

function messageFor(
  { source, rendering }: RenderingContext,
  remains: Span,
  evidence: Evidence,
  part: QuotedPart,
): string {
  const left = excerpt(rendering.text, remains);
  const whole = excerpt(source.text, part);
  const { loss, start, colon, glued, inside } = evidence;
  if (glued.length > 0 && start < 0 && colon < 0)
    return `The words of the quotation run into others: ${left} stands for ${whole}.`;
  if (inside && start < 0 && colon < 0)
    return `The marks of the quotation take in the reporter’s words: ${left} stands for ${whole}.`;
  if (start >= 0 || colon >= 0 || loss?.where === 'beginning') {
    return `The quotation has lost its beginning: ${left} stands for ${whole}.`;
  }
  if (loss) return `The quotation has lost its end: ${left} stands for ${whole}.`;
  return `The quotation is cut: ${left} stands for ${whole}.`;
}
